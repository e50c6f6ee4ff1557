"""`audits release`: a site that two people looked at, and the record of it."""

from __future__ import annotations

import sys
from datetime import date

import click

from generator.cli.options import AS_AT, Day
from generator.cli.roster import ROSTER, given_roster
from generator.model.edition import Edition


@click.command("release")
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    required=True,
    help="Who the site is for.",
)
@click.option(
    "--looked",
    multiple=True,
    metavar="ROLE",
    help="The role of somebody who looked at every page; once for each, two at least.",
)
@click.option("--day", type=Day(), help="The day of the release; if not given, the as-at date.")
@ROSTER
@AS_AT
def release_command(
    edition: str, looked: tuple[str, ...], day: date | None, roster: str | None, as_at: date | None
) -> None:
    """Build the site to be let out, and write the record of its release.

    Two people have looked at what `audits build` made of the same commit: say their roles, never
    their names. The record in site/releases/ says what was built (commit, as-at date, checksums),
    how many values the edition leaves out, which words the identifier check lets stand and why,
    and who looked. Commit it. The site's page About says when it was last released.

    Nothing is released where a file is not committed, or the site does not build.

    \b
      audits release --edition public --looked "Business manager" --looked "Board chair"
    """
    from generator.building.release import Release
    from generator.building.steps import FOLDERS, Build, BuildError, build_site
    from generator.cli.project import checked_tree, day_of, project_folder
    from generator.repository import commit_of

    roles = _two_roles(looked)
    root = project_folder()
    at = day_of(as_at)
    if as_at and as_at != day_of(None):
        raise click.UsageError(
            f"The site goes by {day_of(None)}: set `as_at: {as_at}` in mkdocs.yml and commit it."
        )
    release = Release(Edition(edition), day or at, at, commit_of(root), roles)
    record = root / release.file
    if record.exists():
        raise click.UsageError(f"{release.file} is there already: name another day with --day.")
    target = root / "build" / FOLDERS[release.edition]
    record.parent.mkdir(exist_ok=True)
    record.write_text(release.begun(), encoding="utf-8", newline="\n")
    is_built = False
    try:
        named = given_roster(roster) if roster else None
        build_site(Build(root, target, release.edition, named), lambda _: None)
        text = release.record(target, checked_tree(at).tree.library)
        record.write_text(text, encoding="utf-8", newline="\n")
        is_built = True
    except BuildError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    finally:
        if not is_built:
            record.unlink()
    shown = target.relative_to(root)
    click.echo(f"{shown} is built, and {release.file} records it: commit that file.")


def _two_roles(looked: tuple[str, ...]) -> tuple[str, ...]:
    """The roles of who looked; ends the command for fewer than two, and for a person's name."""
    from generator.identify.roster import english

    roles = {" ".join(role.split()).casefold(): " ".join(role.split()) for role in looked}
    if len(roles) < 2:
        raise click.UsageError(
            "Two people look at a site before it goes out: say their roles, such as "
            '--looked "Business manager" --looked "Board chair".'
        )
    for role in roles.values():
        words = [word for word in role.replace("-", " ").split() if not word.isupper()]
        if any(word.casefold() not in english() for word in words):
            raise click.UsageError(
                f"`{role}` may name a person: say the role in ordinary words, such as Board chair."
            )
    return tuple(roles.values())
