"""`audits calendar`: the dates of an audit, for a calendar."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.options import Day


@click.command("calendar")
@click.argument("audit")
@click.argument("typed", metavar="FILE.ics", type=click.Path(dir_okay=False))
@click.option(
    "--as-at",
    type=Day(),
    help="The date that the file says it is of, such as 2026-03-31; if not given, `as_at` of "
    "mkdocs.yml, or the date of the last commit.",
)
def calendar_command(audit: str, typed: str, as_at: date | None) -> None:
    """Write the dates of AUDIT into FILE.ics, which every calendar can take in.

    When a date moves, write the file again and take it in again: the entry moves too.

    \b
      audits calendar example-2026-neglect-and-school build/neglect.ics
    """
    from pathlib import Path

    from generator.cli.project import day_of, sound_audit
    from generator.collect.calendar import calendar, without_day
    from generator.diagnostics.wording import counted

    file = Path(typed)
    if file.suffix != ".ics":
        raise click.UsageError(f"{file} is no calendar file: its name must end in .ics.")
    _, found = sound_audit(audit)
    left_out = without_day(found)
    known = len(found.dates.in_order) - len(left_out)
    for what, when in left_out.items():
        click.echo(f"Left out, since no day is known: {what}, {when.words}.", err=True)
    if not known:
        raise click.UsageError(f"{found.id} has no date with a day under `dates` in audit.yml.")
    file.absolute().parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(calendar(found, day_of(as_at)))
    click.echo(f"{counted(known, 'date')} written to {file}")
