"""`audits list` and `audits show`: all audits, or one of them, at a glance."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.options import AS_AT


@click.command("list")
def list_command() -> None:
    """List the audits, newest first: id, partnership, date, cases, and how far each has come."""
    from generator.cli.project import checked_tree, refuse_errors
    from generator.render.overview_text import audits_text

    checked = checked_tree()
    refuse_errors(checked.diagnostics)
    click.echo(audits_text(checked.tree.library), nl=False)


@click.command("show")
@click.argument("audit")
@AS_AT
def show_command(audit: str, as_at: date | None) -> None:
    """Show AUDIT at a glance: what it found, what it asks, and how far that has come.

    \b
      audits show cheshire-east-2016-domestic-abuse
    """
    from generator.aggregate.book import book
    from generator.cli.project import day_of, sound_audit
    from generator.render.overview_text import audit_text

    checked, found = sound_audit(audit, as_at)
    day = day_of(as_at)
    alone = checked.tree.library.model_copy(update={"audits": {found.id: found}})
    click.echo(audit_text(book(alone, day), found), nl=False)
