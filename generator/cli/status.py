"""`audits status`: what came back, and what is still missing."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.options import Day


@click.command("status")
@click.argument("audit")
@click.option(
    "--as-at",
    type=Day(),
    help="The date to count days from, such as 2026-03-31; without it no days are counted.",
)
def status_command(audit: str, as_at: date | None) -> None:
    """Show what came back for AUDIT, agency by case, and what is still missing.

    \b
      audits status example-2026-neglect-and-school
      audits status example-2026-neglect-and-school --as-at 2026-03-31
    """
    from generator.aggregate.matrix import matrix
    from generator.cli.project import sound_audit
    from generator.render.status import status_text

    checked, found = sound_audit(audit)
    click.echo(status_text(found, matrix(found), checked.tree.library, as_at), nl=False)
