"""A tree in which every field that can hold words of its own holds a word that stands nowhere else.

It is walked from the models, so that a new field is in it by itself. What contradicts itself when
all fields are filled at once is let be: the tree is built without being checked.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

import yaml

from generator.model.case import AgeBand
from generator.model.contact import MailAddress
from generator.model.deadline import Deadline
from generator.model.edition import Edition
from generator.model.field_list import edition_of_file
from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind
from generator.model.nouns import Noun, OtherNoun
from generator.model.record import Record, widest_edition
from generator.model.words import (
    BoardYear,
    Id,
    Markdown,
    PartialDate,
    PlainText,
    Ref,
    Reference,
    day_words,
)

AUDIT, CASE, AGENCY = "small", "zzcase", "police"
NAMED = {
    **{"agency": AGENCY, "theme": "planning", "case": CASE, "finding": "late-plans"},
    **{"scale": "yes-no", "partnership": "smallshire", "voice": "mothers", "work": "a-book"},
    **{"recommendation of any audit": f"{AUDIT}/plan-sooner", "audit": AUDIT, "question": "R1"},
    **{"judgement": "JP", "question or judgement": "R1", "section": "plan"},
}
"""What a field that names something names."""

ENTRIES = {
    **{"partnerships": "smallshire", "agencies": AGENCY, "themes": "planning"},
    **{"scales": "yes-no", "glossary": "smart", "bibliography": "a-book"},
    **{"findings": "late-plans", "recommendations": "plan-sooner", "voices": "mothers"},
}
"""The entry of each file that has several."""

KEPT: dict[str, Any] = {
    "ScaleValue.value": "yes",
    "Scale.favourable": ["yes"],
    "Answer.answer": "yes",
    "Answer.reason": None,
    "Judgement.grade": "yes",
    "Case.judgement": "yes",
    "Case.judgements": {"JP": "yes"},
    "Question.asked_if": {},
    "Question.ref": "R1",
    "Question.several": False,
    "JudgementAsked.ref": "JP",
    "Section.id": "plan",
    "AuditFile.earlier": None,
    "AuditFile.status": "published",
    "Theme.under": None,
    "PublishedFigure.counts": {"yes": 30},
    "PublishedFigure.percentages": {"yes": 30},
}
"""Fields that hold words of a scale, or that pages could not be made with otherwise."""


@dataclass
class Canaries:
    """The tree's words, each with the field that it is of and who may see it."""

    words: dict[str, tuple[str, Edition]] = field(default_factory=dict)
    days: dict[str, tuple[str, Edition]] = field(default_factory=dict)

    def value(self, annotation: Any, name: str, edition: Edition) -> Any:
        """A value of a type, with a word of its own wherever words can stand."""
        for known, made in _FIXED:
            if annotation == known:
                return made
        if annotation == MailAddress:
            return f"{self.word(name, edition)}@smallshire.example"
        marks = getattr(annotation, "__metadata__", ())
        if any(isinstance(mark, Reference) and mark.kind in NAMED for mark in marks):
            return next(NAMED[mark.kind] for mark in marks if isinstance(mark, Reference))
        if any(isinstance(mark, Markdown | PlainText) for mark in marks):
            return self.word(name, edition)
        origin, inner = get_origin(annotation), get_args(annotation)
        if marks:
            return self.value(inner[0], name, edition)
        if origin is tuple:
            return [self.value(inner[0], name, edition)]
        if origin is dict:
            key = self.value(inner[0], f"{name} (key)", edition)
            return {key: self.value(inner[1], name, edition)}
        if inner:
            return self.value(next(one for one in inner if one is not NoneType), name, edition)
        return self._plain(annotation, name, edition)

    def _plain(self, kind: Any, name: str, edition: Edition) -> Any:
        if inspect.isclass(kind) and issubclass(kind, Record):
            return dict(self.fields(kind, edition))
        if inspect.isclass(kind) and issubclass(kind, Enum):
            return next(iter(kind)).value
        if kind is PartialDate:
            day = date(1987, 1, 1) + timedelta(days=len(self.days))
            for way in (day.isoformat(), day_words(day)):
                self.days.setdefault(way, (name, edition))
            return day.isoformat()
        return {bool: True, int: 30, Decimal: 30, Deadline: "2031-03-31", str: "yes"}[kind]

    def fields(self, record: type[Record], edition: Edition) -> Iterator[tuple[str, Any]]:
        """Every field of a record, with its value."""
        for name, of in record.model_fields.items():
            widest = min(edition, widest_edition(record, name), key=lambda one: one.width)
            called = f"{record.__name__}.{name}"
            value = (
                KEPT[called]
                if called in KEPT
                else self.value(of.rebuild_annotation(), called, widest)
            )
            if value is not None:
                yield name, value

    def word(self, name: str, edition: Edition) -> str:
        """A new word for this field."""
        number, letters = len(self.words), ""
        for _ in range(3):
            number, letter = divmod(number, 20)
            letters += "bcdfghjklmnpqrstvwxz"[letter]
        word = f"canary{letters}"
        self.words[word] = (name, edition)
        return word


_FIXED: tuple[tuple[Any, Any], ...] = (
    (AgeBand, "71 to 79"),
    (Noun, "families"),
    (OtherNoun, "families"),
    (BoardYear, "2031-32"),
    (Id, "an-id"),
    (Ref, "R1"),
)


def write_tree(audits: Path) -> Canaries:
    """Write the tree; gives its words."""
    canaries = Canaries()
    for kind in (*REGISTERS, *AUDIT_FILES):
        folder = audits if kind in REGISTERS else audits / AUDIT
        path = kind.pattern.format(case=CASE, agency=AGENCY, part="part")
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(kind, canaries), encoding="utf-8")
    return canaries


def _text(kind: FileKind, canaries: Canaries) -> str:
    edition = edition_of_file(kind)
    if kind.record is None:
        return canaries.word(f"{kind.name}: the text", edition)
    data = dict(canaries.fields(kind.record, edition))
    body = data.pop(kind.body) if kind.body else ""
    written = yaml.safe_dump({ENTRIES[kind.name]: data} if kind.keyed else data, sort_keys=False)
    return f"---\n{written}---\n\n{body}\n" if kind.body else written
