#!/bin/sh
# Makes .venv, or brings it up to date: `sh environment.sh site` for what building the site
# needs, `sh environment.sh test` for what the tests need as well. PYTHON names the Python to use.
#
# `.venv/installed` says what is installed, by which Python and from what. It is the first thing
# removed and the last one written, so after an install that was cut off it is not there, and
# the next call starts over.

set -eu
CDPATH='' cd -- "$(dirname -- "$0")"

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

wanted=${1:-}
case $wanted in
site | test) ;;
*) fail 'usage: sh environment.sh site|test' ;;
esac

# Says `ready` and where the Python is, or else what it is. Python 2 understands it as well.
# It follows links: one that stays when an upgrade swaps the Python behind it would hide that.
probe='
import os, sys
version = "Python %d.%d" % sys.version_info[:2]
if sys.version_info < (3, 11):
    print(version)
else:
    try:
        import ensurepip, venv
        print("ready " + os.path.realpath(sys.executable))
    except ImportError:
        print(version + " without venv")
'

# Sets python to the first Python that will do.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    found=
    for name in "$@"; do
        answer=$("$name" -c "$probe" 2>/dev/null) || continue
        case $answer in
        "ready "*)
            python=${answer#ready }
            return
            ;;
        *) found="${found:+$found, }$name is $answer" ;;
        esac
    done
    advice='install one, or name one that is elsewhere: make site PYTHON=/path/to/python3.12'
    if [ -e /etc/debian_version ]; then
        case $found in
        *' without venv'*)
            lacking=${found%% without venv*}
            advice="apt-get install python${lacking##*Python }-venv"
            ;;
        '') advice='apt-get install python3 python3-venv' ;;
        esac
    fi
    fail "Python 3.11 or newer with venv is needed (here ${found:-$1 does not run}): $advice"
}

packages=$(pwd -P && cksum requirements.txt requirements-test.txt)
project=$(cksum pyproject.toml)

# Whether all is as it should be. Sets installed to what of it can stay: site, test or nothing.
up_to_date() {
    installed='' base='' project_then='' packages_then=''
    if [ -f .venv/installed ]; then
        {
            read -r installed
            read -r base
            read -r project_then
            packages_then=$(cat)
        } <.venv/installed
    fi
    [ "$packages" = "$packages_then" ] && [ -x .venv/bin/python ] || installed=
    # Whoever names a Python gets it; otherwise the one that made .venv will do.
    if [ -n "${PYTHON:-}" ]; then
        find_python
        [ "$python" = "$base" ] || installed=
    fi
    case $installed-$wanted in
    test-* | site-site) [ "$project" = "$project_then" ] ;;
    *) false ;;
    esac
}

# Keeps other calls waiting until this one, and all that it started, has ended in whatever way:
# a pip that outlives a killed call still holds on to the open file. Nothing is written to it.
lock='
import fcntl, sys
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("Waiting for another install into .venv to end", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)
'

# Quiet, for what pip says by itself names the package index; where it fails, all it said.
pip_install() {
    if ! said=$(PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -I -m pip install --quiet \
        --no-input --no-user "$@" 2>&1); then
        printf '%s\n' "$said" >&2
        fail 'Installing into .venv failed. It starts over on the next call; "pip config list" shows where pip looks.'
    fi
}

install() {
    printf 'Installing %s\n' "$1" >&2
    # What is imported is compiled when it first is; most never is.
    pip_install --require-hashes --no-compile -r "$1"
}

if up_to_date; then
    exit 0
fi
find_python
exec 9>>environment.sh
"$python" -I -c "$lock"
if up_to_date; then
    exit 0
fi

rm -f .venv/installed
if [ -z "$installed" ]; then
    base=$python
    printf 'Making .venv with %s\n' "$base" >&2
    "$base" -I -m venv --clear .venv
fi
case $installed-$wanted in
test-* | site-site) wanted=$installed ;;
*-site) install requirements.txt ;;
*-test) install requirements-test.txt ;;
esac
pip_install --no-deps --no-build-isolation --no-index -e .

printf '%s\n' "$wanted" "$base" "$project" "$packages" >.venv/installed.part
mv .venv/installed.part .venv/installed
