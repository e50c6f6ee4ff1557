"""The papers of an audit: a briefing on the two sides of a sheet, and a poster on one.

What is longer than its paper is left out, and counted there: findings and recommendations in their
order, each whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple

from generator.aggregate.book import Book
from generator.model.findings import FindingKind, Reach, RecommendationKind, State
from generator.model.library import Audit
from generator.model.sheet import lines_of
from generator.model.words import MOST_LINES
from generator.render import uris
from generator.render.fitting import Fitted, Point, fitted, needed, shared_out
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.frame import Frame
from generator.render.pages.overview import facts
from generator.render.pages.papers import POSTER, packs_of, papers_of
from generator.render.writer import Plan, View


class Size(NamedTuple):
    """A size of letters on paper."""

    name: str
    line: int
    """How many letters of it a line holds."""
    height: float
    """How high a line of it is: in points on a poster, in lines of its text on a briefing."""


_SHEET: Final = 124
"""The lines of both sides of a briefing, without what a break between them leaves empty."""
_HEAD: Final = 7
"""What stands above its title and at its foot, in lines."""
_HEADING: Final = 2.4
"""What a part takes besides its points, in lines."""
_TITLE: Final = Size("title", 48, 1.9)


@dataclass(frozen=True)
class Part:
    """A part of a briefing: what of it fits, and where all of it stands."""

    id: str
    title: str
    points: Fitted
    one: str
    """What one of its points is called."""
    all_in: str = ""
    """Where all of them stand; none for what stands on the page itself, on a screen."""


@dataclass(frozen=True)
class BriefingPage:
    """What a team needs to know of an audit, on the two sides of a sheet."""

    template: ClassVar[str] = "briefing.html"
    frame: Frame
    facts: tuple[tuple[str, str], ...]
    background: str
    """None where it would not fit: then it stands on the overview alone."""
    why: str
    found: tuple[Part, ...]
    after: tuple[Part, ...]
    """What to do, questions, and where to get help; only what there is."""
    beside: tuple[Step, ...]
    """Other papers on the same."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What a team needs to know in seven minutes: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name: what it says is found where it comes from."""
        return (SearchEntry("", self.frame.called("Briefing"), kind=EntryKind.PAPER),)


SIZES: Final = (
    *(Size("largest", 28, 38), Size("larger", 34, 32), Size("large", 42, 27)),
    *(Size("medium", 54, 22), Size("small", 68, 18)),
)
"""The sizes of a poster's messages, the largest first."""

_POSTER: Final = 590
"""How high the messages of a poster may be, in points, below a title of one line."""
_POSTER_TITLE: Final = Size("title", 26, 36)


