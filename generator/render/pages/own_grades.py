"""Agencies' grades of their own work beside the panel's: who judged above, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.self_judgement import JudgedTwice, Leaning
from generator.model.tool import JudgementAsked
from generator.model.words import AgencyId
from generator.render.charts import StepPlot, step_plot
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan

_FEWEST_STEPS: Final = 2
"""A line shows at least so many grades to either side, however near the grades are."""


@dataclass(frozen=True)
class AgencyJudged:
    """One agency's judgements beside the panel's, case by case."""

    judged: tuple[JudgedTwice, ...]
    leaning: Leaning
    chart: StepPlot

    @property
    def by_steps(self) -> tuple[tuple[int, tuple[JudgedTwice, ...]], ...]:
        """The cases by how many grades lie between, the farthest above first."""
        steps = sorted({one.steps for one in self.judged}, reverse=True)
        return tuple(
            (step, tuple(one for one in self.judged if one.steps == step)) for step in steps
        )


@dataclass(frozen=True)
class JudgedSection:
    """A judgement of the tool: of the whole work, or of one section."""

    judgement: JudgementAsked
    leaning: Leaning
    above: tuple[AgencyId, ...]
    """Who judged above the panel more often than below it."""
    below: tuple[AgencyId, ...]
    agencies: dict[AgencyId, AgencyJudged]


@dataclass(frozen=True)
class OwnGrades:
    """What agencies and the panel both judged."""

    template: ClassVar[str] = "own-grades.html"
    frame: Frame
    judgements: tuple[JudgedSection, ...]
    """Those of the whole work first."""

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
    by_ref: dict[str, list[JudgedTwice]] = {}
    for one in judged:
        by_ref.setdefault(one.ref, []).append(one)
    if not (by_ref and audit.tool):
        return
    reach = max(_FEWEST_STEPS, *(abs(one.steps) for one in judged))
    sections = [
        _section(judgement, by_ref[judgement.ref], reach)
        for judgement in audit.tool.judgements
        if judgement.ref in by_ref
    ]
    whole_first = sorted(sections, key=lambda one: one.judgement.section is not None)
    view = OwnGrades(frame, tuple(whole_first))
    yield audit_plan(frame, "own-grades", "Own grades", view, "tool.yml")


def _section(judgement: JudgementAsked, judged: Sequence[JudgedTwice], reach: int) -> JudgedSection:
    by_agency: dict[AgencyId, list[JudgedTwice]] = {}
    for one in judged:
        by_agency.setdefault(one.agency, []).append(one)
    agencies = {
        agency: AgencyJudged(tuple(own), Leaning.of(own), step_plot(own, reach))
        for agency, own in by_agency.items()
    }
    leanings = {agency: one.leaning for agency, one in agencies.items()}
    return JudgedSection(
        judgement=judgement,
        leaning=Leaning.of(judged),
        above=tuple(agency for agency, one in leanings.items() if one.above > one.below),
        below=tuple(agency for agency, one in leanings.items() if one.below > one.above),
        agencies=agencies,
    )
