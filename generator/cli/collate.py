"""`audits collate`: the answers of an audit added up, or those of all audits as one table."""

from __future__ import annotations

import click

from generator.cli.options import OneOf
from generator.model.edition import Edition


def _groupings() -> list[str]:
    from generator.aggregate.collation import By

    return [by.value for by in By]


def _formats() -> list[str]:
    from generator.region import files
    from generator.render import collation

    return [*collation.FORMATS, *(name for name in files.FORMATS if name not in collation.FORMATS)]


@click.command("collate")
@click.argument("audit", metavar="AUDIT | --all FOLDER")
@click.option("--all", "is_all", is_flag=True, help="Write the answers of all audits to FOLDER.")
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
    help="table to read here, xlsx for Excel, csv for other programs, json or markdown; with --all "
    "parquet, csv or json.",
)
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    help="With --all: who the table is for; if not given, intranet.",
)
def collate_command(audit: str, is_all: bool, by: str, format_: str, edition: str | None) -> None:
    """Add up the answers of AUDIT, one row a question and answer; or with --all those of every one.

    A percentage is the share of the base: those who gave an answer of the question's scale.
    Don't know, not applicable and blank are outside it, each in a row of its own. Where fewer
    than ten are in the base there is no percentage. Halves round up.

    For Excel, xlsx keeps numbers as numbers and texts as texts. In csv an apostrophe stands before
    a text that a spreadsheet would make a date or a formula of, such as 4-6.

    With --all there is one table for every audit, with the same columns in every project, so that
    a region can add them up with `audits rollup`. FOLDER gets the table, and datapackage.json,
    which says what each column means. It holds what the pages of the edition may show, and no more:
    in the public one counts are rounded or [c], and there are none by kind of agency. parquet needs
    DuckDB.

    \b
      audits collate example-2026-neglect-and-school
      audits collate example-2026-neglect-and-school --by agency --format xlsx > answers.xlsx
      audits collate --all build/answers --format csv
      audits collate --all build/public-answers --format parquet --edition public
    """
    if is_all:
        if by != "question":
            raise click.UsageError("With --all, leave out --by: every row says what it is about.")
        _write_all(audit, format_, Edition(edition or Edition.INTRANET))
        return
    if edition:
        raise click.UsageError("--edition goes with --all: one audit is added up as it is.")
    _print_one(audit, by, format_)


def _write_all(typed: str, format_: str, edition: Edition) -> None:
    from pathlib import Path

    from generator.cli.project import project_folder, refuse_errors, report_of, usual_day
    from generator.pipeline import tidy_table
    from generator.region.engine import EngineError
    from generator.region.export import NotOursError, export
    from generator.region.files import FORMATS

    if format_ not in FORMATS:
        raise click.UsageError("With --all, say --format parquet, --format csv or --format json.")
    refuse_errors(report_of().diagnostics)
    root = project_folder()
    rows = tidy_table(root / "audits", usual_day(root), edition)
    try:
        file = export(rows, Path(typed), format_, edition)
    except (EngineError, NotOursError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"The answers of all audits are in {file}, {edition.value} edition")


def _print_one(audit: str, by: str, format_: str) -> None:
    from generator.aggregate.collation import By, collate
    from generator.cli.project import sound_audit
    from generator.render import collation

    if format_ not in collation.FORMATS:
        raise click.UsageError("parquet goes with --all: say --format csv or another.")
    checked, found = sound_audit(audit)
    rows = collate(found, checked.tree.library, By(by))
    if not rows:
        what = f"printed figures by {by}" if by in ("group", "year") else "answers to add up"
        click.echo(f"{found.id} has no {what}.", err=True)
    click.echo(collation.written(collation.cells(found.id, By(by), rows), format_), nl=False)
