"""Agencies' grades of their own work beside the panel's: who judged above, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.self_judgement import JudgedTwice, Leaning
from generator.model.tool import Judge, JudgementAsked
from generator.model.words import AgencyId
from generator.render.chart_titles import above_the_panel
from generator.render.charts import StepChart
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class AgencyJudged:
    """One agency's judgements beside the panel's, case by case."""

    by_steps: dict[int, list[JudgedTwice]]
    """By how many grades the agency's is the better one."""
    leaning: Leaning


@dataclass(frozen=True)
class JudgedSection:
    """A judgement of the tool: of the whole work, or of one section."""

    judgement: JudgementAsked
    leaning: Leaning
    agencies: dict[AgencyId, AgencyJudged]


@dataclass(frozen=True)
class OwnGrades:
    """What agencies and the panel both judged."""

    template: ClassVar[str] = "own-grades.html"
    frame: Frame
    own: tuple[JudgedSection, ...]
    """The judgements of an agency's own work, in the order of the tool."""
    shared: tuple[JudgedSection, ...]
    """Those of the work of all."""
    leaning: Leaning
    """All that agencies said of their own work."""
    agencies: dict[AgencyId, Leaning]
    """What each said of its own work; who has the most above, less those below, comes first."""
    chart: StepChart
    finding: str
    """What agencies' own grades come to, as the title of the chart."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return (
            "How agencies graded their own work, and how the panel of all agencies did: "
            f"{self.frame.audit.title}."
        )

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title."""
        return (SearchEntry("", self.frame.called("Own grades"), self.about),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The page, where agencies and the panel graded the same on one scale."""
    audit = frame.audit
    judged = book.judged_twice.get(audit.id, ())
    if not (judged and audit.tool):
        return
    by_ref: dict[str, list[JudgedTwice]] = {}
    for grade in judged:
        by_ref.setdefault(grade.ref, []).append(grade)
    sections = [
        _section(judgement, by_ref[judgement.ref])
        for judgement in audit.tool.judgements
        if judgement.ref in by_ref
    ]
    own = tuple(section for section in sections if section.judgement.of is Judge.AGENCY)
    of_own = [grade for section in own for grade in by_ref[section.judgement.ref]]
    leanings = {agency: Leaning.of(its) for agency, its in _by_agency(of_own).items()}
    most_above_first = dict(sorted(leanings.items(), key=lambda item: -item[1].balance))
    without = {grade.agency: Leaning({}) for grade in judged if grade.agency not in leanings}
    view = OwnGrades(
        frame=frame,
        own=own,
        shared=tuple(section for section in sections if section.judgement.of is Judge.PARTNERSHIP),
        leaning=Leaning.of(of_own),
        agencies=most_above_first | without,
        chart=StepChart.holding(
            agency.leaning for section in sections for agency in section.agencies.values()
        ),
        finding=above_the_panel(Leaning.of(of_own)),
    )
    yield audit_plan(frame, "own-grades", "Own grades", view, "tool.yml")


def _section(judgement: JudgementAsked, judged: list[JudgedTwice]) -> JudgedSection:
    agencies = {agency: _agency(its) for agency, its in _by_agency(judged).items()}
    return JudgedSection(judgement, Leaning.of(judged), agencies)


def _agency(judged: list[JudgedTwice]) -> AgencyJudged:
    by_steps: dict[int, list[JudgedTwice]] = {}
    for grade in judged:
        by_steps.setdefault(grade.steps, []).append(grade)
    return AgencyJudged(by_steps, Leaning.of(judged))


def _by_agency(judged: Iterable[JudgedTwice]) -> dict[AgencyId, list[JudgedTwice]]:
    by_agency: dict[AgencyId, list[JudgedTwice]] = {}
    for grade in judged:
        by_agency.setdefault(grade.agency, []).append(grade)
    return by_agency
