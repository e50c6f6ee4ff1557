"""What a forge runs: GitHub's workflows and GitLab's pipeline, each by its schema, each step run.

The steps run in a clone of a project with the small tree. Its .venv leads to the programs of this
one, and says that they are installed, so that `make site` does not install them anew.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building.test_release import LOOKED, RECORD, git, release
from tests.sites import ROOT, SITE_IS_BUILT, SMALL, environment, project

CHECK = ROOT / ".github/workflows/check.yml"
PUBLISH = ROOT / ".github/workflows/publish.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
PROGRAM = ("Makefile", "environment.sh", "pyproject.toml", "requirements.txt", ".gitignore")
INSTALLED = """
mkdir .venv
ln -s "$1" .venv/bin
{ echo test; echo python; cksum pyproject.toml; pwd -P; cksum requirements.txt requirements-test.txt
} >.venv/installed
"""
"""As environment.sh writes it."""

MISTYPED = "`knid` is not known here. Did you mean `kind`?"


def loaded(file: Path) -> dict[str, Any]:
    # Every scalar as a text: for YAML 1.1, `on` is true.
    recipe: dict[str, Any] = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return recipe


def steps(file: Path, job: str) -> list[str]:
    """What a job runs in a shell, step by step."""
    work = loaded(file)["jobs"][job] if file.parent.name == "workflows" else loaded(file)[job]
    if "script" in work:
        return list(work["script"])
    return [step["run"] for step in work["steps"] if "run" in step]


GITHUB_CHECK = steps(CHECK, "check")
GITHUB_PUBLISH = steps(PUBLISH, "build")
GITLAB_CHECK = steps(GITLAB, "check")
GITLAB_PUBLISH = steps(GITLAB, "pages")


def run(step: str, folder: Path) -> tuple[int, str, str]:
    # Inside `make test` make would say where it is.
    ours = ("PYTHON", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")
    given = {name: value for name, value in environment().items() if name not in ours}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", step],
        cwd=folder,
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def clone(of: Path, folder: Path) -> Path:
    """A clone as a forge makes it, with what is installed."""
    git(folder.parent, "clone", "--quiet", str(of), str(folder))
    subprocess.run(
        ["sh", "-euc", INSTALLED, "sh", str(Path(sys.executable).parent)], cwd=folder, check=True
    )
    return folder


def commit(folder: Path) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "All")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the small tree, committed."""
    folder = project(tmp_path_factory.mktemp("good") / "project", audits=SMALL / "audits")
    for name in (*PROGRAM, "requirements-test.txt"):
        shutil.copy(ROOT / name, folder)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    return folder


@pytest.fixture
def broken(good: Path, tmp_path: Path) -> Path:
    """The same with a mistyped key."""
    folder = clone(good, tmp_path / "broken")
    findings = folder / "audits/small/findings.yml"
    findings.write_text(findings.read_text("utf-8").replace("kind:", "knid:", 1), "utf-8")
    return folder


