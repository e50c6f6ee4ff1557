"""A paper for the meeting: all that agencies said about one case, what they must speak about first.

It is no page of the site: a document by itself, to be printed for the panel and for nobody else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, Final

import jinja2
from markupsafe import Markup

from generator.aggregate.book import book
from generator.aggregate.matrix import CellState
from generator.aggregate.side_by_side import SideBySide, farthest_first, side_by_side
from generator.model.case import Case
from generator.model.library import Audit, Library
from generator.model.registers import Scale
from generator.model.returns import GoodPractice
from generator.model.words import AgencyId, CaseId, case_name
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame
from generator.render.writer import Plan, Writer

_POLICY: Final = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'"
"""Nothing runs in it, and nothing is fetched."""


@dataclass(frozen=True)
class Pack:
    """What the panel sees of one case."""

    template: ClassVar[str] = "pack.html"
    frame: Frame
    id: CaseId
    name: str
    case: Case
    answered: tuple[AgencyId, ...]
    """Who sent answers."""
    unanswered: dict[AgencyId, CellState]
    """Who was asked and sent none, and what became of it."""
    notes: dict[AgencyId, str]
    """What must be known of an agency's return."""
    far_apart: tuple[SideBySide, ...]
    """What the agencies should speak about first."""
    others: tuple[SideBySide, ...]
    """Everything else that was asked, in the order of the form."""
    practice: tuple[tuple[AgencyId, GoodPractice], ...]
    """Good practice, each with the agency that saw it."""
    grades: Scale | None
    """What the panel can give."""

    @property
    def about(self) -> str:
        """What it is about."""
        return f"All answers about {self.name}, for the panel."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Nothing: it is no page of the site."""
        return ()


def packs(
    audit: Audit, library: Library, cases: Iterable[CaseId], templates: Path
) -> Iterator[tuple[CaseId, str]]:
    """The document of each case, as HTML. The audit and the registers must be free of errors."""
    alone = library.model_copy(update={"audits": {audit.id: audit}})
    everything = book(alone, date.min)  # nothing that stands in it depends on the date
    writer = Writer(everything, templates, ())
    frame = Frame(audit, library.partnerships[audit.partnership].name)
    around = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
    ).get_template("pack-document.html")
    style = (templates / "pack.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    states = everything.matrices[audit.id].rows
    for case in cases:
        view = _pack(frame, library, case, {agency: row[case] for agency, row in states.items()})
        page = writer.page(Plan(f"case-{case}.html", view.name, view))
        yield (
            case,
            around.render(
                title=f"{view.name} · {audit.title}",
                policy=_POLICY.format(style=digest),
                style=Markup(style),  # noqa: S704 - the program's own
                content=Markup(page.html),  # noqa: S704 - written by the template above
            ),
        )


def _pack(frame: Frame, library: Library, case: CaseId, states: dict[AgencyId, CellState]) -> Pack:
    audit = frame.audit
    rows = side_by_side(audit, library, case)
    far_apart = farthest_first(rows)
    of_case = audit.returns.get(case, {})
    returns = {agency: of_case[agency] for agency in states if agency in of_case}
    return Pack(
        frame=frame,
        id=case,
        name=case_name(case),
        case=audit.cases[case],
        answered=tuple(agency for agency, state in states.items() if state.has_answers),
        unanswered={
            agency: state
            for agency, state in states.items()
            if state.is_asked and not state.has_answers
        },
        notes={agency: one.note for agency, one in returns.items() if one.note},
        far_apart=far_apart,
        others=tuple(row for row in rows if row not in far_apart),
        practice=tuple(
            (agency, practice) for agency, one in returns.items() for practice in one.good_practice
        ),
        grades=library.scales[audit.grades] if audit.grades else None,
    )
