"""The LibreOffice that tests open workbooks with: found, or installed where that is ours to do.

`python -m tests.office` says nothing where there is one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.browser import install

INSTALLED: Final = "libreoffice-calc-nogui"
"""Debian's package: the spreadsheet alone, without its windows."""
_SECONDS: Final = 120


def missing() -> str | None:
    """Why tests cannot open workbooks here, and what to do about it; none where they can."""
    if shutil.which("soffice"):
        return None
    return (
        "No LibreOffice here, so the tests that open and save workbooks with it are skipped: "
        f"install it (Debian: apt-get install {INSTALLED}; macOS: brew install --cask libreoffice)"
    )


def saved_as(data: bytes, ending: str, folder: Path) -> bytes:
    """A workbook as LibreOffice saves it once it has opened it; `ending` says in which format."""
    (folder / "book.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = folder / "out"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", out, "book.xlsx"],
        cwd=folder,
        capture_output=True,
        timeout=_SECONDS,
        check=True,
    )
    return (out / f"book.{ending}").read_bytes()


def main() -> None:
    """See to it that there is a LibreOffice, or say how to get one."""
    if missing():
        install(INSTALLED, why="open workbooks")
        if why := missing():
            print(why, file=sys.stderr)


if __name__ == "__main__":
    main()
