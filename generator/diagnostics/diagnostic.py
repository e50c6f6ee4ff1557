"""A diagnostic: a rule, a place, what is wrong there, and a tip."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.diagnostics.visible import other_space_in


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    """Nothing is published until it is mended."""
    WARNING = "warning"
    """Worth mending; the site is built all the same."""
    NOTE = "note"
    """Nothing to mend: looked at and let stand by an audit's `noted`, or worth knowing only."""


@dataclass(frozen=True, order=True)
class Place:
    """Where in a file: line and column count from 1, in characters."""

    path: str
    """Relative to the folder that holds `audits/`, with forward slashes."""
    line: int = 1
    column: int = 1
    width: int = 1
    """How many characters of the line it covers."""
    where: str = ""
    """In a file of no lines: where its reader sees it, such as *sheet “Case B”, cell D14*."""


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault. Sorts by place."""

    place: Place
    rule: str
    message: str
    """What is wrong, with the value in question."""
    tip: str = ""
    """What to do about it."""
    severity: Severity = field(default=Severity.ERROR, compare=False)
    about: str = ""
    """What an audit's `noted` calls it: a question's reference, an agency, a file."""

    let_stand: bool = field(default=False, compare=False)
    """Whether somebody looked at it and let it stand: there is nothing to be done about it."""

    def noted(self, conclusion: str) -> Diagnostic:
        """The same fault, looked at and let stand, with what was concluded."""
        tip = f"Let stand: {conclusion}"
        return replace(self, severity=Severity.NOTE, tip=tip, let_stand=True)


@dataclass(frozen=True)
class Rule:
    """One rule: its name, its severity, and its manual."""

    name: str
    severity: Severity
    manual: str
    """Markdown: the rule in a sentence, why, what fails and what passes."""

    @classmethod
    def of(cls, module: str, manual: str | None, severity: Severity = Severity.ERROR) -> Rule:
        """The rule of a module: named by the module, its docstring the manual."""
        name = module.rpartition(".")[2].replace("_", "-")
        return cls(name, severity, inspect.cleandoc(manual or ""))

    @property
    def sentence(self) -> str:
        """The rule in one sentence."""
        return self.manual.partition("\n\n")[0].replace("\n", " ")

    def at(self, place: Place, message: str, tip: str = "", about: str = "") -> Diagnostic:
        """The diagnostic that this rule is broken at `place`.

        A space of another kind in what it quotes is named: it looks like the one that was meant.
        """
        if space := other_space_in(message):
            tip = f"{tip} {space} stands in it; type a space instead.".lstrip()
        return Diagnostic(place, self.name, message, tip, self.severity, about)
