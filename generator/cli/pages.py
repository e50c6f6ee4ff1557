"""`audits pages`: the pages as plain Markdown."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.options import AS_AT
from generator.model.edition import Edition


@click.command("pages")
@click.argument("typed", metavar="FOLDER", type=click.Path(file_okay=False))
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.INTRANET.value,
    show_default=True,
    help="Who the pages are for.",
)
@AS_AT
def pages_command(typed: str, edition: str, as_at: date | None) -> None:
    """Write the pages into FOLDER as plain Markdown, for any other site generator.

    \b
      audits pages build/markdown
      audits pages build/public-markdown --edition public --as-at 2026-03-31
    """
    import shutil
    from pathlib import Path

    from generator.cli.project import checked_tree, day_of, project_folder, refuse_errors
    from generator.diagnostics.wording import counted
    from generator.pipeline import pages, pictures
    from generator.render.plain import plain_files

    root, folder = project_folder(), Path(typed)
    if not (root / "site" / "templates").is_dir():
        raise click.UsageError(f"{root} has no templates for pages in site/templates.")
    checked = checked_tree(as_at)
    refuse_errors(checked.diagnostics)
    day = day_of(as_at)
    if folder.exists() and any(folder.iterdir()):
        # An earlier edition left there could hold more than this one may show.
        raise click.UsageError(f"{folder} is not empty: name a new folder, or empty it first.")
    made = pages(checked, root / "site/templates", Edition(edition), day)
    shutil.copytree(root / "site/pages", folder, dirs_exist_ok=True)
    for address, picture in pictures(root / "audits", checked, made):
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(picture)
    for path, text in plain_files(made):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{counted(len(made), 'page')} written to {folder}")
