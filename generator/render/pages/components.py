"""What pages are made of, each part shown with real data: for who changes how the site looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, TypeVar

from generator.aggregate.book import Book
from generator.model.case import Case
from generator.model.findings import State
from generator.model.library import Audit
from generator.model.registers import Scale
from generator.model.words import case_name
from generator.render import uris
from generator.render.answers import Answers, of_question
from generator.render.change_chart import ChangeChart
from generator.render.chart_titles import lowest_and_highest
from generator.render.charts import keys
from generator.render.choice import Choice
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.findings import ShownFinding, shown_finding
from generator.render.pages.returns import ShownMatrix, shown_matrix
from generator.render.pages.then_and_now import changes_since
from generator.render.writer import Plan

Sample = TypeVar("Sample")

_ROWS_OF_A_SAMPLE: Final = 3


@dataclass(frozen=True)
class SampleRow:
    """A question with its answers."""

    name: str
    answers: Answers


@dataclass(frozen=True)
class SampleChart:
    """A few questions of one audit."""

    finding: str
    keys: tuple[Scale, ...]
    rows: tuple[SampleRow, ...]


@dataclass(frozen=True)
class SampleQuote:
    """Something that somebody said, and who."""

    text: str
    who: str


@dataclass(frozen=True)
class SampleCase:
    """A case and its name."""

    name: str
    case: Case


@dataclass(frozen=True)
class Of:
    """The audit that a sample is taken from, and the sample."""

    audit: Audit
    sample: object


@dataclass(frozen=True)
class Component:
    """A part that pages are made of."""

    name: str
    file: str
    """Its file in `site/templates/components/`, and the name of what draws the sample."""
    use: str
    """What it is for, in a sentence."""
    of: Of | None
    """None where nothing in this edition has one."""

    @property
    def id(self) -> str:
        """Its id on the page."""
        return self.file.replace("_", "-")


@dataclass(frozen=True)
class Components:
    """Every part that pages are made of."""

    template: ClassVar[str] = "components-shown.html"
    components: tuple[Component, ...]
    about: str = "The parts that pages are made of, each with real data."
    search: tuple[SearchEntry, ...] = (SearchEntry("", "Components", about, EntryKind.GUIDE),)


def plans(book: Book) -> Iterator[Plan]:
    """The one page, which is there in every edition, and without any audit."""
    view = Components(tuple(_components(book)))
    yield Plan(uris.COMPONENTS, "Components", view, next=Step("Rules", uris.RULES))


def _components(book: Book) -> Iterator[Component]:
    def of(*samples: Callable[[Book, Audit], object | None]) -> Of | None:
        found = (_first(book, sample) for sample in samples)
        return next(filter(None, found), None)

    yield Component(
        "Key message",
        "key_messages",
        "What to do differently, at the top of an audit.",
        of(lambda _, audit: audit.in_short[:_ROWS_OF_A_SAMPLE]),
    )
    yield Component(
        "Figure",
        "figure",
        "A share with what it is of, and how many gave each answer.",
        of(_figure_with_base, _figure),
    )
    yield Component(
        "Finding",
        "finding",
        "What was found, what it rests on, and what is to be done about it.",
        of(_finding),
    )
    yield Component(
        "Pull quote", "pull_quote", "What somebody said, set apart, in our words.", of(_quote)
    )
    yield Component(
        "Judgement", "judgement", "A grade in its look; the best comes first.", of(_grades)
    )
    yield Component(
        "State", "state", "How far a recommendation has come: each that there is.", of(_states)
    )
    yield Component(
        "Matrix",
        "matrix",
        "Agencies by cases: a sign and a word in each cell, not a colour alone.",
        of(_matrix_with_answers, lambda book, audit: shown_matrix(book, audit.id)),
    )
    yield Component(
        "Chart",
        "chart",
        "A title that says what it shows, the key above it, and every number written.",
        of(_chart),
    )
    yield Component(
        "Then and now",
        "changes",
        "Shares of two audits on one measure, with how far each difference is known.",
        of(_changes_told, _changes),
    )
    yield Component(
        "Case header", "case_header", "What is said of a case before anything else.", of(_case)
    )
    yield Component("Filter", "filter", "Lists that leave only what was chosen.", of(_filter))


def _first(book: Book, sample: Callable[[Book, Audit], object | None]) -> Of | None:
    """The first sample that there is; of an audit that is made up only where there is no other."""
    for audit in sorted(book.audits, key=lambda audit: audit.made_up):
        if found := sample(book, audit):
            return Of(audit, found)
    return None


def _figure(book: Book, audit: Audit) -> SampleRow | None:
    return _only(_rows(book, audit))


def _figure_with_base(book: Book, audit: Audit) -> SampleRow | None:
    return _only(row for row in _rows(book, audit) if " of " in row.answers.share.what)


def _matrix_with_answers(book: Book, audit: Audit) -> ShownMatrix | None:
    return shown_matrix(book, audit.id) if book.matrices[audit.id].with_answers else None


def _finding(book: Book, audit: Audit) -> ShownFinding | None:
    return _only(shown_finding(book, audit, id_, one) for id_, one in audit.findings.items())


def _quote(_: Book, audit: Audit) -> SampleQuote | None:
    said = (SampleQuote(one.text, of.title) for of in audit.voices.values() for one in of.said)
    return _only(said)


def _grades(book: Book, audit: Audit) -> tuple[tuple[str, str], ...]:
    scale = book.library.scales.get(audit.grades or "")
    return tuple((audit.grades or "", value) for value in scale.choices) if scale else ()


def _states(book: Book, audit: Audit) -> tuple[State, ...]:
    """Of all audits: one has few."""
    there_are = {one.state for found in book.recommendations.values() for one in found}
    return tuple(state for state in State if state in there_are) if audit.recommendations else ()


def _rows(book: Book, audit: Audit) -> Iterator[SampleRow]:
    for result in book.results[audit.id].questions.values():
        answers = of_question(result)
        if answers.drawn.bars and answers.share.number:
            yield SampleRow(f"{result.question.ref} {result.question.label}", answers)


def _chart(book: Book, audit: Audit) -> SampleChart | None:
    rows = tuple(_rows(book, audit))[:_ROWS_OF_A_SAMPLE]
    if not rows:
        return None
    questions = book.results[audit.id].questions
    of_rows = {ref: questions[ref] for ref in (row.name.split()[0] for row in rows)}
    return SampleChart(
        lowest_and_highest(
            {ref: one.share for ref, one in of_rows.items()},
            are_rounded=any(one.shown for one in of_rows.values()),
        ),
        keys(one.scale for one in of_rows.values()),
        rows,
    )


def _changes(book: Book, audit: Audit) -> ChangeChart | None:
    chart = changes_since(book, audit.id)
    return ChangeChart(chart.rows[:_ROWS_OF_A_SAMPLE]) if chart else None


def _changes_told(book: Book, audit: Audit) -> ChangeChart | None:
    chart = changes_since(book, audit.id)
    told = tuple(row for row in chart.rows if row.change.points) if chart else ()
    return ChangeChart(told[:_ROWS_OF_A_SAMPLE]) if told else None


def _case(_: Book, audit: Audit) -> SampleCase | None:
    return _only(SampleCase(case_name(id_), case) for id_, case in audit.cases.items())


def _filter(book: Book, audit: Audit) -> tuple[Choice, ...]:
    of_findings = (theme for finding in audit.findings.values() for theme in finding.themes)
    themes = {id_: book.library.themes[id_].name for id_ in dict.fromkeys(of_findings)}
    return (Choice("theme", "Theme", "all themes", themes),) if themes else ()


def _only(of: Iterable[Sample]) -> Sample | None:
    return next(iter(of), None)
