"""The text to send back to an agency: what of its returns could not be taken in, and what to do.

It goes by mail, so what points to a child is told by its place and never repeated, and nothing of
other audits and agencies is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Final

from generator.check.all_rules import IDENTIFYING
from generator.check.rules import reason_missing, reason_not_needed
from generator.collect.arrival import Settled
from generator.collect.came import Opened
from generator.collect.rules import NO_TEXT, NOT_ASKED, NOT_OURS, SECOND, SWAPPED, UNREADABLE
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.visible import visible
from generator.diagnostics.wording import joined
from generator.model.library import Library
from generator.model.returns import Reason
from generator.model.words import case_name

_REASONS: Final = "; ".join(reason.value for reason in Reason)

_FOR_SENDERS: Final[Mapping[str, str]] = {
    reason_missing.RULE.name: f"a reason is missing. Please choose one: {_REASONS}.",
    reason_not_needed.RULE.name: "a reason stands beside an answer that needs none. Please delete "
    "it, or write it as the comment.",
    NO_TEXT.name: "this was damaged on its way. Please send the file again as it was saved.",
    NOT_ASKED.name: "this is not asked any more. Please use the form that comes with this letter.",
    NOT_OURS.name: "this is none of the cases that we asked you about. Please look which it is.",
    SECOND.name: "you sent this twice, and not the same. Please say which of the two counts.",
    SWAPPED.name: "the name of the file speaks of another case than the form in it. Please look "
    "which it is.",
    UNREADABLE.name: "the file could not be opened, or not all of it arrived. Please save it again "
    "in the form, and send the file that ends in .json.",
}
"""What a sender is told and asked, where the rule's own words speak of files of the project."""

_POINTS_TO_SOMEBODY: Final = (
    "something stands here that may name or point to a person. It is not repeated in this letter. "
    "Please put a role in its place, such as “mum” or “the class teacher”, or leave it out."
)


def replies(
    opened: Iterable[Opened], settled: Iterable[Settled], library: Library
) -> dict[str, str]:
    """The text for each agency that must do something, by its id.

    A file that can't be read tells by its name alone whose it is; where that tells nothing, there
    is nobody to reply to.
    """
    returns: dict[str, list[Settled]] = {}
    for one in settled:
        returns.setdefault(one.arrival.understood.agency, []).append(one)
    refused: dict[str, list[Diagnostic]] = {}
    for file in opened:
        for fault in file.faults:
            refused.setdefault(_named_in(fault.place.path), []).append(fault)
    waiting = [agency for agency, ones in returns.items() if not all(map(_is_settled, ones))]
    return {
        agency: "".join(
            f"{line}\n"
            for line in _letter(
                library.agencies[agency].name, returns.get(agency, ()), refused.get(agency, ())
            )
        )
        for agency in dict.fromkeys((*waiting, *refused))
        if agency in library.agencies
    }


def _is_settled(one: Settled) -> bool:
    return one.outcome.is_settled


def _named_in(path: str) -> str:
    """The agency that a file's name speaks of; empty where it speaks of none."""
    called = re.match(r"[a-z0-9-]+?(?=--)", PurePath(path).name)
    return called[0] if called else ""


def _letter(
    agency: str, returns: Sequence[Settled], refused: Sequence[Diagnostic]
) -> Iterator[str]:
    audits = (one.arrival.understood.audit for one in returns)
    titles = dict.fromkeys(f"“{audit.title}”" for audit in audits if audit)
    about = f" for {joined(titles)}" if titles else ""
    yield f"To: {agency}"
    yield f"Subject: Your returns{about}: please look at them once more"
    yield ""
    yield f"Thank you for your returns{about}."
    if taken := list(filter(_is_settled, returns)):
        yield f"These are in: {joined(case_name(one.arrival.understood.case) for one in taken)}."
    yield "These could not be taken in yet:"
    for one in returns:
        if not one.outcome.is_settled:
            yield ""
            yield from _of_return(one)
    for fault in refused:
        yield ""
        yield visible(PurePath(fault.place.path).name)
        yield f"  - {_asked_of_sender(fault)}"
    yield ""
    yield "Please open what you sent (in the form: “Open a saved return”), put right what is named"
    yield "here, save it, and send it again in the same way. What you typed is still in your file."


def _of_return(one: Settled) -> Iterator[str]:
    case = one.arrival.understood.case
    source = visible(PurePath(one.arrival.came.source).name)
    yield f"{case_name(case)} ({source})" if case else source
    errors = [fault for fault in one.faults if fault.severity is Severity.ERROR]
    yield from dict.fromkeys(f"  - {_asked_of_sender(fault)}" for fault in errors)


def _asked_of_sender(fault: Diagnostic) -> str:
    where = f"{visible(fault.place.where)}: " if fault.place.where else ""
    if fault.rule in IDENTIFYING:
        return f"{where}{_POINTS_TO_SOMEBODY}"
    if fault.rule in _FOR_SENDERS:
        return f"{where}{_FOR_SENDERS[fault.rule]}"
    return f"{where}{_quoted(fault.message)}. {_quoted(fault.tip)}".rstrip()


def _quoted(text: str) -> str:
    """A message with the quotation marks of a letter in place of code's."""
    return re.sub("`([^`]*)`", r"“\1”", visible(text))
