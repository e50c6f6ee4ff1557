"""Every rule there is, and the run of all of them.

A rule is a module in one of the three folders of rules, and is listed nowhere else. Its `RULE` is
its name and manual; one on content has a `check` as well, which says by its parameters what it
needs: the `tree`, the date `as_at`, what was `found` before it by those that do not ask, and what
the audits allow that was `silenced`. Those on what points to a child read every text of a file.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from inspect import signature
from types import ModuleType
from typing import Final

import generator.check.rules
import generator.identify.rules
import generator.read.rules
from generator.check.identified import identified, not_said_otherwise
from generator.check.noted import let_stand
from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.capped import capped
from generator.model.as_at import AsAt
from generator.read.tree import Tree

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
    module.check: frozenset(signature(module.check).parameters) for module in _ON_CONTENT
}
"""What finds the faults of content, and what each needs."""


def diagnose(tree: Tree, as_at: AsAt) -> tuple[Diagnostic, ...]:
    """Every fault of the tree, sorted by place; what an audit's `noted` lets stand is a note.

    Of one that is there again and again the first are given, and how many more there are.
    """
    pointing = identified(tree)
    given = {"tree": tree, "as_at": as_at, "silenced": pointing.silenced}
    on_form_and_content = (*tree.diagnostics, *_run(given))
    found = (*on_form_and_content, *not_said_otherwise(pointing.found, on_form_and_content))
    last = _run(given | {"found": found})
    return capped([*let_stand(tree, found), *last])


def _run(given: Mapping[str, object]) -> Iterator[Diagnostic]:
    """What the rules find that can run once this is given, and could not before."""
    for check, needs in CHECKS.items():
        if needs <= given.keys() and ("found" in needs) == ("found" in given):
            yield from check(**{name: given[name] for name in needs})
