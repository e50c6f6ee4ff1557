"""`audits synthesise`: a project of made-up audits, to measure on and to try things out."""

from __future__ import annotations

import click

from generator.limits import MOST_MADE_UP


@click.command("synthesise")
@click.argument("typed", metavar="DIR", type=click.Path(file_okay=False))
@click.option(
    "--audits",
    "many",
    metavar="N",
    type=click.IntRange(1, MOST_MADE_UP),
    default=10,
    show_default=True,
    help="How many audits, of ten to a partnership: 10 are a partnership's, 100 a region's.",
)
@click.option(
    "--seed",
    metavar="S",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Which lots are drawn: another number makes another tree.",
)
def synthesise_command(typed: str, many: int, seed: int) -> None:
    """Write a project of made-up audits into DIR, a folder that is empty or not there yet.

    Nothing in it is true and every page of it says so. It is for trying things out where no harm
    is done, and for measuring: the audits are as unlike each other as real ones, from a few
    returns to more than two hundred, with comments, judgements, findings, recommendations in every
    state, follow-ups and figures of old reports. They pass the checks. On average there are 25
    returns to an audit, so that 400 audits have ten thousand.

    The same N and S give the same files. A larger N adds audits and leaves the others as they are.
    The site and mkdocs.yml are this project's, with the date that the tree is made for.

    \b
      audits synthesise build/made-up
      audits synthesise build/region --audits 100 --seed 7

    Then `cd DIR`, and every command works there as here.
    """
    from collections import Counter
    from collections.abc import Iterator

    from generator.cli.new_folder import empty_folder, fill
    from generator.cli.project import project_folder
    from generator.diagnostics.wording import counted
    from generator.model.layout import AUDIT_FILES, kind_of
    from generator.synthesise.files import tree_files
    from generator.synthesise.site import NoPluginError, site_files

    root = project_folder()
    folder = empty_folder(typed, root)
    kinds: Counter[str] = Counter()

    def files() -> Iterator[tuple[str, bytes]]:
        yield from site_files(root)
        for path, text in tree_files(many, seed):
            kind = kind_of(path.partition("/")[2], AUDIT_FILES)
            kinds[kind[0].name if kind else ""] += 1
            yield f"audits/{path}", text.encode("utf-8")

    try:
        fill(folder, files())
    except NoPluginError as error:
        raise click.UsageError(str(error)) from None
    written = f"{counted(kinds['audit'], 'audit')} with {counted(kinds['return'], 'return')}"
    click.echo(f"{written} written to {folder}, all of it made up.")