@dataclass(frozen=True)
class PosterPage:
    """The key messages of an audit, to pin up."""

    template: ClassVar[str] = "poster.html"
    frame: Frame
    size: str
    messages: Fitted
    beside: tuple[Step, ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"The key messages, to print and pin up: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name."""
        return (SearchEntry("", self.frame.called("Poster"), kind=EntryKind.PAPER),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The papers, each as a tab."""
    audit = frame.audit
    papers = papers_of(audit)
    beside = (*papers, *packs_of(book, audit.themes[:1]))
    for paper in papers:
        others = tuple(step for step in beside if step != paper)
        is_poster = paper.title == POSTER
        view: View = _poster(frame, others) if is_poster else _briefing(book, frame, others)
        file = "briefing.md" if audit.briefing and not is_poster else "audit.yml"
        yield Plan(
            paper.uri,
            paper.title,
            view,
            f"audits/{audit.id}/{file}",
            tab=paper.uri,
        )


class _Wanted(NamedTuple):
    """Points that would like to be in a briefing."""

    id: str
    title: str
    points: tuple[Point, ...]
    least: float
    """The lines that it is sure to get."""
    one: str
    all_in: str = ""


def _briefing(book: Book, frame: Frame, beside: tuple[Step, ...]) -> BriefingPage:
    audit = frame.audit
    numbers = facts(book, audit)
    background = _background(audit)
    why = audit.briefing.why if audit.briefing else ""
    head = _HEAD + _TITLE.height * lines_of(audit.title, _TITLE.line) + 2 * audit.made_up
    head += lines_of(" ".join(f"{number} {what} · " for number, what in numbers))
    texts = [text for text in (background, why) if text]
    wanted = _in_order(book, audit)
    titles = len(texts) + sum(1 for part in wanted if part.points)
    room = _SHEET - head - sum(map(lines_of, texts)) - _HEADING * titles
    shares = shared_out([(needed(part.points), part.least) for part in wanted], room)
    do, worries, questions, help_, strengths, asked = (
        Part(part.id, part.title, _fitted(part.points, share), part.one, part.all_in)
        for part, share in zip(wanted, shares, strict=True)
    )
    return BriefingPage(
        frame=frame,
        facts=numbers,
        background=background,
        why=why,
        found=_with_points(worries, strengths),
        after=_with_points(do, asked, questions, help_),
        beside=beside,
    )


def _fitted(points: tuple[Point, ...], room: float) -> Fitted:
    """What fits, where the line that says how much is left out may take room as well."""
    whole = fitted(points, room)
    return fitted(points, room - 1) if whole.left else whole


def _with_points(*parts: Part) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.points != Fitted((), ()))


def _background(audit: Audit) -> str:
    if audit.briefing and audit.briefing.background:
        return audit.briefing.background
    return audit.about if lines_of(audit.about) <= MOST_LINES else ""


def _in_order(book: Book, audit: Audit) -> Sequence[_Wanted]:
    """What would like to be in a briefing, what matters most first."""
    found = {
        is_strength: tuple(
            Point(finding.text, uris.finding(audit.id, id_))
            for id_, finding in audit.findings.items()
            if (finding.kind is FindingKind.STRENGTH) is is_strength
            and finding.reach is not Reach.PROCESS
        )
        for is_strength in (True, False)
    }
    do = tuple(map(Point, audit.in_short))
    questions = tuple(_questions(book, audit))
    help_ = tuple(_help(book, audit))
    asked = tuple(
        Point(one.recommendation.text, uris.recommendation(audit.id, one.id))
        for one in book.recommendations[audit.id]
        if one.recommendation.kind in _ASKED and one.state not in _SETTLED
    )
    findings = uris.of_audit(audit.id, "findings")
    to_do = uris.of_audit(audit.id, "recommendations")
    overview = uris.of_audit(audit.id)
    return (
        _Wanted("do", "What to do differently", do, 16, "point", f"{overview}#do"),
        _Wanted("improve", "To improve", found[False], 12, "finding", findings),
        _Wanted("questions", "Questions for a team", questions, 10, "question"),
        _Wanted("help", "Where to get help", help_, 7, "place"),
        _Wanted("well", "Worked well", found[True], 7, "finding", findings),
        _Wanted("asked", "What agencies are asked to do", asked, 7, "recommendation", to_do),
    )


_ASKED: Final = (RecommendationKind.RECOMMENDATION, RecommendationKind.ACTION)
_SETTLED: Final = (State.NOT_ACCEPTED, State.DONE, State.IMPACT_OVERDUE, State.IMPACT_SHOWN)


def _questions(book: Book, audit: Audit) -> Iterator[Point]:
    """Those of the briefing; else those of the findings, or of the audit's main theme."""
    own = audit.briefing.questions if audit.briefing else ()
    of_findings = [question for one in audit.findings.values() for question in one.questions]
    main = [book.library.themes[theme] for theme in audit.themes[:1]]
    of_theme = [question for theme in main for question in theme.questions]
    yield from map(Point, own or of_findings or of_theme)


def _help(book: Book, audit: Audit) -> Iterator[Point]:
    yield from map(Point, audit.briefing.help if audit.briefing else ())
    for id_ in audit.further_reading:
        work = book.library.bibliography[id_]
        yield Point(f"Read: {work.title} ({work.by})", f"{uris.REFERENCES}#{id_}")


def _poster(frame: Frame, beside: tuple[Step, ...]) -> PosterPage:
    audit = frame.audit
    messages = tuple(map(Point, audit.in_short))
    title = lines_of(audit.title, _POSTER_TITLE.line)
    room = _POSTER - (title - 1) * _POSTER_TITLE.height
    size = next(
        (size for size in SIZES if needed(messages, size.line) * size.height <= room), SIZES[-1]
    )
    return PosterPage(
        frame=frame,
        size=size.name,
        messages=fitted(messages, room / size.height, size.line),
        beside=beside,
    )
