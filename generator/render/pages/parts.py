"""A page across audits that is too long, in parts: the newest audits stand at its address.

Parts are filled from the oldest audit on, and numbered from there: what a new audit says changes
the newest part alone, and the addresses of the others stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from generator.aggregate.gathered import Gathered
from generator.limits import PART_BYTES
from generator.model.library import Audit
from generator.render import uris
from generator.render.page import Step
from generator.render.writer import Plan

Item = TypeVar("Item")

AROUND = 500
"""Bytes of HTML that stand around a text and its source, about."""

ROW = 1_300
"""Bytes of a row of two bars, about."""


@dataclass(frozen=True)
class Part:
    """A page of several that would be one."""

    uri: str
    holds: str
    """What it holds of the whole, such as `2019 to 2021`; empty where it is the whole."""
    keys: Mapping[str, None]
    """What stands on it, in order: ids of audits, or of what else the page lists."""
    is_first: bool


def by_audit(uri: str, audits: Iterable[Audit], sizes: Mapping[str, int]) -> tuple[Part, ...]:
    """The parts of the page at `uri`; `sizes` are the bytes that it would say of each audit.

    The newest audits come first, as in `audits`; one of which it says nothing is left out.
    """
    told = [audit for audit in audits if sizes.get(audit.id)]
    return _parts(uri, {one.id: one for one in told}, sizes, _years)


def by_label(uri: str, labels: Mapping[str, str], sizes: Mapping[str, int]) -> tuple[Part, ...]:
    """The parts of a page that lists things in this order, called by the labels they begin at."""
    return _parts(uri, labels, sizes, lambda held: _from_to(held[0], held[-1]))


def in_parts(parts: Sequence[Part], plan: Callable[[Part], Plan]) -> Iterator[Plan]:
    """The plan of each part, with the ways to the others; where there is one, as it is."""
    plans = [plan(part) for part in parts]
    if len(parts) == 1:
        yield from plans
        return
    steps = tuple(Step(part.holds, part.uri) for part in parts)
    titles = [
        one.title if part.is_first else f"{one.title}, {part.holds}"
        for one, part in zip(plans, parts, strict=True)
    ]
    between = [Step(title, part.uri) for title, part in zip(titles, parts, strict=True)]
    ways = [plans[0].previous, *between, plans[-1].next]
    for at, (one, part) in enumerate(zip(plans, parts, strict=True)):
        yield replace(
            one,
            uri=part.uri,
            title=titles[at],
            parts=steps,
            part="" if part.is_first else part.holds,
            previous=ways[at],
            next=ways[at + 2],
        )


def sizes_of(gathered: Gathered, *, by_theme: bool = False) -> Counter[str]:
    """About how many bytes a page says of each audit.

    `by_theme` is for one that tells what is asked under each of its themes.
    """
    sizes: Counter[str] = Counter()
    for finding in gathered.findings:
        sizes[finding.audit] += AROUND + len(finding.finding.text)
    for asked in gathered.recommendations:
        times = max(1, len(asked.recommendation.themes)) if by_theme else 1
        sizes[asked.audit] += times * (AROUND + len(asked.recommendation.text))
    for point in gathered.points:
        sizes[point.audit] += AROUND + len(point.point.text)
    for said in gathered.said:
        sizes[said.audit] += AROUND + len(said.said.text)
    for earlier in gathered.earlier:
        sizes[earlier.audit] += AROUND + len(earlier.point.text)
    for practice in gathered.practice:
        sizes[practice.audit] += AROUND + len(practice.practice.text)
    for audit, rows in gathered.beside.items():
        sizes[audit] += AROUND + ROW * len(rows)
    for audit in gathered.returns:
        sizes[audit] += AROUND
    return sizes


def stretches(sizes: Sequence[int], room: int) -> list[slice]:
    """What stands together, the first first: filled from the end, each with at most `room`.

    The first takes what is left, up to twice as much, so that it is never nearly empty. What is
    larger than `room` alone stands alone.

    >>> stretches([3, 3, 3, 3, 3], 5), stretches([3, 3, 3], 5)
    ([slice(0, 3, None), slice(3, 4, None), slice(4, 5, None)], [slice(0, 3, None)])
    """
    upto = [0, *accumulate(sizes)]
    parts: list[slice] = []
    end = len(sizes)
    while upto[end] > 2 * room and end > 1:
        start = end - 1
        while start > 1 and upto[end] - upto[start - 1] <= room:
            start -= 1
        parts.append(slice(start, end))
        end = start
    return [slice(0, end), *reversed(parts)]


def _parts(
    uri: str,
    items: Mapping[str, Item],
    sizes: Mapping[str, int],
    name: Callable[[Sequence[Item]], str],
) -> tuple[Part, ...]:
    keys = list(items)
    cuts = stretches([sizes[key] for key in keys], PART_BYTES)
    names = [name([items[key] for key in keys[cut]]) if keys else "" for cut in cuts]
    parts = []
    for at, cut in enumerate(cuts):
        number = len(cuts) - at
        is_alone = names.count(names[at]) == 1
        parts.append(
            Part(
                uri=uris.part(uri, number) if at else uri,
                holds=names[at] if is_alone else f"{names[at]}, part {number}",
                keys=dict.fromkeys(keys[cut]),
                is_first=not at,
            )
        )
    return tuple(parts)


def _years(audits: Sequence[Audit]) -> str:
    years = sorted({one.dates.latest.year for one in audits if one.dates.latest})
    return _from_to(str(years[0]), str(years[-1])) if years else "without a date"


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"
