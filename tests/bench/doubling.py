"""What twice as much of something costs, where an author could write any amount of it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator import pipeline
from generator.synthesise.outline import AS_AT
from tests.bench.country import Country
from tests.bench.lines import Line
from tests.bench.spent import in_turns
from tests.sites import SMALL


def lines(country: Country) -> Iterator[Line]:
    """The check of the small tree with twice as much of each thing beside once."""
    for name, make, many in DOUBLED:
        folder = country.fresh("doubled")
        trees = [_tree(folder / str(size), make(size)) for size in (2 * many, many)]
        twice, once = in_turns(country.rounds, *(_checking(audits) for audits in trees))
        what = f"check with twice as many {name} ÷ with {many:,}"
        yield Line(what, twice / once, 2.3, f"{twice:.2f} s", f"{once:.2f} s")


def _tree(folder: Path, change: Callable[[Path], None]) -> Path:
    audits = folder / "audits"
    shutil.copytree(SMALL / "audits", audits)
    change(audits)
    return audits


def _checking(audits: Path) -> Callable[[], float]:
    def run() -> float:
        begun = time.process_time()
        pipeline.check(audits, AS_AT)
        return time.process_time() - begun

    return run


def _in_a_text(unit: str) -> Callable[[int], Callable[[Path], None]]:
    def of(many: int) -> Callable[[Path], None]:
        def change(audits: Path) -> None:
            (audits / "small/summary.md").write_text("Words. " + unit * many, encoding="utf-8")

        return change

    return of


def _of_entries(file: str, entry: str) -> Callable[[int], Callable[[Path], None]]:
    def of(many: int) -> Callable[[Path], None]:
        def change(audits: Path) -> None:
            written = "".join(entry.format(n=number) for number in range(many))
            with (audits / file).open("a", encoding="utf-8") as opened:
                opened.write(written)

        return change

    return of


_FINDING = "f{n}:\n  kind: worry\n  text: Plans {n}.\n  themes: [plan-{n}]\n"
DOUBLED: tuple[tuple[str, Callable[[int], Callable[[Path], None]], int], ...] = (
    ("pieces of HTML", _in_a_text("<b>"), 9_000),
    ("empty links", _in_a_text("[](x) "), 4_500),
    ("figures", _in_a_text("19 of 20 cases. "), 1_800),
    ("quoted figures", _in_a_text("[19 of 20 cases](printed) "), 1_100),
    ("bound figures", _in_a_text('{{{{ of("R1") }}}} '), 1_500),
    ("pictures", _in_a_text("![a](b.png) "), 2_400),
    ("entities", _in_a_text("&#8238;"), 4_000),
    ("words", _in_a_text("word "), 5_500),
    ("digits", _in_a_text("7"), 29_000),
    ("brackets", _in_a_text("["), 29_000),
    ("unknown names", _of_entries("small/findings.yml", _FINDING), 1_000),
    ("duplicate keys", _of_entries("small/findings.yml", "late-plans: 1\n"), 15_000),
    ("terms", _of_entries("glossary.yml", "t{n}:\n  term: TERM{n}\n  means: Term.\n"), 2_000),
)
"""What is doubled, how it is put into the tree, and how many of it there are at first."""
