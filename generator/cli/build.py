"""`audits build`: the site, in the place of the last good one."""

from __future__ import annotations

import sys

import click

from generator.cli.roster import ROSTER, given_roster
from generator.model.edition import Edition


@click.command("build")
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    help="Who the site is for; if not given, what mkdocs.yml says.",
)
@click.option(
    "--into",
    type=click.Path(),
    help="The folder that becomes the site; if not given, build/site, build/public or "
    "build/restricted.",
)
@ROSTER
def build_command(edition: str | None, into: str | None, roster: str | None) -> None:
    """Build the site and put it in the place of the last, in one step.

    The last good site stays until the new one is whole, and when the build fails. The one before is
    kept beside it, as build/site-before. Two builds at once do not disturb each other: the second
    waits.

    What was built is searched for what its edition must not hold, and for the names of a roster:
    in pages, comments, the index of search, file names. What is found is named by its file and its
    key, and never repeated; then nothing is built.

    \b
      audits build
      audits build --edition public
    """
    from pathlib import Path

    from generator.building.steps import FOLDERS, Build, BuildError, build_site
    from generator.cli.project import project_folder

    root = project_folder()
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"{root} has no mkdocs.yml, so it has no site.")
    wanted = Edition(edition) if edition else None
    target = Path(into).absolute() if into else root / "build" / FOLDERS[wanted or Edition.INTRANET]
    is_watched = sys.stderr.isatty()

    def tell(step: str) -> None:
        if is_watched or "nother build" in step:
            click.echo(step, err=True)

    build = Build(root, target, wanted, given_roster(roster) if roster else None)
    try:
        build_site(build, tell)
    except (BuildError, OSError) as error:
        click.echo(_why(error), err=True)
        kept = "The last site is as it was." if target.is_dir() else "There is no site yet."
        raise click.ClickException(f"Nothing was built. {kept}") from None
    shown = target / "index.html"
    where = shown.relative_to(Path.cwd()) if shown.is_relative_to(Path.cwd()) else shown
    click.echo(f"The site is built: open {where}")


def _why(error: Exception) -> str:
    if not isinstance(error, OSError):
        return str(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}."
