"""`audits thread`: what hangs loose, from answer to impact."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.options import AS_AT


@click.command("thread")
@click.argument("audit", required=False)
@AS_AT
def thread_command(audit: str | None, as_at: date | None) -> None:
    """List what hangs loose, from answer to impact: of every audit in short, of AUDIT in full.

    The thread runs from an answer to the finding that rests on it, the recommendation that meets
    it, who leads and by when, what was done, what it changed, and the next audit that looks again.
    Where it breaks off, somebody has something left to say; each kind says what.

    \b
      audits thread
      audits thread example-2026-neglect-and-school
      audits thread example-2026-neglect-and-school --as-at 2027-07-01
    """
    from generator.aggregate.book import book
    from generator.aggregate.loose_ends import loose_ends
    from generator.aggregate.progress import found_recommendations
    from generator.aggregate.results import audit_results
    from generator.cli.project import checked_tree, day_of, refuse_errors, sound_audit
    from generator.render.loose_ends_text import audit_loose_ends_text, loose_ends_text

    if audit is None:
        checked = checked_tree(as_at)
        refuse_errors(checked.diagnostics)
        click.echo(loose_ends_text(book(checked.tree.library, day_of(as_at))), nl=False)
        return
    checked, found = sound_audit(audit, as_at, among_all=True)
    day, library = day_of(as_at), checked.tree.library
    results = audit_results(found, library)
    ends = loose_ends(found, found_recommendations(found, day), library, results)
    click.echo(audit_loose_ends_text(found, ends, results, day), nl=False)
