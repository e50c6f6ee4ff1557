"""Measures, as ratios within one run: help, reading, a cold build. `make bench` runs it.

Machines are noisy and differ, so no time means anything here beside the other of its pair: both
are taken in turns, and the best of each counts.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest.mock import patch

import yaml

from generator import pipeline
from generator.check.identified import Identified
from generator.model.edition import Edition
from generator.read import yaml as with_places
from tests.identify.scoring import CORPUS, lines, score, sentences

PROJECT = Path(__file__).parent.parent
EXAMPLE = "example-2026-neglect-and-school"
AS_AT = date(2026, 11, 21)
COPIES = 40
TURNS = 3
READING_GOAL = 0.60
BUILD_GOAL = 0.45
IDENTIFY_GOAL = 1.5
HELP_GOAL = 6.0
DOUBLING_GOAL = 2.3
SMALL = PROJECT / "tests/trees/small"


def main() -> None:
    """Print each ratio beside its goal."""
    _helping()
    _identifying()
    _recall()
    _doubling()
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / "ours"
        returns = _project(project)
        _reading(project, returns)
        _building(project, Path(scratch) / "bare", returns)


def _doubling() -> None:
    """What twice as much of something costs, where an author could write any amount of it."""
    for name, make, many in DOUBLED:
        once, twice = (_checking(make(size)) for size in (many, 2 * many))
        what = f"check with twice as many {name} ÷ with {many:,}"
        _say(what, twice / once, DOUBLING_GOAL, f"{twice:.2f} s ÷ {once:.2f} s")


def _checking(change: Callable[[Path], None]) -> float:
    """The processor's seconds of a check of the small tree with a change, the best of some."""
    with tempfile.TemporaryDirectory() as scratch:
        audits = Path(scratch) / "audits"
        shutil.copytree(SMALL / "audits", audits)
        change(audits)
        took = []
        for _ in range(TURNS):
            begun = time.process_time()
            pipeline.check(audits, AS_AT)
            took.append(time.process_time() - begun)
        return min(took)


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


def _project(project: Path) -> int:
    """The project with the made-up audit many times over; gives the number of returns."""
    shutil.copytree(PROJECT / "site", project / "site")
    shutil.copytree(PROJECT / "audits", project / "audits")
    config = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    dated = config.replace("      edition: intranet", "      as_at: 2026-11-21")
    (project / "mkdocs.yml").write_text(dated, encoding="utf-8")
    example = project / "audits" / EXAMPLE
    for number in range(1, COPIES):
        shutil.copytree(example, project / "audits" / f"{EXAMPLE}-{number}")
    return len(list(project.glob("audits/*/returns/*/*.yml")))


def _helping() -> None:
    audits = Path(sys.executable).with_name("audits")

    def ours() -> None:
        for _ in range(5):
            subprocess.run([audits, "--help"], check=True, stdout=subprocess.DEVNULL)

    def plain() -> None:
        for _ in range(5):
            subprocess.run([sys.executable, "-c", "pass"], check=True)

    with_us, without = _best(ours, plain)
    _say(
        "audits --help ÷ python -c pass",
        with_us / without,
        HELP_GOAL,
        f"{with_us / 5:.3f} s ÷ {without / 5:.3f} s",
    )


def _identifying() -> None:
    """The check of the real audits with and without what points to a child."""
    nothing = Identified((), frozenset())

    def ours() -> None:
        pipeline.check(PROJECT / "audits", AS_AT)

    def plain() -> None:
        with patch("generator.check.all_rules.identified", lambda _: nothing):
            pipeline.check(PROJECT / "audits", AS_AT)

    ours()
    with_us, without = _best(ours, plain)
    _say(
        "checking the audits with what points to a child ÷ without",
        with_us / without,
        IDENTIFY_GOAL,
        f"{with_us:.2f} s ÷ {without:.2f} s",
    )


def _recall() -> None:
    """How many names are found, as errors and at all, and false errors in 1,000 words."""
    for name in ("tuning", "held", "second", "third", "fourth", "fifth", "nobody"):
        print(f"sentences of {name}: found as an error, and found at all")
        print("\n".join(lines(score(sentences(CORPUS / f"{name}.yml")))), flush=True)


def _reading(project: Path, returns: int) -> None:
    texts = [path.read_text(encoding="utf-8") for path in project.glob("audits/**/*.yml")]

    def ours() -> None:
        for text in texts:
            with_places.parse(text)

    def plain() -> None:
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)

    with_us, without = _best(ours, plain)
    _say(
        f"reading {len(texts)} files ({returns} returns) with places ÷ CSafeLoader",
        with_us / without,
        READING_GOAL,
        f"{with_us:.2f} s ÷ {without:.2f} s",
    )


def _building(project: Path, bare: Path, returns: int) -> None:
    pages = _bare_project(project, bare)

    def ours() -> None:
        _build(project)

    def plain() -> None:
        _build(bare)

    with_us, without = _best(ours, plain)
    _say(
        f"cold build of {pages} pages ({returns} returns) ÷ bare MkDocs, same pages as HTML in "
        "Markdown, same theme and navigation",
        with_us / without,
        BUILD_GOAL,
        f"{with_us:.1f} s ÷ {without:.1f} s",
    )


def _bare_project(project: Path, bare: Path) -> int:
    """The same pages as HTML in Markdown, with the theme and without the plugin."""
    checked = pipeline.check(project / "audits", AS_AT)
    templates = project / "site/templates"
    pages = pipeline.pages(checked, templates, Edition.INTRANET, AS_AT)
    shutil.copytree(project / "site", bare / "site")
    for page in pages:
        path = (bare / "site/pages" / page.uri).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {page.title!r}\n---\n\n{page.html}", encoding="utf-8")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    before, _, after = config.partition("  - audits:\n")
    rest = after.partition("markdown_extensions:")[2]
    bare_config = f"{before}\nvalidation:\n  omitted_files: ignore\nmarkdown_extensions:{rest}"
    (bare / "mkdocs.yml").write_text(bare_config, encoding="utf-8")
    return len(pages)


def _build(project: Path) -> None:
    shutil.rmtree(project / "build", ignore_errors=True)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        check=True,
        stderr=subprocess.DEVNULL,
    )


def _best(ours: Callable[[], None], plain: Callable[[], None]) -> tuple[float, float]:
    """The best time of each, taken in turns; in seconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for run, taken in zip((ours, plain), times, strict=True):
            start = time.perf_counter()
            run()
            taken.append(time.perf_counter() - start)
    return min(times[0]), min(times[1])


def _say(what: str, ratio: float, goal: float, times: str) -> None:
    verdict = "meets" if ratio <= goal else "misses"
    print(f"{ratio:.2f}  {what}  ({times}; {verdict} the goal of {goal:.2f})", flush=True)


if __name__ == "__main__":
    main()
