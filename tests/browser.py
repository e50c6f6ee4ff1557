"""The browser that tests look at pages with: found, or installed where that is ours to do.

`python -m tests.browser` says nothing where there is one.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from typing import Final

NAMES = (
    "chromium-headless-shell",  # the same engine; opens a page in half the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
INSTALLED: Final = ("chromium-headless-shell", "libatomic1")
"""Debian's packages: the browser, and what the node inside Playwright's driver is linked with."""


def path() -> str | None:
    """Where Chromium or Chrome is; none where there is none that runs."""
    for name in NAMES:
        found = shutil.which(name)
        # Ubuntu has a script of that name, which only says that Chromium is elsewhere.
        if found and _run(found, "--version"):
            return found
    return None


def drives() -> bool:
    """Whether Playwright's driver starts here."""
    return _run(sys.executable, "-m", "playwright", "--version")


def missing() -> str | None:
    """Why tests cannot look at pages here, and what to do about it; none where they can."""
    if path() is None:
        return (
            "No Chromium or Chrome here, so the tests that look at pages are skipped: install one "
            "(Debian: apt-get install chromium-headless-shell; "
            "macOS: brew install --cask google-chrome)"
        )
    if not drives():
        return (
            "The driver of the browser does not start here, so the tests that look at pages are "
            "skipped: install what it needs (Debian: apt-get install libatomic1)"
        )
    return None


def install(*packages: str, why: str) -> None:
    """Install packages where the system is Debian's and we are root."""
    if _debian() and shutil.which("apt-get") and os.geteuid() == 0:
        print(f"Installing {packages[0]} for the tests that {why}", file=sys.stderr)
        _run("apt-get", "update")
        _run("apt-get", "install", "--yes", "--no-install-recommends", *packages)


def _debian() -> bool:
    try:
        system = platform.freedesktop_os_release()
    except OSError:
        return False
    family = {system["ID"], *system.get("ID_LIKE", "").split()}
    return "debian" in family and "ubuntu" not in family


def _run(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def main() -> None:
    """See to it that there is a browser that can be driven, or say how to get one."""
    if missing():
        install(*INSTALLED, why="look at pages")
        if why := missing():
            print(why, file=sys.stderr)


if __name__ == "__main__":
    main()
