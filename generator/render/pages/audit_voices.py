"""Whose voices an audit heard, and what they said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.voices import Voice
from generator.read.markdown import plain
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class AuditVoices:
    """The voices that one audit heard."""

    template: ClassVar[str] = "audit-voices.html"
    frame: Frame
    voices: dict[str, Voice]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Who was heard, how, and what they said: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name, and every voice by what was said."""
        return (
            SearchEntry("", self.frame.called("Voices"), self.about),
            *(
                SearchEntry(
                    id_,
                    voice.title,
                    " ".join(plain(said.text) for said in voice.said),
                    EntryKind.VOICE,
                )
                for id_, voice in self.voices.items()
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:  # noqa: ARG001
    """The voices, where anybody was heard."""
    if frame.audit.voices:
        view = AuditVoices(frame, frame.audit.voices)
        yield audit_plan(frame, "voices", "Voices", view, "voices.yml")
