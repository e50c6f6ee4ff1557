"""Figures in prose: what `{{ of("R1") }}` stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from generator.aggregate.figure import Figure
from generator.aggregate.tally import Tally
from generator.diagnostics.wording import counted, listed, nearest
from generator.read.markdown import Bound

FUNCTIONS: Final[Mapping[str, int]] = {"percent": 1, "of": 1, "base": 1, "count": 2}
"""What can be asked of a question, and with how many arguments: its reference, then an answer."""


_NONE: Final[Mapping[str, Decimal]] = MappingProxyType({})


@dataclass(frozen=True)
class BoundFigure:
    """What stands in the text, the figure it was taken from, and whose figure that is."""

    text: str
    """What stands in the sentence: `82%`, `82% (23 of 28 returns)`, `28`, `5`."""
    basis: str
    """What it is taken from: `23 of 28 returns`."""
    ref: str
    """The question's reference."""


class UnknownFigureError(ValueError):
    """A reference to a figure that the data does not give."""

    def __init__(self, message: str, tip: str) -> None:
        super().__init__(message)
        self.message = message
        self.tip = tip


def bind(
    bound: Bound, tallies: Mapping[str, Tally], printed: Mapping[str, Decimal] = _NONE
) -> BoundFigure:
    """What a reference stands for; raises UnknownFigureError where that is nothing.

    `printed` holds the shares of questions of which no counts are known.
    """
    _check_call(bound)
    ref = bound.arguments[0]
    if ref in printed and ref not in tallies:
        return _as_printed(bound, printed[ref])
    tally = _tally(ref, tallies)
    match bound.name:
        case "base":
            return BoundFigure(str(tally.base), tally.figure.of, ref)
        case "count":
            figure = _share(ref, tally, bound.arguments[1])
            return BoundFigure(str(figure.count), figure.of, ref)
    if not tally.favourable:
        raise UnknownFigureError(
            f"`{ref}` has no percentage: its scale names no favourable answer",
            f'Write how many gave one answer: `{{{{ count("{ref}", "{tally.choices[0]}") }}}}`.',
        )
    text = tally.figure.short if bound.name == "percent" else tally.figure.words
    return BoundFigure(text, tally.figure.of, ref)


def _as_printed(bound: Bound, share: Decimal) -> BoundFigure:
    ref = bound.arguments[0]
    if bound.name not in ("percent", "of"):
        raise UnknownFigureError(
            f"`{ref}` has no {bound.name}: its source printed percentages only",
            f'Write `{{{{ percent("{ref}") }}}}`.',
        )
    return BoundFigure(f"{share}%", "as printed; the base is not known", ref)


def _check_call(bound: Bound) -> None:
    if bound.text == "{{":
        raise UnknownFigureError(
            "`{{` starts a figure and nothing ends it",
            'Write it whole, such as `{{ of("R1") }}`; signs that are meant go between backticks.',
        )
    if not bound.name:
        raise UnknownFigureError(
            f"`{bound.text}` is not written as a figure is",
            'Write it like `{{ of("R1") }}` or `{{ count("R1", "no") }}`, with straight quotes.',
        )
    if bound.name not in FUNCTIONS:
        near = nearest(bound.name, FUNCTIONS)
        raise UnknownFigureError(
            f"there is no figure `{bound.name}`",
            f"Did you mean `{near}`?" if near else f"There are {listed(list(FUNCTIONS))}.",
        )
    wanted = FUNCTIONS[bound.name]
    if len(bound.arguments) != wanted:
        given = counted(len(bound.arguments), "thing")
        example = '("R1")' if wanted == 1 else '("R1", "no")'
        raise UnknownFigureError(
            f"`{bound.name}` has {given} between its brackets, and needs {wanted}",
            f"Write it like `{{{{ {bound.name}{example} }}}}`.",
        )


def _tally(ref: str, tallies: Mapping[str, Tally]) -> Tally:
    if ref not in tallies:
        near = nearest(ref, tallies)
        if near:
            tip = f"Did you mean `{near}`?"
        elif tallies:
            tip = f"Questions with figures: {listed(list(tallies))}."
        else:
            tip = "There are no figures here to refer to."
        raise UnknownFigureError(f"no question with figures is called `{ref}`", tip)
    tally = tallies[ref]
    if not tally.base:
        raise UnknownFigureError(
            f"nobody gave `{ref}` an answer that counts, so it has no figure",
            "Leave the figure out, and say in words that nobody answered.",
        )
    return tally


def _share(ref: str, tally: Tally, answer: str) -> Figure:
    if answer not in tally.choices:
        near = nearest(answer, tally.choices)
        tip = f"Did you mean `{near}`?" if near else f"Its answers are {listed(tally.choices)}."
        raise UnknownFigureError(f"`{answer}` is no answer on the scale of `{ref}`", tip)
    return tally.share(answer)
