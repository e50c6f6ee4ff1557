"""What is installed beside our own code, and under which licence: `make audit` writes it down."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIST = ROOT / "THIRD-PARTY.md"
HEAD = "## What is installed to build the site\n"
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", re.MULTILINE)


def licence_of(found: Distribution) -> str:
    """The licence as its package names it, in a few words."""
    about = found.metadata
    for expression in about.get_all("License-Expression") or ():
        return str(expression)
    named = [
        line.rpartition(" :: ")[2]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    written = "".join(about.get_all("License") or ()).strip().partition("\n")[0]
    return ", ".join(named) or written or "not said"


def installed() -> list[tuple[str, str, str]]:
    """Name, version and licence of every package that building the site needs, as locked."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    rows = []
    for name, version in _PINNED.findall(lock):
        try:
            rows.append((name, version, licence_of(distribution(name))))
        except ImportError:
            rows.append((name, version, "not installed on this system"))
    return rows


def listed() -> str:
    """The part of THIRD-PARTY.md that says what is installed."""
    lines = ["| what | version | licence |", "| --- | --- | --- |"]
    lines += [f"| {name} | {version} | {licence} |" for name, version, licence in installed()]
    return HEAD + "\n" + "\n".join(lines) + "\n"


def main() -> None:
    """Write the list into THIRD-PARTY.md."""
    before, _, _ = LIST.read_text(encoding="utf-8").partition(HEAD)
    LIST.write_text(before + listed(), encoding="utf-8")


if __name__ == "__main__":
    main()
