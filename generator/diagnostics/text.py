"""Text for people: each fault with its line of the file, the place marked, and the tip."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

import click

from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic, Place, Severity
from generator.diagnostics.visible import JOINERS, Shown, visible
from generator.diagnostics.wording import counted

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST = 100
"""How many cells of a terminal a line of a file may take."""
_TAB = "    "


def write(found: Sequence[Diagnostic], circumstances: Circumstances) -> str:
    """The diagnostics as text, and a line that counts them."""
    line_at, colour = circumstances.line_at, circumstances.colour
    faults = [_fault(diagnostic, line_at(diagnostic.place), colour) for diagnostic in found]
    return Shown("\n".join([*faults, _summary(found, circumstances.files)]))


def _fault(diagnostic: Diagnostic, line: str | None, colour: bool) -> str:
    def paint(text: str, foreground: str | None = None) -> str:
        return click.style(text, fg=foreground, bold=True) if colour else text

    place, severity = diagnostic.place, diagnostic.severity
    number = str(place.line)
    margin = " " * len(number)
    bar = paint("|", "blue")
    lines = [
        paint(f"{severity.value}[{diagnostic.rule}]", _COLOURS[severity])
        + paint(f": {visible(diagnostic.message)}"),
        f"{margin}{paint('-->', 'blue')} {visible(_place_words(place))}",
    ]
    if line is not None:
        shown, blank, marks = _excerpt(line, place)
        lines += [
            f"{margin} {bar}",
            f"{paint(number, 'blue')} {bar} {shown}".rstrip(),
            f"{margin} {bar} {blank}{paint(marks, _COLOURS[severity])}",
        ]
        if diagnostic.tip:
            lines.append(f"{margin} {bar}")
    if diagnostic.tip:
        lines.append(f"{margin} {paint('=', 'blue')} tip: {visible(diagnostic.tip)}")
    return "".join(f"{line}\n" for line in lines)


def _place_words(place: Place) -> str:
    if place.where:
        return f"{place.path}, {place.where}"
    return f"{place.path}:{place.line}:{place.column}"


def _excerpt(line: str, place: Place) -> tuple[str, str, str]:
    """The line as it is shown, what stands below it before the place, and the marks."""
    # Of a line without end, what cannot be shown is not looked at.
    begins = max(0, min(place.column - 1, len(line)) - 2 * _WIDEST)
    ends = min(len(line), place.column + min(place.width, _WIDEST) + 2 * _WIDEST)
    cut_before, cut_after = begins > 0, ends < len(line)
    line = line[begins:ends]
    place = replace(place, column=place.column - begins)
    shown = [_shown(character) for character in line.rstrip("\r\n")]
    # Where each character starts, in cells, and where the last one ends.
    edges = [0, *accumulate(_cells(text) for text in shown)]
    first = min(max(place.column - 1, 0), len(shown))
    last = min(first + max(place.width, 1), len(shown))
    start, end = _window(edges, first, last)
    before = "…" if start or cut_before else ""
    after = "…" if end < len(shown) or cut_after else ""
    text = before + "".join(shown[start:end]) + after
    blank = " " * (len(before) + edges[first] - edges[start])
    # At least one mark: the place may be the line's end, where something is missing.
    return text, blank, "^" * max(edges[min(last, end)] - edges[first], 1)


def _window(edges: list[int], first: int, last: int) -> tuple[int, int]:
    """The characters of a line to show: all that fit, with the place in their middle."""
    if edges[-1] <= _WIDEST:
        return 0, len(edges) - 1
    room = _WIDEST - len("……")
    marked = min(edges[last] - edges[first], room)
    left = max(0, min(edges[first] - (room - marked) // 2, edges[-1] - room))
    # The last of several edges at one cell: accents stay with the letter before them.
    start = min(bisect_right(edges, left) - 1, first)
    return start, bisect_right(edges, left + room) - 1


def _shown(character: str) -> str:
    return _TAB if character == "\t" else visible(character)


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if character in JOINERS or unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    if not diagnostics:
        return f"No faults found in {counted(files, 'file')}.\n"
    by_severity = Counter(diagnostic.severity for diagnostic in diagnostics)
    counts = [
        counted(by_severity[severity], severity.value)
        for severity in Severity
        if by_severity[severity]
    ]
    found = " and ".join(filter(None, [", ".join(counts[:-1]), counts[-1]]))
    broken = len({diagnostic.place.path for diagnostic in diagnostics})
    said = f"Found {found} in {counted(broken, 'file')}.\n"
    return said + (_by_rule(diagnostics) if len(diagnostics) > _MANY else "")


_MANY = 20
"""With more than so many, the one that matters is easily overlooked."""


def _by_rule(diagnostics: Sequence[Diagnostic]) -> str:
    """How often each rule is broken, errors first, the rarest first among them."""
    counts = Counter((diagnostic.severity, diagnostic.rule) for diagnostic in diagnostics)
    ranks = list(Severity)
    ordered = sorted(counts.items(), key=lambda one: (ranks.index(one[0][0]), one[1], one[0][1]))
    return f"By rule: {', '.join(f'{rule} {count}' for (_, rule), count in ordered)}.\n"
