"""`audits collate`: the answers of an audit, added up."""

from __future__ import annotations

import click

from generator.cli.options import OneOf


def _groupings() -> list[str]:
    from generator.aggregate.collation import By

    return [by.value for by in By]


def _formats() -> list[str]:
    from generator.render import collation

    return list(collation.FORMATS)


@click.command("collate")
@click.argument("audit")
@click.option(
    "--by",
    type=OneOf(_groupings),
    default="question",
    show_default=True,
    help="Add up over the whole audit, or for each agency or case; what was printed of each group "
    "or of another year.",
)
@click.option(
    "--format",
    "format_",
    type=OneOf(_formats),
    default="table",
    show_default=True,
    help="table to read here, xlsx for Excel, csv for other programs, json or markdown.",
)
def collate_command(audit: str, by: str, format_: str) -> None:
    """Add up the answers of AUDIT, one row a question and answer.

    A percentage is the share of the base: those who gave an answer of the question's scale.
    Don't know, not applicable and blank are outside it, each in a row of its own. Where fewer
    than ten are in the base there is no percentage. Halves round up.

    For Excel, xlsx keeps numbers as numbers and texts as texts. In csv an apostrophe stands before
    a text that a spreadsheet would make a date or a formula of, such as 4-6.

    \b
      audits collate example-2026-neglect-and-school
      audits collate example-2026-neglect-and-school --by agency --format xlsx > answers.xlsx
    """
    from generator.aggregate.collation import By, collate
    from generator.cli.project import sound_audit
    from generator.render import collation

    checked, found = sound_audit(audit)
    rows = collate(found, checked.tree.library, By(by))
    if not rows:
        what = f"printed figures by {by}" if by in ("group", "year") else "answers to add up"
        click.echo(f"{found.id} has no {what}.", err=True)
    click.echo(collation.written(collation.cells(found.id, By(by), rows), format_), nl=False)
