"""Which papers there are to print: an audit's briefing and poster, a theme's discussion pack."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.aggregate.book import Book
from generator.model.library import Audit
from generator.model.registers import Theme
from generator.render import uris
from generator.render.page import Step

BRIEFING: Final = "7-minute briefing"
POSTER: Final = "Poster"


def papers_of(audit: Audit) -> tuple[Step, ...]:
    """Those of an audit: a briefing where there is something to tell, a poster of its messages."""
    told = audit.briefing or audit.in_short or audit.findings or audit.recommendations
    briefing = Step(BRIEFING, uris.of_audit(audit.id, "briefing"))
    poster = Step(POSTER, uris.of_audit(audit.id, "poster"))
    return (*([briefing] if told else []), *([poster] if audit.in_short else []))


def packs_of(book: Book, themes: Iterable[str]) -> tuple[Step, ...]:
    """Those of some themes: about each something was found, and something is asked."""
    return tuple(
        Step(pack_called(book.library.themes[id_]), uris.discussion(id_))
        for id_ in themes
        if (found := book.themes[id_].findings)
        and (book.library.themes[id_].questions or any(one.finding.questions for one in found))
    )


def pack_called(theme: Theme) -> str:
    """What pages call the pack of a theme."""
    return f"Discussion pack: {theme.name}"
