"""The text to send back to an agency: what of its returns could not be taken in, and what to do.

It goes by mail, so what points to a child is told by its place and never repeated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from generator.check.all_rules import IDENTIFYING
from generator.check.rules import reason_missing, reason_not_needed
from generator.collect.arrival import Outcome, Settled
from generator.collect.rules import SECOND
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.visible import visible
from generator.diagnostics.wording import joined
from generator.model.library import Library
from generator.model.returns import Reason
from generator.model.words import as_id, case_name

_ADVICE: Final[Mapping[str, str]] = {
    reason_missing.RULE.name: "Please add why: "
    + "; ".join(reason.value for reason in Reason)
    + ".",
    reason_not_needed.RULE.name: "Please delete the reason, or write it as a comment.",
    SECOND.name: "Please say which of the two counts.",
}
"""What a sender is asked to do, where the tip of the rule speaks of the file in the tree."""

_POINTS_TO_SOMEBODY: Final = (
    "something stands here that may name or point to a person. It is not repeated in this letter. "
    "Please put a role in its place, such as “mum” or “the class teacher”, or leave it out."
)


def replies(settled: Iterable[Settled], library: Library) -> dict[str, str]:
    """The text for each agency that must do something, by the name of its file without ending.

    Returns of which nobody can say whose they are go by the file that they came in.
    """
    by_sender: dict[str, list[Settled]] = {}
    for one in settled:
        understood = one.arrival.understood
        known = understood.agency in library.agencies
        stem = PurePath(one.arrival.came.source).stem
        sender = understood.agency if known else as_id(stem) or "unknown"
        by_sender.setdefault(sender, []).append(one)
    return {
        sender: "".join(f"{line}\n" for line in _letter(ones, library))
        for sender, ones in by_sender.items()
        if any(not one.outcome.is_settled for one in ones)
    }


def _letter(ones: Sequence[Settled], library: Library) -> Iterator[str]:
    understood = ones[0].arrival.understood
    title = f" for “{understood.audit.title}”" if understood.audit else ""
    agency = library.agencies.get(understood.agency)
    if agency:
        yield f"To: {agency.name}"
    yield f"Subject: Your returns{title}: please look at them once more"
    yield ""
    taken = [one for one in ones if one.outcome in (Outcome.NEW, Outcome.REPLACES, Outcome.SAME)]
    yield f"Thank you for your returns{title}."
    if taken:
        names = joined(case_name(one.arrival.understood.case) for one in taken)
        yield f"We have taken in: {names}."
    yield "We could not take in yet:"
    for one in ones:
        if not one.outcome.is_settled:
            yield ""
            yield from _of_return(one)
    yield ""
    yield "Please open what you sent (in the form: *Open a saved return*), put right what is named"
    yield "above, save it, and send it again in the same way. Nothing that you typed is lost."


def _of_return(one: Settled) -> Iterator[str]:
    case = one.arrival.understood.case
    source = visible(PurePath(one.arrival.came.source).name)
    yield f"{case_name(case)} ({source})" if case else source
    for fault in one.faults:
        if fault.severity is Severity.ERROR:
            yield f"  - {_asked_of_sender(fault)}"


def _asked_of_sender(fault: Diagnostic) -> str:
    where = f"{visible(fault.place.where)}: " if fault.place.where else ""
    if fault.rule in IDENTIFYING:
        return f"{where}{_POINTS_TO_SOMEBODY}"
    advice = _ADVICE.get(fault.rule, fault.tip)
    return f"{where}{_quoted(fault.message)}. {_quoted(advice)}".rstrip()


def _quoted(text: str) -> str:
    """A message with the quotation marks of a letter in place of code's."""
    parts = visible(text).split("`")
    return "".join(
        part if at == 0 else f"{'“' if at % 2 else '”'}{part}" for at, part in enumerate(parts)
    )
