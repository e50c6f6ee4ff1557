"""The mapping that `audits receive --map` reads, or drafts where it is not there yet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.collect.export import Table
    from generator.collect.form import Form
    from generator.collect.mapping import Mapped
    from generator.diagnostics import Diagnostic


def mapping_at(path: Path, files: Sequence[str], audit: str | None) -> Mapped:
    """The mapping in a file; where there is none, one is drafted and the command ends."""
    from generator.collect.mapping import read_map, understood_map

    if not path.exists():
        _draft(path, files, audit)
        sys.exit(0)
    file, faults = read_map(path.read_bytes(), path.as_posix())
    _end_with(faults, path)
    mapped, faults = understood_map(file, _forms(file.held.audit))
    _end_with(faults, path)
    return mapped


def _end_with(faults: Sequence[Diagnostic], path: Path) -> None:
    """End the command where something is wrong with the mapping, with all of it."""
    from generator.check.all_rules import RULES
    from generator.diagnostics.circumstances import Circumstances
    from generator.diagnostics.text import write

    if faults:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        told = write(faults, Circumstances(1, lambda place: lines[place.line - 1], lambda: RULES))
        click.echo(told, nl=False, err=True)
        sys.exit(1)


def _forms(audit: str) -> Sequence[Form]:
    """The forms of an audit; ends the command where what it asks, or a register, is at fault."""
    from generator.cli.project import checked_tree, refuse_errors
    from generator.collect.form import forms_of
    from generator.diagnostics.wording import listed

    checked = checked_tree()
    found = checked.tree.library.audits.get(audit)
    if found is None:
        known = listed(sorted(checked.tree.library.audits))
        raise click.UsageError(f"There is no audit {audit}. The audits are {known}.")
    asking = f"audits/{audit}"
    of_form = set(checked.tree.diagnostics)
    refuse_errors(
        fault
        for fault in checked.diagnostics
        if fault.place.path.count("/") == 1
        or fault.place.path == f"{asking}/tool.yml"
        or (fault.place.path == f"{asking}/audit.yml" and fault in of_form)
    )
    forms = forms_of(found, checked.tree.library) if found.tool else ()
    if not forms:
        raise click.UsageError(f"{audit} asks no agency for a return: it needs a tool and `asked`.")
    return forms


def _draft(path: Path, files: Sequence[str], audit: str | None) -> None:
    from generator.collect.mapping import IGNORED, drafted, headings_known

    table = _table(files)
    name = audit or _named_in(table)
    if not name:
        raise click.UsageError("Say --audit: the export does not tell which audit it is of.")
    if not path.absolute().parent.is_dir():
        raise click.UsageError(f"There is no folder for {path}.")
    forms = _forms(name)
    text = drafted(table.headings, Path(files[0]).name, forms)
    path.write_text(text, encoding="utf-8", newline="\n")
    known = headings_known(table.headings, forms)
    click.echo(
        f"{path} is drafted: {known} of {len(table.headings)} columns are known, the others are "
        f"`{IGNORED}`. Read it, change what is not right, and give the same command again."
    )


def _table(files: Sequence[str]) -> Table:
    from generator.collect.export import read_table
    from generator.spreadsheet.unreadable import UnreadableTableError

    if len(files) != 1 or not Path(files[0]).is_file():
        raise click.UsageError("A mapping is drafted for one file: name the export.")
    try:
        return read_table(Path(files[0]).read_bytes())
    except UnreadableTableError as error:
        raise click.UsageError(f"{files[0]} {error}.") from None


def _named_in(table: Table) -> str:
    """The audit that an export of our own form names; empty where it names none."""
    from generator.collect.fields import AUDIT_ID

    for column, heading in enumerate(table.headings):
        if heading.rpartition("/")[2] == AUDIT_ID and table.rows:
            return table.rows[0][column].strip()
    return ""
