"""What every command needs of the project it runs in: its folder, its data, its date."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.as_at import UnreadableDateError, as_at_of
from generator.cli.progress import progress
from generator.diagnostics import Diagnostic, Severity
from generator.model.as_at import AsAt, NoDate

if TYPE_CHECKING:
    from generator.kept.known import Report
    from generator.model.library import Audit
    from generator.pipeline import Checked


def project_folder() -> Path:
    """The project's folder: this one or the nearest above it; ends the command without one."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if _is_project(folder):
            return folder
    raise click.UsageError(
        "There is no project here or above: a folder with mkdocs.yml and `audits`, where the "
        "registers are. Change to the project's folder first."
    )


def _is_project(folder: Path) -> bool:
    if (folder / "mkdocs.yml").is_file():
        return (folder / "audits").is_dir()
    from generator.model.layout import is_project

    return is_project(folder)


def checked_tree(as_at: date | None = None) -> Checked:
    """The folder `audits`, its states held against this date or the one that goes without."""
    from generator.pipeline import Again, check

    root = project_folder()
    return check(root / "audits", as_at or usual_day(root), Again(root))


def report_of(as_at: date | None = None, jobs: int | None = None) -> Report:
    """What is wrong in the folder `audits`, as it was kept or found anew, one audit at a time.

    Whoever waits at a terminal is told how far it has got.
    """
    from generator.kept.known import look

    root = project_folder()
    day = as_at or usual_day(root)
    known = look(root, day)
    if report := known.report():
        return report
    from generator.checking import check_folder

    with progress() as tell:
        return check_folder(root / "audits", day, jobs=jobs, known=known, tell=tell)


def day_of(given: date | None) -> date:
    """The date given, or the one that goes without saying; ends the command where none is."""
    day = given or usual_day(project_folder())
    if isinstance(day, NoDate):
        raise click.UsageError(f"The date is not known: {day.why} Say --as-at DATE.")
    return day


def usual_day(root: Path) -> AsAt:
    """The date that goes without saying; ends the command where the one set cannot be read."""
    try:
        return as_at_of(root)
    except UnreadableDateError as error:
        raise click.UsageError(str(error)) from None


def sound_audit(
    name: str, as_at: date | None = None, *, among_all: bool = False
) -> tuple[Checked, Audit]:
    """The audit called `name`; ends the command where it, or a register, has errors.

    It is read alone, with the registers and the audits that it names, or `among_all`.
    """
    from generator.diagnostics.nearest import nearest
    from generator.pipeline import check_audit
    from generator.read.outline import outline

    root = project_folder()
    folders = list(outline(root / "audits").rooms)
    wanted = Path(name).name
    if wanted not in folders:
        near = _starting_like(wanted, folders) or nearest(wanted, folders)
        question = f" Did you mean {near}?" if near else ""
        known = "\n".join(f"  {folder}" for folder in folders)
        raise click.UsageError(f"There is no audit {name}.{question}\nThe audits are:\n{known}")
    checked = (
        checked_tree(as_at)
        if among_all
        else check_audit(root / "audits", wanted, as_at or usual_day(root))
    )
    refuse_errors(
        fault
        for fault in checked.diagnostics
        if fault.place.path.split("/")[1] == wanted or fault.place.path.count("/") == 1
    )
    return checked, checked.tree.library.audits[wanted]


def refuse_errors(found: Iterable[Diagnostic]) -> None:
    """End the command where there are errors, with the first of them.

    What needs a date asks for one itself, so that of a state without one is none.
    """
    from generator.check.rules import state_not_judged
    from generator.diagnostics.wording import counted

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
    from generator.diagnostics.nearest import nearest

    starts: dict[str, str] = {}
    for name in names:
        starts.setdefault(name[: len(word)], name)
    return starts.get(nearest(word, starts) or "")
