"""What becomes of the returns that came: which are taken in, which are not, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from generator.collect.came import Came
from generator.collect.differs import differs, fields_that_differ
from generator.collect.rules import SECOND, UNREADABLE
from generator.collect.told import told
from generator.collect.understood import Understood, place_of, understood
from generator.collect.written import Fields, Written, fields_of, written
from generator.diagnostics import Diagnostic, Place, Severity
from generator.diagnostics.wording import listed
from generator.limits import MAX_BYTES
from generator.model.library import Library
from generator.model.returns import Return, ReturnStatus
from generator.read.tree import Tree


class Outcome(Enum):
    """What becomes of a return that came."""

    NEW = "new"
    REPLACES = "replaces"
    """It takes the place of the one that is there."""
    SAME = "same"
    """It says what the one that is there says."""
    KEEPS = "keeps"
    """The one that is there stays."""
    UNDECIDED = "undecided"
    """One that says something else is there, and nobody said which counts."""
    KEPT_OUT = "kept out"
    """Something is wrong with it."""
    EMPTY = "empty"
    """There is nothing in it."""

    @property
    def is_written(self) -> bool:
        """Whether its file is written."""
        return self in (Outcome.NEW, Outcome.REPLACES)

    @property
    def is_kept(self) -> bool:
        """Whether the file that it came in is kept: nothing is wrong with it."""
        return self.is_settled and self is not Outcome.EMPTY

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do about it."""
        return self not in (Outcome.UNDECIDED, Outcome.KEPT_OUT)


@dataclass(frozen=True)
class Arrival:
    """One return that came, with its file."""

    understood: Understood
    written: Written | None
    """None where it has no place in the tree."""
    path: str
    """Where its file belongs, from the project's folder; empty where that is not known."""

    @property
    def came(self) -> Came:
        """As it came."""
        return self.understood.came


@dataclass(frozen=True)
class Settled:
    """One return that came, and what becomes of it."""

    arrival: Arrival
    outcome: Outcome
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with it, told where its sender sees it."""
    differences: tuple[str, ...] = ()
    """What differs from the return that is there."""


Decide = Callable[[Arrival, Sequence[str]], bool | None]
"""Whether a return replaces the one that is there, from which it differs so; None: undecided."""


def arrivals(
    returns: Iterable[Came], library: Library, folder: str, received: str
) -> tuple[Arrival, ...]:
    """The returns that came, each understood and written; `folder` is what `audits` is called.

    `received` is the day that they came in; empty where that is not told.
    """
    return tuple(_arrival(understood(one, library, received), folder) for one in returns)


def _arrival(one: Understood, folder: str) -> Arrival:
    if one.audit is None or one.fields is None:
        return Arrival(one, None, "")
    file = written(one.fields, one.audit.tool)
    if len(file.text.encode("utf-8")) > MAX_BYTES:
        what = f"the return is longer than {MAX_BYTES:,} bytes"
        fault = UNREADABLE.at(Place(one.came.source), what, "Ask for a shorter one.")
        return Arrival(replace(one, faults=(*one.faults, fault)), None, "")
    return Arrival(one, file, f"{folder}/{one.path}")


def to_check(arrived: Iterable[Arrival]) -> dict[str, str]:
    """The files that are to be checked with the tree, by path: each return that came once."""
    by_path = _by_path(arrived)
    return {
        path: ones[0].written.text
        for path, ones in by_path.items()
        if ones[0].written and not _clash(ones)
    }


@dataclass(frozen=True)
class Settling:
    """All that came, with what the check finds in it, and the tree as it is without it."""

    arrived: tuple[Arrival, ...]
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with the tree that has them."""
    before: Tree

    def settled(self, decide: Decide) -> tuple[Settled, ...]:
        """What becomes of each."""
        first: set[str] = set()
        result = []
        for arrival in self.arrived:
            result.append(self._settled(arrival, decide, is_again=arrival.path in first))
            first |= {arrival.path} - {""}
        return tuple(result)

    def _settled(self, arrival: Arrival, decide: Decide, *, is_again: bool) -> Settled:
        faults = (*arrival.understood.faults, *self._found(arrival))
        if clash := _clash(self._by_path.get(arrival.path, [])):
            faults = (*faults, _two_files(arrival, clash))
        if any(fault.severity is Severity.ERROR for fault in faults):
            return Settled(arrival, Outcome.KEPT_OUT, faults)
        if arrival.understood.fields is None:
            return Settled(arrival, Outcome.EMPTY, faults)
        if is_again:
            return Settled(arrival, Outcome.SAME, faults)
        if arrival.path not in self._there:
            return Settled(arrival, Outcome.NEW, faults)
        return _second(arrival, self._there[arrival.path], faults, decide)

    def _found(self, arrival: Arrival) -> list[Diagnostic]:
        """What the check finds in a return's file, told where its sender sees it."""
        found = self._by_file.get(arrival.path, ()) if arrival.written else ()
        return [told(fault, arrival.written, arrival.came) for fault in found if arrival.written]

    @cached_property
    def _by_file(self) -> Mapping[str, Sequence[Diagnostic]]:
        by_file: dict[str, list[Diagnostic]] = {}
        for fault in self.diagnostics:
            by_file.setdefault(fault.place.path, []).append(fault)
        return by_file

    @cached_property
    def _by_path(self) -> Mapping[str, Sequence[Arrival]]:
        return _by_path(self.arrived)

    @cached_property
    def _there(self) -> Mapping[str, Return | None]:
        """The returns that are in the tree; none for one that cannot be read."""
        files = [file for file in self.before.files if file.kind.name == "return"]
        return {file.document.path: file.held for file in files}


