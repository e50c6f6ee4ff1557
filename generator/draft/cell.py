"""What stands in a cell of figures: a count, a percentage, both, of how many, or a mark."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.model.words import SUPPRESSED


@dataclass(frozen=True)
class Figure:
    """The numbers of a cell, as far as it says what they are."""

    number: Decimal | None = None
    """A number without a sign: a count, or what its column says that it is."""
    of: int | None = None
    """What it is out of."""
    share: Decimal | None = None
    """A number with the sign of a percentage."""
    aside: Decimal | None = None
    """A number without a sign in brackets behind another."""
    mark: str = ""
    """What stands in place of a number that is suppressed, such as `<5`."""


_WHOLE: Final = r"(?:[1-9][0-9]{0,2},[0-9]{3}|[1-9](?:,[0-9]{3}){2}|0|[1-9][0-9]{0,6})"
_NUMBER: Final = rf"(?:(?:0|[1-9][0-9]{{0,3}})\.[0-9]+|{_WHOLE})"
_COUNT: Final = rf"(?:n ?= ?)?(?P<number>{_WHOLE})(?: ?(?:of|out of|/) ?(?P<of>{_WHOLE}))?"
_SHARE: Final = rf"(?P<share>{_NUMBER}) ?(?:%|per ?cent)"
_FORMS: Final = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<number>{_NUMBER})",
        _COUNT,
        _SHARE,
        rf"{_COUNT}[ ,;]*\(?\[? ?{_SHARE} ?\)?\]?",
        rf"{_SHARE}[ ,;]*\(?\[? ?{_COUNT} ?\)?\]?",
        rf"(?P<number>{_WHOLE}) ?[(\[](?P<aside>{_NUMBER})[)\]]",
    )
]


def figure(text: str) -> Figure | None:
    """The figure that a cell is; none where it is words.

    >>> figure("11 (55%)"), figure("5 of 19") == Figure(Decimal(5), of=19), figure("five")
    (Figure(number=Decimal('11'), of=None, share=Decimal('55'), aside=None, mark=''), True, None)
    """
    said = plain(text)
    if SUPPRESSED.fullmatch(said):
        return Figure(mark=said)
    for form in _FORMS:
        found = form.fullmatch(said)
        if found:
            held = {name: value.replace(",", "") for name, value in found.groupdict("").items()}
            number, share, aside = (
                Decimal(held[name]) if held.get(name) else None
                for name in ("number", "share", "aside")
            )
            return Figure(number, int(held["of"]) if held.get("of") else None, share, aside)
    return None


def is_unprinted(text: str) -> bool:
    """Whether a cell is blank or has a dash: that is not printed, and never nought."""
    return not plain(text).strip("-")


def plain(text: str) -> str:
    """A text without what makes no difference: case, kinds of dashes, quotes and spaces.

    What nobody sees, such as the soft hyphens of a PDF, goes as well.
    """
    said = unicodedata.normalize("NFKC", text).casefold()
    said = "".join(sign for sign in said if unicodedata.category(sign) != "Cf")
    said = re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"[\u2018\u2019]", "'", said))
    return " ".join(said.split())
