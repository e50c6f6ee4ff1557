"""A form: what one agency is asked about one case, before it is written as a page or a sheet.

Every way in which a form goes out is a writer of this value, and says nothing that is not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

from generator.model.audit import Dates
from generator.model.library import Audit, Library
from generator.model.registers import Scale, ScaleKind
from generator.model.tool import JudgementAsked, Question, Tool
from generator.model.words import AgencyId, CaseId, case_name

_DIGITS: Final = 8
"""Hexadecimal digits of a fingerprint: no two versions of a tool meet by chance."""


@dataclass(frozen=True)
class FormQuestion:
    """A question with the answers that it can have."""

    asked: Question
    scale: Scale

    @property
    def is_in_words(self) -> bool:
        """Whether it is answered by its comment alone."""
        return self.scale.kind is ScaleKind.PROSE

    @property
    def fingerprint(self) -> str:
        """The same as long as it asks the same, of the same people, with the same answers."""
        asked = self.asked
        return _hash(
            {
                "text": asked.text,
                "guidance": asked.guidance,
                "applies": asked.applies,
                "asked_if": asked.asked_if,
                "several": asked.several,
                "parts": asked.parts,
                "scale": _of_scale(self.scale),
            }
        )


@dataclass(frozen=True)
class FormJudgement:
    """A judgement with the grades that it can have."""

    asked: JudgementAsked
    scale: Scale

    @property
    def fingerprint(self) -> str:
        """The same as long as the same is judged by the same grades."""
        asked = self.asked
        return _hash(
            {
                "label": asked.label,
                "guidance": asked.guidance,
                "of": asked.of,
                "scale": _of_scale(self.scale),
            }
        )


@dataclass(frozen=True)
class FormSection:
    """Questions that belong together, and the judgements that close them."""

    title: str
    about: str | None
    questions: tuple[FormQuestion, ...] = ()
    judgements: tuple[FormJudgement, ...] = ()


@dataclass(frozen=True)
class Form:
    """What one agency is asked about one case. Of the case it tells no more than its letter."""

    audit: str
    """The audit's id."""
    title: str
    """What was audited."""
    partnership: str
    """The full name of who runs the audit."""
    made_up: bool
    period: str | None
    """The time that auditors look at."""
    dates: Dates
    """`due` is when the return is due, as far as it is known."""
    tool: Tool
    """For its title, its guidance and the headings of its comments; questions: `sections`."""
    sections: tuple[FormSection, ...]
    """The sections, and one without a title for judgements that stand for the whole."""
    agency: AgencyId
    agency_name: str
    case: CaseId
    others: Mapping[AgencyId, str]
    """Who else is asked in this audit, by id: whose good practice can be named."""

    @property
    def case_name(self) -> str:
        """What pages and forms call the case."""
        return case_name(self.case)

    @property
    def name(self) -> str:
        """What files of the form and of its return are called, before the dot."""
        return f"{self.agency}--{self.case}"

    @property
    def questions(self) -> tuple[FormQuestion, ...]:
        """Every question, in order."""
        return tuple(one for section in self.sections for one in section.questions)

    @property
    def judgements(self) -> tuple[FormJudgement, ...]:
        """Every judgement, in the order of the form."""
        return tuple(one for section in self.sections for one in section.judgements)

    @cached_property
    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of each question and judgement, by its reference.

        A saved return carries them, so that what changed since can be said.
        """
        every: tuple[FormQuestion | FormJudgement, ...] = (*self.questions, *self.judgements)
        return {one.asked.ref: one.fingerprint for one in every}

    @cached_property
    def fingerprint(self) -> str:
        """The fingerprint of all that is asked: another tool, or another version, has another."""
        return _hash(sorted(self.fingerprints.items()))


def forms_of(audit: Audit, library: Library) -> tuple[Form, ...]:
    """The forms of an audit, by agency and case, in the order in which they were asked.

    Raises ValueError for an audit that has no tool. The audit and the registers must be free of
    errors.
    """
    if audit.tool is None:
        raise ValueError(f"{audit.id} has no tool")
    sections = tuple(_sections(audit.tool, library.scales))
    asked = asked_cases(audit)
    names = {agency: library.agencies[agency].name for agency in asked}
    return tuple(
        Form(
            audit=audit.id,
            title=audit.title,
            partnership=library.partnerships[audit.partnership].name,
            made_up=audit.made_up,
            period=audit.period,
            dates=audit.dates,
            tool=audit.tool,
            sections=sections,
            agency=agency,
            agency_name=names[agency],
            case=case,
            others={other: name for other, name in names.items() if other != agency},
        )
        for agency, cases in asked.items()
        for case in cases
    )


def asked_cases(audit: Audit) -> dict[AgencyId, tuple[CaseId, ...]]:
    """The cases that each agency is asked about, in the order of the audit."""
    asked: dict[AgencyId, set[CaseId]] = {}
    for one in audit.asked:
        asked.setdefault(one.agency, set()).update(one.cases or audit.cases)
    return {
        agency: tuple(case for case in audit.cases if case in cases)
        for agency, cases in asked.items()
    }


def _sections(tool: Tool, scales: Mapping[str, Scale]) -> Iterator[FormSection]:
    judged: dict[str | None, list[FormJudgement]] = {}
    for judgement in tool.judgements:
        one = FormJudgement(judgement, scales[judgement.scale])
        judged.setdefault(judgement.section, []).append(one)
    for section in tool.sections:
        yield FormSection(
            section.title,
            section.about,
            tuple(FormQuestion(one, scales[one.scale]) for one in section.questions),
            tuple(judged.get(section.id, ())),
        )
    if overall := judged.get(None):
        yield FormSection("", None, judgements=tuple(overall))


def _of_scale(scale: Scale) -> Any:
    return [scale.choices, [(value.label, value.meaning) for value in scale.values]]


def _hash(asked: Any) -> str:
    text = json.dumps(asked, ensure_ascii=True, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:_DIGITS]