def _second(
    arrival: Arrival, before: Return | None, faults: tuple[Diagnostic, ...], decide: Decide
) -> Settled:
    """What becomes of a return where one of the same agency and case is in the tree."""
    fields = arrival.understood.fields or {}
    lines = differs(fields_of(before), fields) if before else ("it cannot be read",)
    if not lines:
        return Settled(arrival, Outcome.SAME, faults)
    if before and before.status is ReturnStatus.NO_RETURN:  # typed while nothing had come
        return Settled(arrival, Outcome.REPLACES, faults, lines)
    replaces = decide(arrival, lines)
    if replaces is None:
        one = arrival.understood
        place = place_of(arrival.came, arrival.came.cell("case"))
        what = f"`{one.agency}` has a return on case `{one.case}` already, and this one differs"
        fault = SECOND.at(place, what, "Say --replace to take this one, --keep to leave that.")
        return Settled(arrival, Outcome.UNDECIDED, (*faults, fault), lines)
    return Settled(arrival, Outcome.REPLACES if replaces else Outcome.KEEPS, faults, lines)


def _by_path(arrived: Iterable[Arrival]) -> dict[str, list[Arrival]]:
    by_path: dict[str, list[Arrival]] = {}
    for arrival in arrived:
        if arrival.path:
            by_path.setdefault(arrival.path, []).append(arrival)
    return by_path


def _clash(ones: Sequence[Arrival]) -> tuple[Arrival, ...]:
    """Several returns of one agency on one case that do not say the same."""
    fields: list[Fields | None] = [one.understood.fields for one in ones]
    return tuple(ones) if any(one != fields[0] for one in fields) else ()


def _two_files(arrival: Arrival, clash: Sequence[Arrival]) -> Diagnostic:
    other = next(one for one in clash if one is not arrival)
    mine, theirs = arrival.understood.fields or {}, other.understood.fields or {}
    return SECOND.at(
        place_of(arrival.came, arrival.came.cell("case")),
        f"{other.came.source} has another return of `{arrival.understood.agency}` on case "
        f"`{arrival.understood.case}`, which differs in {listed(fields_that_differ(theirs, mine))}",
        "Receive the one that counts alone.",
    )
