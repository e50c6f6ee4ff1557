"""Every rule there is, and the run of all of them.

A rule is a module in one of the three folders of rules, and is listed nowhere else. Its `RULE` is
its name and manual; one on content has a `check` as well, which says by its parameters what it
needs: the `tree`, which is a portion of it, the date `as_at`, and what its audit allows that was
`silenced`; or, when all portions are through, what was `found` by the others and is `noted`. A rule
over all portions has `told`, which gives rows of each, and `over_all`, which judges them. Those on
what points to a child read every text of a file.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from inspect import signature
from types import ModuleType
from typing import Final

import generator.check.rules
import generator.identify.rules
import generator.read.rules
from generator.check.identified import identified, not_said_otherwise, search_of
from generator.check.noted import Noted, let_stand, noted_in
from generator.check.told import Told
from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.capped import capped
from generator.identify.sightings import Search
from generator.model.as_at import AsAt
from generator.read.tree import Tree, portions

Check = Callable[..., Iterator[Diagnostic]]
"""What yields the faults that break a rule."""


def _modules(folder: ModuleType) -> list[ModuleType]:
    """The modules of a package, in the order of their names."""
    names = sorted(found.name for found in pkgutil.iter_modules(folder.__path__))
    return [import_module(f"{folder.__name__}.{name}") for name in names]


_ON_FORM: Final = _modules(generator.read.rules)
_ON_CONTENT: Final = _modules(generator.check.rules)
_ON_IDENTITY: Final = _modules(generator.identify.rules)

RULES: Final[dict[str, Rule]] = {
    module.RULE.name: module.RULE for module in (*_ON_FORM, *_ON_CONTENT, *_ON_IDENTITY)
}

IDENTIFYING: Final = frozenset(module.RULE.name for module in _ON_IDENTITY)
"""The names of the rules on what points to a child: what they quote is not repeated to others."""

CHECKS: Final[dict[Check, frozenset[str]]] = {
    module.check: frozenset(signature(module.check).parameters)
    for module in _ON_CONTENT
    if hasattr(module, "check")
}
"""What finds the faults of content, and what each needs."""

_OVER_ALL: Final = tuple(module for module in _ON_CONTENT if hasattr(module, "over_all"))


@dataclass(frozen=True)
class Outcome:
    """What the check of a portion gives: with those of all others, all that is wrong."""

    files: tuple[str, ...]
    """The paths of what was checked."""
    found: tuple[Diagnostic, ...]
    """What is wrong on form and content."""
    pointing: tuple[Diagnostic, ...]
    """What points to a child, where nothing else turns out to be wrong with it."""
    noted: tuple[Noted, ...]
    told: Mapping[str, tuple[Told, ...]]
    """What rules over all portions are told, by their names."""


def outcome(portion: Tree, as_at: AsAt, search: Search) -> Outcome:
    """Check one portion."""
    pointing = identified(portion, search)
    given = {"tree": portion, "as_at": as_at, "silenced": pointing.silenced}
    found = (fault for fault in _run(given) if _is_of(portion, fault))
    return Outcome(
        tuple(file.document.path for file in portion.files),
        (*portion.diagnostics, *found),
        pointing.found,
        tuple(noted_in(portion)),
        {module.RULE.name: tuple(module.told(portion)) for module in _OVER_ALL},
    )


def _is_of(portion: Tree, fault: Diagnostic) -> bool:
    """Whether a fault is the portion's own: what is wrong with a register is said of that once."""
    return portion.audit is None or fault.place.path.split("/")[1:2] == [portion.audit]


def settle(outcomes: Iterable[Outcome]) -> tuple[Diagnostic, ...]:
    """Every fault of all portions, sorted by place; what an audit's `noted` lets stand is a note.

    Of one that is there again and again the first are given, and how many more there are.
    """
    found: list[Diagnostic] = []
    pointing: list[Diagnostic] = []
    noted: list[Noted] = []
    told: dict[str, list[Told]] = {module.RULE.name: [] for module in _OVER_ALL}
    for one in outcomes:
        found += one.found
        pointing += one.pointing
        noted += one.noted
        for rule, rows in one.told.items():
            told[rule] += rows
    for module in _OVER_ALL:
        found += module.over_all(told[module.RULE.name])
    found += not_said_otherwise(pointing, found)
    last = _run({"noted": noted, "found": found})
    return capped([*let_stand(noted, found), *last])


def diagnose(tree: Tree, as_at: AsAt) -> tuple[Diagnostic, ...]:
    """Every fault of a whole tree that has been read."""
    registers, *audits = portions(tree)
    search = search_of(registers)
    return settle(outcome(one, as_at, search) for one in (registers, *audits))


def _run(given: Mapping[str, object]) -> Iterator[Diagnostic]:
    """What the rules find that can run with what is given."""
    for check, needs in CHECKS.items():
        if needs <= given.keys():
            yield from check(**{name: given[name] for name in needs})
