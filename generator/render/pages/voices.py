"""Whose voices audits heard, how, and what they said: in one audit, and across all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.library import Audit
from generator.model.voices import Speaker, Voice
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.parts import AROUND, Part, by_audit, in_parts
from generator.render.writer import Plan


@dataclass(frozen=True)
class HeardVoice:
    """A voice and the audit that heard it."""

    audit: str
    id: str
    voice: Voice


@dataclass(frozen=True)
class AllVoices:
    """Every voice that audits heard, by who spoke."""

    template: ClassVar[str] = "voices.html"
    speakers: dict[Speaker, tuple[HeardVoice, ...]]
    audits: Mapping[str, Audit]
    about: str = "What children, adults, families, practitioners and leaders told audits."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name: each voice is found in its audit."""
        return (SearchEntry("", "Voices of all audits", self.about, EntryKind.LIST),)


def plans(book: Book) -> Iterator[Plan]:
    """The page, where any audit heard anybody."""
    voices = [
        HeardVoice(audit.id, id_, voice)
        for audit in book.audits
        for id_, voice in audit.voices.items()
    ]
    audits = {audit.id: audit for audit in book.audits}
    sizes: Counter[str] = Counter()
    for heard in voices:
        said = sum(AROUND + len(said.text) for said in heard.voice.said)
        sizes[heard.audit] += AROUND + len(heard.voice.how) + said

    def plan(part: Part) -> Plan:
        of_part = [heard for heard in voices if heard.audit in part.keys]
        speakers = {who: tuple(one for one in of_part if one.voice.who is who) for who in Speaker}
        speakers = {who: of_who for who, of_who in speakers.items() if of_who}
        return Plan(part.uri, "Voices", AllVoices(speakers, audits))

    if voices:
        yield from in_parts(by_audit(uris.VOICES, book.audits, sizes), plan)
