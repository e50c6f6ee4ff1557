"""Hostile cases against a project as it stands, each as a user would meet it: a line a case.

    python -m tests.battery [PROJECT]

`make fuzz` runs all of them, `make test` the first of each kind.

Each case changes a copy of the project and runs a command in it, with limits on time and memory. It
holds where the command ends by itself, without a traceback, and says what is expected of it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tests.sites import ROOT, SMALL

SECONDS = 20
BYTES = 1_500_000_000
FINDINGS = "audits/small/findings.yml"
TEXT = "late-plans:\n  kind: worry\n  text: {}\n  themes: [planning]\n"


@dataclass(frozen=True)
class Case:
    """One hostile case: what is done to the project, and what must be said of it."""

    name: str
    change: Callable[[Path], object]
    says: str
    """A part of what must be said."""
    code: int = 1
    command: tuple[str, ...] = ("check", "--as-at", "2031-01-01")


def _text(value: str) -> Callable[[Path], object]:
    return lambda root: (root / FINDINGS).write_text(TEXT.format(value), encoding="utf-8")


def _bytes(path: str, data: bytes) -> Callable[[Path], object]:
    return lambda root: (root / path).write_bytes(data)


def _deep(root: Path) -> None:
    folder = root / "audits/small"
    for _ in range(400):
        folder /= "d"
        folder.mkdir()


def _scores(root: Path) -> None:
    with (root / "audits/scales.yml").open("a", encoding="utf-8") as scales:
        scales.write("huge:\n  name: Huge\n  kind: score\n  lowest: 0\n  highest: 9999999\n")


CASES: dict[str, tuple[Case, ...]] = {
    "no attack": (Case("nothing at all", lambda _: None, "No faults found", 0),),
    "signs that a terminal or a reader obeys": (
        Case("an escape for the terminal", _text('"a\\e[2Jb"'), "control character U+001B"),
        Case("a text that runs backwards", _text("a\u202eb"), "U+202E"),
        Case("the same as an entity", _text("a &#8238; b"), "U+202E"),
        Case("a space of no width", _text("a\u200bb"), "U+200B"),
    ),
    "what looks like text, and is read as none": (
        Case("text behind a hash", _text("child #2 was late"), "text-after-hash"),
        Case("a merge that nobody finished", _text(">-\n    <<<<<<< HEAD"), "unfinished-merge"),
    ),
    "markup": (
        Case("a script", _text("a <script>alert(1)</script> b"), "raw-html", 0),
        Case("a link that runs something", _text('"[a](javascript:alert(1))"'), "broken-link"),
    ),
    "what YAML can do": (
        Case("an alias that grows", _text("&a [*a, *a]"), "anchor"),
        Case("a tag that makes an object", _text("!!python/object:os.system x"), "anchor"),
    ),
    "too much in a file": (
        Case("nested without end", _bytes(FINDINGS, b"a: " + b"[" * 9_000 + b"]" * 9_000), "deep"),
        Case("brackets without end", _text("[" * 20_000), "yaml-syntax"),
        Case("twenty thousand keys", _bytes(FINDINGS, b"a: 1\n" * 20_000), "duplicate-key"),
        Case("two megabytes", _bytes(FINDINGS, b"a" * 2_000_000), "bytes; at most"),
    ),
    "too much in a text": (
        Case("ten thousand tags", _text("<b>" * 10_000), "raw-html", 0),
        Case("ten thousand empty links", _text('"' + "[](x)" * 9_000 + '"'), "broken-link"),
    ),
    "too large a number": (
        Case("a number of thousands of digits", _text("9" * 50_000), "No faults found", 0),
        Case("a scale of ten million scores", _scores, "is more than 100"),
    ),
    "bytes that are no text": (
        Case("bytes that are no text", _bytes(FINDINGS, b"\xff\xfe\x00\xd8"), "UTF-16"),
        Case("Latin-1", _bytes(FINDINGS, "caf\xe9: 1\n".encode("latin-1")), "not-utf8"),
    ),
    "what is no file": (
        Case("a pipe", lambda root: os.mkfifo(root / "audits/small/summary.md"), "a pipe"),
        Case(
            "a folder called like a file",
            lambda r: (r / "audits/small/voices.yml").mkdir(),
            "folder",
        ),
        Case("a link out of the tree", lambda r: (r / "audits/x").symlink_to("/etc"), "a link"),
    ),
    "folders": (
        Case("folders without end", _deep, "stands deeper"),
        Case(
            "a case called index", _bytes("audits/small/cases/index.md", b"---\n---\nA.\n"), "index"
        ),
    ),
    "what is passed on": (
        Case(
            "a formula in a table",
            lambda root: (root / "audits/small/tool.yml").write_text(
                (root / "audits/small/tool.yml")
                .read_text("utf-8")
                .replace("label: Plan came in time", "label: =1+1"),
                encoding="utf-8",
            ),
            ",'=1+1,",
            0,
            ("collate", "small", "--format", "csv"),
        ),
    ),
    "a build": (Case("a build of broken data", _text("["), "Nothing was built", 1, ("build",)),),
}
"""Of each kind, the first is the sample."""


def run(case: Case, project: Path) -> str:
    """What a case fell short of; empty where it held."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "p"
        root.mkdir()
        shutil.copytree(SMALL / "audits", root / "audits")
        shutil.copy(project / "mkdocs.yml", root)
        shutil.copytree(project / "site", root / "site")
        case.change(root)
        try:
            done = subprocess.run(
                [project / ".venv/bin/audits", *case.command],
                cwd=root,
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=SECONDS * 3,
                check=False,
                preexec_fn=_limited,
            )
        except subprocess.TimeoutExpired:
            return "it does not end"
        said = done.stdout + done.stderr
        if "Traceback" in said:
            return "a traceback"
        if "\x1b" in said or "\u202e" in said:
            return "a sign that a terminal obeys"
        if done.returncode != case.code:
            return f"it ends with {done.returncode} and not with {case.code}"
        return "" if case.says in said else f"it does not say: {case.says}"


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


def results(project: Path = ROOT) -> Iterator[tuple[str, str]]:
    """Each case by its name, and what it fell short of."""
    for case in chain(*CASES.values()):
        yield case.name, run(case, project)


if __name__ == "__main__":
    wanted = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    short, many = 0, len([*chain(*CASES.values())])
    for name, why in results(wanted):
        short += bool(why)
        print(f"{'FELL SHORT' if why else 'held':10}  {name}{f': {why}' if why else ''}")
    print(f"{many - short} of {many} held")
    sys.exit(bool(short))
