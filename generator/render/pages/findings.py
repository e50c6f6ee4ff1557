"""The findings of an audit, by group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation
from generator.model.findings import Finding, FindingKind, Reach
from generator.model.library import Audit
from generator.model.words import case_name
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.search import entry, names
from generator.render.writer import Plan

_REACHES: Final = {
    Reach.SYSTEM: ("wider-system", "To improve: the wider system"),
    Reach.THEME: ("theme", "To improve: work on {theme}"),
    Reach.AGENCY: ("single-agencies", "To improve: single agencies"),
    Reach.PROCESS: ("process", "To improve: how audits are done"),
    None: ("to-improve", "To improve"),
}


@dataclass(frozen=True)
class ShownFinding:
    """A finding with what it rests on and what answers it."""

    id: str
    finding: Finding
    figures: tuple[tuple[str, str, str], ...]
    """The reference and label of each question it rests on, and its figure if it has one."""
    answered_by: tuple[FoundRecommendation, ...]


@dataclass(frozen=True)
class FindingGroup:
    """Findings that belong together."""

    id: str
    title: str
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True)
class Findings:
    """What was found, by group."""

    template: ClassVar[str] = "findings.html"
    frame: Frame
    groups: tuple[FindingGroup, ...]
    themes: tuple[str, ...]
    agencies: tuple[str, ...]
    case_names: dict[str, str]
    called: dict[str, tuple[str, ...]]
    """What people call the themes and agencies of each finding."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What worked well and what to improve: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every finding by its words."""
        return (
            SearchEntry("", self.frame.called("Findings")),
            *(
                entry(
                    shown.id,
                    shown.finding.text,
                    shown.finding.detail,
                    EntryKind.FINDING,
                    self.called[shown.id],
                )
                for group in self.groups
                for shown in group.findings
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The findings, where there are any."""
    if frame.audit.findings:
        yield audit_plan(frame, "findings", "Findings", _findings(book, frame), "findings.yml")


def _findings(book: Book, frame: Frame) -> Findings:
    audit = frame.audit
    theme = book.library.themes[audit.themes[0]].name.lower() if audit.themes else "the theme"
    findings = [_shown(book, audit, id_, finding) for id_, finding in audit.findings.items()]
    groups = []
    for reach, (id_, title) in _REACHES.items():
        of_reach = [
            shown
            for shown in findings
            if shown.finding.kind is FindingKind.WORRY and shown.finding.reach is reach
        ]
        groups.append(FindingGroup(f"group_{id_}", title.format(theme=theme), tuple(of_reach)))
    for kind, id_, title in (
        (FindingKind.STRENGTH, "strengths", "What worked well"),
        (FindingKind.LEARNING, "learning", "What else was learnt"),
    ):
        of_kind = tuple(shown for shown in findings if shown.finding.kind is kind)
        groups.append(FindingGroup(f"group_{id_}", title, of_kind))
    used = [shown.finding for shown in findings]
    return Findings(
        frame=frame,
        groups=tuple(group for group in groups if group.findings),
        themes=tuple(dict.fromkeys(theme for finding in used for theme in finding.themes)),
        agencies=tuple(dict.fromkeys(agency for finding in used for agency in finding.agencies)),
        case_names={case: case_name(case) for case in audit.cases},
        called={
            id_: names(
                (book.library.themes[theme] for theme in finding.themes),
                (book.library.agencies[agency] for agency in finding.agencies),
            )
            for id_, finding in audit.findings.items()
        },
    )


def _shown(book: Book, audit: Audit, id_: str, finding: Finding) -> ShownFinding:
    results = book.results[audit.id].questions
    figures = tuple(
        (ref, results[ref].question.label, results[ref].words)
        for ref in finding.rests_on.answers
        if ref in results
    )
    answered = tuple(
        found for found in book.recommendations[audit.id] if id_ in found.recommendation.findings
    )
    return ShownFinding(id_, finding, figures, answered)
