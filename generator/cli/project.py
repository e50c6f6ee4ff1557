"""What every command needs of the project it runs in: its folder, its data, its date."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.as_at import UnreadableDateError, as_at_of
from generator.check.rules import state_not_judged
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.wording import counted, nearest
from generator.model.as_at import NoDate
from generator.model.layout import is_project
from generator.model.library import Audit
from generator.pipeline import Checked, check


def project_folder() -> Path:
    """The project's folder: this one or the nearest above it; ends the command without one."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if is_project(folder):
            return folder
    raise click.UsageError(
        "There is no project here or above: a folder with mkdocs.yml and `audits`, where the "
        "registers are. Change to the project's folder first."
    )


def checked_tree(as_at: date | None = None) -> Checked:
    """The folder `audits`, its states held against this date or the one that goes without."""
    root = project_folder()
    return check(root / "audits", as_at or _usual_day(root))


def day_of(given: date | None) -> date:
    """The date given, or the one that goes without saying; ends the command where none is."""
    day = given or _usual_day(project_folder())
    if isinstance(day, NoDate):
        raise click.UsageError(f"The date is not known: {day.why} Say --as-at DATE.")
    return day


def _usual_day(root: Path) -> date | NoDate:
    """The date that goes without saying; ends the command where the one set cannot be read."""
    try:
        return as_at_of(root)
    except UnreadableDateError as error:
        raise click.UsageError(str(error)) from None


def sound_audit(name: str, as_at: date | None = None) -> tuple[Checked, Audit]:
    """The audit called `name`; ends the command where it, or a register, has errors."""
    checked = checked_tree(as_at)
    audits = checked.tree.library.audits
    folders = sorted({file.audit for file in checked.tree.files if file.audit})
    wanted = Path(name).name
    if wanted not in folders:
        near = _starting_like(wanted, folders) or nearest(wanted, folders)
        question = f" Did you mean {near}?" if near else ""
        known = "\n".join(f"  {folder}" for folder in folders)
        raise click.UsageError(f"There is no audit {name}.{question}\nThe audits are:\n{known}")
    refuse_errors(
        fault
        for fault in checked.diagnostics
        if fault.place.path.split("/")[1] == wanted or fault.place.path.count("/") == 1
    )
    return checked, audits[wanted]


def refuse_errors(found: Iterable[Diagnostic]) -> None:
    """End the command where there are errors, with the first of them.

    What needs a date asks for one itself, so that of a state without one is none.
    """
    errors = [
        fault
        for fault in found
        if fault.severity is Severity.ERROR and fault.rule != state_not_judged.RULE.name
    ]
    if errors:
        first = errors[0]
        click.echo(
            f"{first.place.path}:{first.place.line}:{first.place.column}: {first.message}\n"
            f"{counted(len(errors), 'error')} in the data; `audits check` shows all of them.",
            err=True,
        )
        sys.exit(1)


def _starting_like(word: str, names: Iterable[str]) -> str | None:
    """The name whose start `word` was most likely meant to be."""
    starts: dict[str, str] = {}
    for name in names:
        starts.setdefault(name[: len(word)], name)
    return starts.get(nearest(word, starts) or "")