# What stands in them.


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", (CHECK, PUBLISH)),
        ("custom.github-workflows-require-timeout", (CHECK, PUBLISH)),
        ("vendor.gitlab-ci", (GITLAB,)),
    ],
)
def test_recipe_is_right_by_its_schema(schema: str, files: tuple[Path, ...]) -> None:
    program = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run(
        [program, "--builtin-schema", schema, *files], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok -- validation done\n", "")


@pytest.mark.parametrize("file", [CHECK, PUBLISH], ids=lambda file: file.stem)
def test_actions_are_pinned_and_what_others_typed_reaches_no_shell(file: Path) -> None:
    text = file.read_text("utf-8")
    pinned = r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"
    used = re.findall(r"uses: (.+)", text)
    assert [one for one in used if not re.fullmatch(pinned, one)] == []
    shells = [step for job in loaded(file)["jobs"] for step in steps(file, job)]
    assert [step for step in shells if "${{" in step] == []


def test_only_what_deploys_may_write_and_only_pages() -> None:
    read = {"contents": "read"}
    assert (loaded(CHECK)["permissions"], loaded(PUBLISH)["permissions"]) == (read, read)
    jobs = {**loaded(CHECK)["jobs"], **loaded(PUBLISH)["jobs"]}
    more = {name: job["permissions"] for name, job in jobs.items() if "permissions" in job}
    assert more == {"deploy": {"pages": "write", "id-token": "write"}}
    assert set(loaded(CHECK)["on"]) == {"pull_request", "push"}


def test_only_the_public_edition_is_handed_over_and_no_cache_comes_into_it() -> None:
    for publish in (GITHUB_PUBLISH, GITLAB_PUBLISH):
        builds = [step for step in publish if "make" in step or "audits build" in step]
        assert builds == ["make site EDITION=public"]
    build = loaded(PUBLISH)["jobs"]["build"]
    handed = [step["with"]["path"] for step in build["steps"] if "upload" in step.get("uses", "")]
    assert handed == ["build/public"]
    assert "cache" not in [key for step in build["steps"] for key in step.get("with", {})]
    assert "actions/cache" not in PUBLISH.read_text("utf-8")
    pages = loaded(GITLAB)["pages"]
    assert (pages["artifacts"]["paths"], "cache" in pages) == (["public"], False)
    assert all("timeout" in loaded(GITLAB)[job] for job in ("check", "pages"))


def test_both_forges_do_the_same_but_for_where_the_report_goes() -> None:
    *published, copied = GITLAB_PUBLISH
    assert (published, copied) == (GITHUB_PUBLISH, "cp -R build/public public")
    reports = [step for step in GITLAB_CHECK if step not in GITHUB_CHECK]
    assert (len(reports), len(GITLAB_CHECK)) == (1, len(GITHUB_CHECK))


# What they do.


def test_good_data_passes(good: Path, tmp_path: Path) -> None:
    folder = clone(good, tmp_path / "clone")
    # What publishing does as well is tried below.
    done = [run(step, folder) for step in GITHUB_CHECK if step not in GITHUB_PUBLISH]
    assert done == [(0, "", ""), (0, "", ""), (0, SITE_IS_BUILT, "")]
    assert run(GITLAB_CHECK[1], folder) == (0, "", "")
    assert json.loads((folder / "gl-code-quality-report.json").read_text("utf-8")) == []


def test_fault_is_told_at_its_line_in_a_pull_request(broken: Path) -> None:
    annotation = "::error file=audits/small/findings.yml,line=2,col=3,title=unknown-key::"
    assert run(GITHUB_CHECK[1], broken) == (1, f"{annotation}{MISTYPED}\n", "")


def test_fault_is_told_at_its_line_in_a_merge_request(broken: Path) -> None:
    code, said, err = run(GITLAB_CHECK[1], broken)
    assert (code, err, "audits/small/findings.yml:2:3" in said) == (1, "", True)
    report = json.loads((broken / "gl-code-quality-report.json").read_text("utf-8"))
    assert len(report[0].pop("fingerprint")) == 64
    assert report == [
        {
            "description": MISTYPED,
            "check_name": "unknown-key",
            "severity": "major",
            "location": {"path": "audits/small/findings.yml", "lines": {"begin": 2}},
        }
    ]


def test_what_was_released_is_published_whatever_came_after(good: Path, tmp_path: Path) -> None:
    origin = clone(good, tmp_path / "origin")
    assert release(origin, *LOOKED)[0] == 0
    commit(origin)
    (origin / "audits/small/summary.md").write_text("Nobody looked at this.\n", "utf-8")
    commit(origin)
    folder = clone(origin, tmp_path / "clone")
    done = [run(step, folder) for step in GITLAB_PUBLISH]
    assert [code for code, _, _ in done] == [0, 0, 0, 0], done
    published = {
        file.relative_to(folder / "public"): file.read_bytes()
        for file in (folder / "public").rglob("*")
        if file.is_file()
    }
    looked_at = origin / "build/public"
    assert published == {
        file.relative_to(looked_at): file.read_bytes()
        for file in looked_at.rglob("*")
        if file.is_file()
    }


def test_nothing_is_published_that_was_not_released(good: Path, tmp_path: Path) -> None:
    folder = clone(good, tmp_path / "clone")
    never = "The public edition was never released.\n"
    assert run(GITHUB_PUBLISH[0], folder) == (1, "", never)
    record = folder / RECORD
    record.parent.mkdir()
    record.with_name("2026-11-21-intranet.yml").write_text("commit: 1\n", "utf-8")
    assert run(GITHUB_PUBLISH[0], folder) == (1, "", never)


@pytest.mark.parametrize("named", ["0" * 40, "HEAD", "--all", "$(touch made)"])
def test_commit_that_is_not_of_the_branch_is_not_published(
    named: str, good: Path, tmp_path: Path
) -> None:
    folder = clone(good, tmp_path / "clone")
    (folder / RECORD).parent.mkdir()
    (folder / RECORD).write_text(f"commit: {named}\n", "utf-8")
    code, said, err = run(GITHUB_PUBLISH[0], folder)
    assert (code, said) == (1, "")
    assert err.endswith(f"{RECORD} names no commit of this branch.\n")
    assert not (folder / "made").exists()
