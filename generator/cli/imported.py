"""`audits import`: a table of a printed report as drafted rows of published.yml."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.model.library import Audit
    from generator.pipeline import Checked


@click.command("import")
@click.argument("table", metavar="TABLE", type=click.Path(exists=True, dir_okay=False))
@click.option("--audit", required=True, help="The audit whose published.yml the rows are for.")
@click.option("--sheet", help="The sheet of a spreadsheet that has several.")
@click.option("--into", type=click.Path(), metavar="FILE", help="Write the draft to a new file.")
@click.option("--write", is_flag=True, help="Write it to published.yml, if that has no figures.")
def import_command(
    table: str, audit: str, sheet: str | None, into: str | None, write: bool
) -> None:
    """Draft rows of published.yml from TABLE: .csv, .xlsx, .xls or .ods.

    Paste a table of a printed report into a spreadsheet, headings and all, and save it. Questions
    are known by reference or wording, answers by the scale of their question. A blank or a dash is
    not printed, and never nought. What may be two things, or is not understood, stays a comment
    that says why; what was taken for what is told beside the draft. Nothing is written over.

    \b
      audits import table.csv --audit cheshire-east-2018-neglect
      audits import tables.xlsx --sheet Grades --audit cheshire-east-2018-neglect
      audits import table.csv --audit cheshire-east-2018-neglect --into draft.yml

    Ends with 0 where rows were drafted that pass the check, 1 where there are none or the check
    finds errors in them, 2 for wrong use and for what is no table.
    """
    from pathlib import Path

    from generator.cli.project import project_folder, sound_audit
    from generator.diagnostics.visible import visible
    from generator.draft.asked import Asked, entries
    from generator.draft.rows import drafted
    from generator.draft.sheet import read_sheet
    from generator.draft.written import figures_text, file_text, taken_text, with_figures
    from generator.pipeline import check_with
    from generator.spreadsheet.unreadable import UnreadableTableError

    if into and write:
        raise click.UsageError("Say --into or --write.")
    if into and Path(into).exists():
        raise click.UsageError(f"{into} is there already; nothing is written over.")
    if into and not Path(into).absolute().parent.is_dir():
        raise click.UsageError(f"There is no folder for {into}.")
    checked, found = sound_audit(audit, among_all=True)
    published = project_folder() / "audits" / found.id / "published.yml"
    before = published.read_text(encoding="utf-8") if published.exists() else ""
    is_empty = not before or _is_empty(found)
    if write and not is_empty:
        raise click.UsageError(
            f"audits/{found.id}/published.yml has figures, and nothing is written over. Leave out "
            "--write, and copy the rows that you want."
        )
    try:
        grid = read_sheet(Path(table).read_bytes(), sheet)
    except UnreadableTableError as error:
        raise click.UsageError(f"{table} {visible(str(error))}.") from None
    library = checked.tree.library
    draft = drafted(grid, Asked(entries(found.tool), library.scales), _years(found))
    figures = figures_text(draft)
    whole = (
        with_figures(before, figures)
        if before
        else file_text(figures, f"The table in {Path(table).name}")
    )
    text = whole if is_empty else figures
    click.echo(taken_text(draft), nl=False, err=True)
    if not draft.has_rows and (write or into):
        click.echo(
            "\nNo row could be drafted, so nothing is written. What is in the way is said above.",
            err=True,
        )
        sys.exit(1)
    if write:
        published.write_text(text, encoding="utf-8", newline="\n")
    elif into:
        Path(into).write_text(text, encoding="utf-8", newline="\n")
    else:
        click.echo(text, nl=False)
    has_errors = _say_faults(check_with(checked, found.id, "published.yml", whole), found.id, whole)
    if write:
        click.echo(
            f"\naudits/{found.id}/published.yml is written. Compare it with the report.", err=True
        )
    elif not is_empty:
        click.echo(f"\naudits/{found.id}/published.yml has figures: copy what is new.", err=True)
    sys.exit(0 if draft.has_rows and not has_errors else 1)


def _say_faults(checked: Checked, audit: str, text: str) -> bool:
    """Say what the check finds wrong with drafted rows; whether there are errors."""
    from generator.check.all_rules import RULES
    from generator.diagnostics import Severity
    from generator.diagnostics.circumstances import Circumstances
    from generator.diagnostics.text import write

    first = text.splitlines().index("figures:") + 1 if "figures:" in text.splitlines() else 0
    faults = [
        fault
        for fault in checked.diagnostics
        if fault.severity is not Severity.NOTE
        and fault.place.path.endswith(f"/{audit}/published.yml")
        and fault.place.line > first
    ]
    if faults:
        lines = text.splitlines()
        told = write(faults, Circumstances(1, lambda place: lines[place.line - 1], lambda: RULES))
        click.echo(f"\nWhat the check says of these rows:\n\n{told}", nl=False, err=True)
    return any(fault.severity is Severity.ERROR for fault in faults)


def _is_empty(audit: Audit) -> bool:
    """Whether nobody has typed a row of an audit's published.yml yet."""
    from generator.model.published import PublishedFigure
    from generator.scaffold import TO_TYPE

    rows = audit.published.figures.values() if audit.published else ()
    return all(row == PublishedFigure(printed_as=TO_TYPE) for row in rows)


def _years(audit: Audit) -> set[str]:
    """The years that an audit's dates name."""
    dates = (getattr(audit.dates, name) for name in type(audit.dates).model_fields)
    return {str(date.year) for date in dates if date}
