"""Whose voices audits heard, how, and what they said: in one audit, and across all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.library import Audit
from generator.model.voices import Speaker, Voice
from generator.render import uris
from generator.render.page import SearchEntry
from generator.render.prose import plain
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
    about: str = "What children, families, practitioners and leaders told audits."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name, and every voice by what was said."""
        return (
            SearchEntry("", "Voices of all audits", self.about),
            *(
                SearchEntry(
                    f"{one.audit}-{one.id}",
                    one.voice.title,
                    " ".join(plain(said.text) for said in one.voice.said),
                )
                for heard in self.speakers.values()
                for one in heard
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The page, where any audit heard anybody."""
    heard = [
        HeardVoice(audit.id, id_, voice)
        for audit in book.audits
        for id_, voice in audit.voices.items()
    ]
    speakers = {who: tuple(one for one in heard if one.voice.who is who) for who in Speaker}
    speakers = {who: voices for who, voices in speakers.items() if voices}
    if speakers:
        audits = {audit.id: audit for audit in book.audits}
        yield Plan(uris.VOICES, "Voices", AllVoices(speakers, audits))
