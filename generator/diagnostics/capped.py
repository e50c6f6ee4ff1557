"""As many diagnostics as people read: of what is wrong again and again the first, and a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics.diagnostic import Diagnostic
from generator.limits import MOST_IN_ALL, MOST_OF_A_RULE


def capped(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics, sorted; of each rule in each file no more than can be read.

    What is left out is counted, in the place of the first of it and with its severity.
    """
    return tuple(_capped(sorted(found)))


def _capped(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    of_a_rule = Counter((fault.place.path, fault.rule, fault.severity) for fault in found)
    seen: Counter[tuple[str, str, str]] = Counter()
    shown = 0
    for at, fault in enumerate(found):
        key = (fault.place.path, fault.rule, fault.severity)
        seen[key] += 1
        if seen[key] > MOST_OF_A_RULE + 1:
            continue
        if shown >= MOST_IN_ALL:
            yield _more(fault, len(found) - at, "of all rules")
            return
        shown += 1
        if seen[key] <= MOST_OF_A_RULE or of_a_rule[key] == MOST_OF_A_RULE + 1:
            yield fault
        else:
            yield _more(fault, of_a_rule[key] - MOST_OF_A_RULE, "of this rule in this file")


def _more(fault: Diagnostic, many: int, which: str) -> Diagnostic:
    return replace(fault, message=f"{fault.message}; {many - 1:,} more {which} are not shown")
