"""Trees mutated from the real ones: none ends in anything but diagnostics, and no value is lost.

`make fuzz` runs ten thousand of them, and says what became of each; `make test` runs a sample.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model.edition import Edition
from generator.pipeline import Checked, check, pages
from tests.sites import EXAMPLE, ROOT, SMALL

AS_AT = date(2031, 6, 1)
MANY = 10_000
CANARY = "quibblesworth"
"""A word that stands nowhere else."""

FAULTS = ("raised", "lost", "place outside its file")
"""What must become of no tree."""

_VALUE = re.compile(r"(?P<head>^\s*(?:- )?(?:[\w.]+: )+)(?P<value>[A-Za-z][^\n#{}\[\]:&*>|]*)$")
_SIGNS = "\x00\x07\x1b\x9b\u200b\u202e\ufeff\u00a0\t'\"#:-[]{}&*!|>%@`\\,?"
_WORDS = ("<<<<<<< HEAD", "=======", "{{ of('R1') }}", "[x](printed)", "<b>", "![p](p.png)", "---")


@dataclass(frozen=True)
class Fate:
    """What became of a mutated tree."""

    what: str
    why: str = ""
    """What is wrong with the program; empty where nothing is."""


@contextmanager
def trees() -> Iterator[dict[str, Path]]:
    """The trees that are mutated, each in a folder of its own: the small one, and a real one."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(SMALL / "audits", folder / "small" / "audits")
        example = folder / "example" / "audits"
        example.mkdir(parents=True)
        for register in (ROOT / "audits").glob("*.yml"):
            shutil.copy(register, example)
        for audit in (EXAMPLE, "example-2024-neglect"):
            shutil.copytree(ROOT / "audits" / audit, example / audit)
        yield {name: folder / name / "audits" for name in ("small", "example")}


def fate(audits: Path, chance: random.Random) -> Fate:
    """Mutate one file of a tree, see what becomes of it, and put it back."""
    file = chance.choice(sorted(path for path in audits.rglob("*.*") if path.is_file()))
    before = file.read_bytes()
    name = chance.choices(list(MUTATIONS), [4, 1, 1, 1, 1, 1])[0]
    after = MUTATIONS[name](before, chance)
    if after is None or after == before:
        return Fate("nothing to mutate")
    file.write_bytes(after)
    try:
        return _judged(audits, file, name == "a word is added")
    finally:
        file.write_bytes(before)


def _judged(audits: Path, file: Path, has_canary: bool) -> Fate:
    try:
        checked = check(audits, AS_AT)
    except Exception as error:
        return Fate("raised", f"{file}: {type(error).__name__}: {error}")
    outside = _outside(checked, audits)
    if outside:
        return Fate("place outside its file", outside)
    path = file.relative_to(audits.parent).as_posix()
    told = [one for one in checked.diagnostics if one.place.path == path]
    if checked.has_errors:
        return Fate("refused")
    if not has_canary:
        return Fate("taken")
    if any(CANARY in one.message + one.tip + one.about for one in told):
        return Fate("told")
    unused = {one.about for one in told if one.rule == "unused-id"}
    if _entry_with(file) in unused:
        return Fate("told: nothing uses its entry")
    made = pages(checked, ROOT / "site/templates", Edition.RESTRICTED, AS_AT)
    if any(CANARY in page.html or CANARY in page.title for page in made):
        return Fate("shown")
    return Fate("lost", f"{path}: {_line_with(file)}")


def _outside(checked: Checked, audits: Path) -> str:
    for one in checked.diagnostics:
        file = audits.parent / one.place.path
        if not file.is_file():
            continue
        text = file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        lines = re.split(r"\r\n?|\n", text)
        if one.place.line > len(lines) or one.place.column > len(lines[one.place.line - 1]) + 1:
            return f"{one}"
    return ""


def _entry_with(file: Path) -> str:
    """The id of the entry of a register that the word stands in."""
    above = file.read_text(encoding="utf-8").partition(CANARY)[0]
    *_, entry = re.finditer(r"^([\w-]+):", above, re.MULTILINE)
    return entry[1]


def _line_with(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    return next(line.strip() for line in text.splitlines() if CANARY in line)


def _with_a_word(data: bytes, chance: random.Random) -> bytes | None:
    """A word that stands nowhere else, at the end of some value."""
    lines = data.decode("utf-8").split("\n")
    having = [at for at, line in enumerate(lines) if _VALUE.match(line)]
    if not having:
        return None
    at = chance.choice(having)
    lines[at] = f"{lines[at].rstrip()} {CANARY}"
    return "\n".join(lines).encode()


def _with_a_sign(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8")
    at = chance.randrange(len(text) + 1)
    return (text[:at] + chance.choice(_SIGNS) + text[at:]).encode()


def _with_a_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.decode("utf-8").split("\n")
    at = chance.randrange(len(lines) + 1)
    return "\n".join([*lines[:at], chance.choice(_WORDS), *lines[at:]]).encode()


def _without_a_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.decode("utf-8").split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines).encode()


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _with_other_bytes(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randint(1, 4)) + data[at:]


Mutation = Callable[[bytes, random.Random], bytes | None]
MUTATIONS: dict[str, Mutation] = {
    "a word is added": _with_a_word,
    "a sign is added": _with_a_sign,
    "a line is added": _with_a_line,
    "a line is lost": _without_a_line,
    "the end is lost": _cut_off,
    "other bytes stand in it": _with_other_bytes,
}


def run(many: int, seed: int, tell: Callable[[str], None] = lambda _: None) -> Counter[str]:
    """Mutate so many trees, and count what became of them; faults of the program are told."""
    chance = random.Random(seed)  # noqa: S311 - to be the same each time
    fates: Counter[str] = Counter()
    with trees() as held:
        for number in range(many):
            # The real one takes ten times as long.
            tree = held["example" if number % 8 == 0 else "small"]
            found = fate(tree, chance)
            fates[found.what] += 1
            if found.why:
                tell(f"{found.what}: {found.why}")
    return fates


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    counts = run(asked, seed=asked, tell=print)
    print(*(f"{count:6} {what}" for what, count in counts.most_common()), sep="\n")
    sys.exit(any(what in counts for what in FAULTS))
