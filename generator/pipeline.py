"""The whole flow on one screen: folder → tree → diagnostics → book → edition → pages."""

from __future__ import annotations

import gc
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from generator.aggregate.book import book
from generator.check.all_rules import RULES, diagnose
from generator.diagnostics import Diagnostic, Severity
from generator.model.edition import Edition
from generator.narrow import narrow
from generator.read.tree import Tree, read_tree
from generator.render.page import Page
from generator.render.site import render


@dataclass(frozen=True)
class Checked:
    """A tree and everything that is wrong with it."""

    tree: Tree
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps it from being published."""
        return any(one.severity is Severity.ERROR for one in self.diagnostics)


def check(audits: Path, as_at: date | None = None) -> Checked:
    """Read and check the folder `audits`; raises FileNotFoundError where there is none.

    `as_at` is the date that typed states of recommendations are held against.
    """
    with _uncollected():
        tree = read_tree(audits)
        return Checked(tree, diagnose(tree, as_at))


def pages(checked: Checked, templates: Path, edition: Edition, as_at: date) -> Sequence[Page]:
    """The pages of an edition; raises ValueError for a tree with errors."""
    if checked.has_errors:
        raise ValueError("a tree with errors is not published")
    with _uncollected():
        everything = book(checked.tree.library, as_at)
        return render(narrow(everything, edition), RULES.values(), templates)


class UnreadableDateError(ValueError):
    """The date that mkdocs.yml sets cannot be read."""


def as_at_of(project: Path) -> date | None:
    """The date that goes without saying, for a command; none where there is none.

    Raises UnreadableDateError where mkdocs.yml sets one that cannot be read.
    """
    return or_last_commit(_date_set(project / "mkdocs.yml"), project)


def or_last_commit(date_set: date | None, project: Path) -> date | None:
    """The date that is set, or else that of the project's last commit; none outside of git."""
    return date_set or _commit_date(project)


def _date_set(config: Path) -> date | None:
    """What mkdocs.yml says under `plugins`, `audits`, `as_at`; nothing there is run or made."""
    try:
        node = yaml.compose(config.read_text(encoding="utf-8"), yaml.SafeLoader)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise UnreadableDateError("mkdocs.yml cannot be read.") from error
    for key in ("plugins", "audits", "as_at"):
        node = _below(node, key)
    if node is None or node.tag == _NOTHING:
        return None
    try:
        # As MkDocs itself takes it: what stands in quotes is a text, and no date.
        return date.fromisoformat(node.value if node.tag == _DATE else "")
    except ValueError:
        raise UnreadableDateError(
            "`as_at` in mkdocs.yml cannot be read as a date: write it like 2026-11-21."
        ) from None


_NOTHING: Final = "tag:yaml.org,2002:null"
_DATE: Final = "tag:yaml.org,2002:timestamp"


def _below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands under `key` in a mapping, or in one of a list of mappings."""
    if isinstance(node, yaml.SequenceNode):
        return next((found for one in node.value if (found := _below(one, key))), None)
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _commit_date(project: Path) -> date | None:
    try:
        committed = subprocess.run(
            ["git", "log", "-1", "--format=%cs"],  # noqa: S607 - whichever git there is
            cwd=project,
            capture_output=True,
            text=True,
            check=True,
        )
        return date.fromisoformat(committed.stdout.strip())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave out the search for garbage: of what is read none is, and to look takes longer."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
