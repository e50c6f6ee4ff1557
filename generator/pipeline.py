"""The whole flow on one screen: folder → tree → diagnostics → book → edition → pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.aggregate.book import book
from generator.aggregate.comparison import questions_of
from generator.aggregate.results import audit_results
from generator.aggregate.tidy import Called, TidyRow, same_questions, tidy_rows
from generator.check.all_rules import RULES, diagnose
from generator.checking import Checking, check_one, check_read
from generator.diagnostics import Diagnostic, Severity
from generator.disclose import disclose, disclose_results
from generator.disclose.losses import Loss, losses
from generator.kept.known import REGISTERS, Known, look
from generator.kept.signature import Signature
from generator.limits import MAX_PICTURE_BYTES
from generator.model.as_at import AsAt
from generator.model.edition import Edition
from generator.model.layout import AUDIT_FILES, kind_of
from generator.model.library import Audit, Library
from generator.narrow import narrow
from generator.process import uncollected
from generator.read.folder import read_bytes
from generator.read.outline import Outline
from generator.read.picture import address_of, as_published
from generator.read.tree import Read, Tree, read_audit, read_tree, with_file, with_returns
from generator.render.page import Page
from generator.render.site import render
from generator.render.written import Written


@dataclass(frozen=True)
class Checked:
    """A tree and everything that is wrong with it."""

    tree: Tree
    diagnostics: tuple[Diagnostic, ...]
    as_at: AsAt
    """The date that it was checked at."""

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps it from being published."""
        return any(fault.severity is Severity.ERROR for fault in self.diagnostics)


def check(audits: Path, as_at: AsAt, again: Again | None = None) -> Checked:
    """Read and check the folder `audits`, or only what of it has changed since.

    `as_at` is the date that typed states of recommendations are held against.
    """
    with uncollected():
        if again is None:
            tree = read_tree(audits)
            return Checked(tree, diagnose(tree, as_at), as_at)
        known = look(again.project, as_at)
        tree = read_tree(audits, again.reading(known))
        report = known.report() or check_read(tree, as_at, known)
        if not known.still_holds():  # somebody saved a file meanwhile
            return Checked(tree, diagnose(tree, as_at), as_at)
        return Checked(tree, report.diagnostics, as_at)


class Again:
    """What a process that reads a project's tree, and writes it, again and again holds of it."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.written = Written()
        self._held: dict[str, tuple[Signature, Read]] = {}

    def reading(self, known: Known) -> Callable[[Outline, str], Read]:
        """What reads an audit, unless it is known to be as it was."""

        def read(seen: Outline, name: str) -> Read:
            held = self._held.get(name)
            now = known.settled(name)
            if held and now == held[0]:
                return held[1]
            found = read_audit(seen, name)
            if now:
                self._held[name] = now, found
            return found

        return read


def check_audit(audits: Path, name: str, as_at: AsAt) -> Checked:
    """Read and check one audit alone, with the registers and the audits that it names."""
    with uncollected():
        tree, report = check_one(audits, name, as_at)
        return Checked(tree, report.diagnostics, as_at)


def check_registers(audits: Path, as_at: AsAt) -> Checked:
    """Read and check what stands beside the audits, and none of them."""
    return check_audit(audits, REGISTERS, as_at)


def check_with(checked: Checked, audit: str, name: str, text: str) -> Checked:
    """Check the tree as it would be with the file `name` of an audit holding this text."""
    found = kind_of(name, AUDIT_FILES)
    if found is None:
        raise ValueError(f"no audit has a file {name}")
    folder = checked.tree.files[0].document.path.split("/")[0]
    path = f"{folder}/{audit}/{name}"
    tree = with_file(checked.tree, path, found[0], audit, text.encode("utf-8"))
    return Checked(tree, diagnose(tree, checked.as_at), checked.as_at)


def check_with_returns(tree: Tree, texts: Mapping[str, str], as_at: AsAt) -> Checked:
    """Check a tree as it would be with these returns, by their paths."""
    with uncollected():
        with_them = with_returns(tree, texts)
        return Checked(with_them, diagnose(with_them, as_at), as_at)


def pages(
    checked: Checked, templates: Path, edition: Edition, as_at: date, again: Again | None = None
) -> Sequence[Page]:
    """The pages of an edition; raises ValueError for a tree with errors."""
    if checked.has_errors:
        raise ValueError("a tree with errors is not published")
    with uncollected():
        everything = book(checked.tree.library, as_at)
        shown = narrow(everything, edition)
        if edition is Edition.PUBLIC:
            shown = disclose(shown)
        return render(shown, RULES.values(), templates, again.written if again else None)


def lost_in_public(checked: Checked) -> Sequence[Loss]:
    """What the public edition would lose of each audit; raises ValueError as `pages` does."""
    if checked.has_errors:
        raise ValueError("a tree with errors is not published")
    with uncollected():
        # No figure depends on the date.
        everything = book(checked.tree.library, date.min)
        return tuple(losses(narrow(everything, Edition.PUBLIC)))


def rows_of(audit: Audit, library: Library, edition: Edition, called: Called) -> Iterator[TidyRow]:
    """The rows of the tidy table that an edition may show of one audit.

    Of `library` the registers are used; what the audit's questions are the same as is `called`.
    """
    results = narrow(audit_results(audit, library), edition)
    shown = narrow(audit, edition)
    if edition is Edition.PUBLIC:
        results = disclose_results(results, shown, library)
    return tidy_rows(shown, results, library, edition, called)


def tidy_table(audits: Path, as_at: AsAt, edition: Edition) -> Iterator[TidyRow]:
    """The tidy table of a tree without errors; one audit is held at a time."""
    with uncollected():
        checking = Checking(audits, as_at)
        called = same_questions(questions_of(audit) for audit, _ in _each(checking))
        for audit, library in _each(checking):
            yield from rows_of(audit, library, edition, called)


def _each(checking: Checking) -> Iterator[tuple[Audit, Library]]:
    """Each audit, with the registers and the audits that it names."""
    for folder in checking.outline.rooms:
        tree = checking.portion(folder)
        for audit in tree.judged:
            yield audit, tree.library


def pictures(audits: Path, checked: Checked, made: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """The address of each picture that the pages show, and the picture alone.

    One that is empty, or has been changed for the worse since it was checked, is left out.
    """
    stored = {address_of(path): path for path in checked.tree.pictures}
    for address in sorted({picture for page in made for picture in page.pictures}):
        if path := stored.get(address):
            data = read_bytes(audits.parent / path, path, MAX_PICTURE_BYTES)
            if isinstance(data, bytes) and (picture := as_published(data)) is not None:
                yield address, picture
