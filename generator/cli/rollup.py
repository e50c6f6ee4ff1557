"""`audits rollup`: the exports of several partnerships, added up."""

from __future__ import annotations

import click

from generator.cli.options import OneOf


def _formats() -> list[str]:
    from generator.region.shown import FORMATS

    return list(FORMATS)


@click.command("rollup")
@click.argument("files", metavar="FILES...", nargs=-1, required=True, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=OneOf(_formats),
    default="table",
    show_default=True,
    help="table to read here, csv or json for other programs.",
)
def rollup_command(files: tuple[str, ...], format_: str) -> None:
    """Add up FILES that `audits collate --all` wrote: the same questions, year by year.

    Only answers to one question, on one scale, in one unit are added up, and only where more than
    one audit asked it. A count that is rounded goes in as the fewest and the most that it can be.
    An audit whose count or base is not known, or not told, is not added: each row says how many
    were left out so. Made-up audits are left out beside real ones. An audit that stands in two
    files is counted once; where they differ, nothing is added up.

    \b
      audits rollup ours/answers.csv theirs/answers.csv
      audits rollup ours/answers.csv theirs/answers.csv --format csv > region.csv

    It needs DuckDB, and says how to install it.
    """
    from pathlib import Path

    from generator.region.engine import EngineError
    from generator.region.given import NotAddedUpError
    from generator.region.rollup import rollup
    from generator.region.shown import FORMATS

    try:
        made = rollup([Path(file) for file in files])
    except (NotAddedUpError, EngineError) as error:
        raise click.ClickException(str(error)) from None
    for sentence in made.said:
        click.echo(sentence, err=True)
    if not made.rows:
        click.echo("No question is the same in two of these audits.", err=True)
    written = FORMATS[format_](made.rows)
    click.echo(written if format_ == "table" else written.encode(), nl=False)
