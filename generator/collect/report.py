"""What became of the returns that came, for the person who receives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.collect.arrival import Outcome, Settled
from generator.collect.came import Ignored, Opened
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.visible import visible
from generator.diagnostics.wording import counted, joined
from generator.model.returns import ReturnStatus

_WORDS: Final = {
    Outcome.NEW: ("in", "would be taken in"),
    Outcome.REPLACES: ("in, in place of the one that was there", "would replace the one there"),
    Outcome.SAME: ("in already, with the same words", "in already, with the same words"),
    Outcome.KEEPS: ("left out: the one that was there is kept", "would be left out"),
    Outcome.UNDECIDED: ("not in: one that differs is there", "not in: one that differs is there"),
    Outcome.KEPT_OUT: ("not in", "not in"),
    Outcome.EMPTY: ("not in: nothing is filled in", "not in: nothing is filled in"),
}
"""What each outcome is called: done, and where nothing is to be done."""


def faults_of(
    files: Sequence[str], opened: Sequence[Opened], settled: Sequence[Settled]
) -> list[Diagnostic]:
    """All that is wrong with what came, in the order of the files."""
    found = [fault for one in opened for fault in one.faults]
    found += [fault for one in settled for fault in dict.fromkeys(one.faults)]
    return sorted(found, key=lambda fault: files.index(fault.place.path))


def report(opened: Sequence[Opened], settled: Sequence[Settled], *, dry_run: bool) -> str:
    """A line for each return, what differs, what is ignored, and how many are in."""
    return "".join(f"{visible(line)}\n" for line in _lines(opened, settled, dry_run=dry_run))


def _lines(opened: Sequence[Opened], settled: Sequence[Settled], *, dry_run: bool) -> Iterator[str]:
    names = [_name(one) for one in settled]
    width = max(map(len, names), default=0)
    for name, one in zip(names, settled, strict=True):
        word = _WORDS[one.outcome][dry_run]
        if one.outcome is Outcome.KEPT_OUT:
            errors = sum(fault.severity is Severity.ERROR for fault in one.faults)
            word = f"{word}: {counted(errors, 'error')}"
        elif one.outcome.is_written:
            word = f"{word}, {_answered(one)}"
        yield f"{name:{width}}  {word}  ({one.arrival.came.source})"
        yield from (f"    {line}" for line in one.differences)
    yield from _ignored(opened, settled)
    yield f"{_counts(opened, settled, dry_run=dry_run)}."


def _counts(opened: Sequence[Opened], settled: Sequence[Settled], *, dry_run: bool) -> str:
    """How many returns are in now, were before, and are not."""
    taken = sum(one.outcome.is_written for one in settled)
    already = sum(one.outcome is Outcome.SAME for one in settled)
    other = len(settled) - taken - already
    refused = sum(not one.returns for one in opened)
    told = [f"{counted(taken, 'return')} {'would be' if dry_run else _are(taken)} taken in"]
    told += [f"{already} {_are(already)} in already"] if already else []
    told += [f"{other} {_are(other)} not in"] if other else []
    told += [f"{counted(refused, 'file')} could not be read"] if refused else []
    return joined(told)


def _are(many: int) -> str:
    return "is" if many == 1 else "are"


def _name(one: Settled) -> str:
    understood = one.arrival.understood
    if not understood.agency:
        return "a return"
    return f"{understood.agency}, case {understood.case or one.arrival.came.text('case') or '?'}"


def _answered(one: Settled) -> str:
    understood, fields = one.arrival.understood, one.arrival.understood.fields or {}
    status = fields.get(("status",), "")
    tool = understood.audit.tool if understood.audit else None
    if tool is None or status not in (ReturnStatus.COMPLETE, ReturnStatus.PARTIAL):
        return status
    return f"{status}, {understood.answered} of {len(tool.questions)} questions answered"


def _ignored(opened: Sequence[Opened], settled: Sequence[Settled]) -> Iterator[str]:
    for one in settled:
        for ignored in one.arrival.understood.ignored:
            yield f"Ignored in {one.arrival.came.source}: {_words(ignored)}"
    for file in opened:
        for ignored in file.ignored:
            yield f"Ignored: {_words(ignored)}"


def _words(ignored: Ignored) -> str:
    shown = " ".join(ignored.text.split())
    text = f" “{shown[:60]}{'…' if len(shown) > 60 else ''}”" if shown else ""
    return f"{ignored.where}{text}: {ignored.why}"
