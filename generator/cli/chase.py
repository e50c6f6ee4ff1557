"""`audits chase`: a letter for each agency whose returns are still to come."""

from __future__ import annotations

from datetime import date

import click

from generator.cli.options import Day


@click.command("chase")
@click.argument("audit")
@click.argument("typed", metavar="FOLDER", type=click.Path(file_okay=False))
@click.option(
    "--as-at",
    type=Day(),
    help="The date of the letters, such as 2026-03-31, from which days are counted; without it "
    "they say when returns are due, and no days.",
)
def chase_command(audit: str, typed: str, as_at: date | None) -> None:
    """Write a letter for each agency whose returns for AUDIT are still to come into FOLDER.

    Each is there as a text (.txt) and as a draft (.eml) that opens in your mail program. Nothing is
    sent. Whom they are for stands under `contact` in audit.yml; how they are worded, in
    site/templates/chase.txt. Who has answered for every case gets none.

    \b
      audits chase example-2026-neglect-and-school build/letters --as-at 2026-03-20
    """
    import jinja2

    from generator.cli.new_folder import empty_folder, fill
    from generator.cli.project import project_folder, sound_audit
    from generator.collect.chase import letters
    from generator.diagnostics.wording import counted, joined

    root = project_folder()
    checked, found = sound_audit(audit)
    folder, template = empty_folder(typed, root), root / "site/templates/chase.txt"
    try:
        written = letters(found, checked.tree.library, template, as_at)
    except jinja2.TemplateNotFound:
        raise click.UsageError(f"{root} has no site/templates/chase.txt.") from None
    except jinja2.TemplateSyntaxError as error:
        raise click.ClickException(
            f"site/templates/chase.txt:{error.lineno}: {error.message}"
        ) from None
    except jinja2.TemplateError as error:
        raise click.ClickException(f"site/templates/chase.txt: {error}.") from None
    if not written:
        click.echo(f"Nothing is still to come for {found.id}: no letter was written.")
        return
    files = {}
    for letter in written:
        files[f"{letter.agency}.txt"] = letter.text.encode("utf-8")
        files[f"{letter.agency}.eml"] = letter.draft
    fill(folder, files.items())
    click.echo(f"{counted(len(written), 'letter')} written to {folder}; nothing was sent:")
    for letter in written:
        to = letter.to.role if letter.to else "to whom, audit.yml does not say"
        label = checked.tree.library.agencies[letter.agency].label
        click.echo(f"  {label}: {joined(letter.cases)} ({to})")
