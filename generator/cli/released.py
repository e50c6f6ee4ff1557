"""`audits released`: whether the site that was built is the one that two people looked at."""

from __future__ import annotations

import click

from generator.model.edition import Edition


@click.command("released")
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    required=True,
    help="Who the site is for.",
)
def released_command(edition: str) -> None:
    """Say whether the built site is the one that was released last, byte for byte.

    Holds build/public, or the folder of another edition, against the last record in
    site/releases/. A forge asks this before it publishes what it built itself.

    \b
      audits released --edition public

    Ends with 0 where it is, 1 where it is not or nothing was released, 2 for wrong use.
    """
    from generator.building.release import (
        UnreadableRecordError,
        contents_of,
        last_record,
        recorded_contents,
    )
    from generator.building.steps import FOLDERS
    from generator.cli.project import project_folder

    root = project_folder()
    wanted = Edition(edition)
    site = root / "build" / FOLDERS[wanted]
    shown = site.relative_to(root)
    record = last_record(root, wanted)
    if record is None:
        raise click.ClickException(
            f"The {wanted} edition was never released: audits release --edition {wanted}."
        )
    if not site.is_dir():
        raise click.ClickException(
            f"There is no {shown} to look at: audits build --edition {wanted}."
        )
    where = record.relative_to(root)
    try:
        is_released = contents_of(site) == recorded_contents(record)
    except UnreadableRecordError:
        raise click.ClickException(
            f"{where} cannot be read: it is kept as `audits release` wrote it."
        ) from None
    if not is_released:
        raise click.ClickException(
            f"{shown} is not what {where} records. It was built from another commit than the one "
            "recorded there, or by another version of Python than the one that released it."
        )
    click.echo(f"{shown} is what {where} records.")
