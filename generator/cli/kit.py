"""`audits kit`: what each agency is sent, a folder for each."""

from __future__ import annotations

from collections.abc import Iterable

import click

from generator.cli.options import OneOf


def _formats() -> Iterable[str]:
    from generator.collect.kit import FORMATS, OF_ALL

    return (*FORMATS, *OF_ALL)


@click.command("kit")
@click.argument("audit")
@click.argument("typed", metavar="OUT", type=click.Path(file_okay=False))
@click.option("--agency", "agencies", multiple=True, help="Of this agency only; once for each.")
@click.option(
    "--format", "made", type=OneOf(_formats), default="html", help="What the forms are made as."
)
def kit_command(audit: str, typed: str, agencies: tuple[str, ...], made: str) -> None:
    """Write what each agency of AUDIT is sent into the new folder OUT.

    Each agency has a folder there: a covering note, a form for each case that it is asked about,
    and one for all of them. A form is a page that opens by double click, without network, and saves
    a file to send back; `audits receive` takes it in. Words, look and covering note are in
    site/kit, to be changed there. Which child a case is stands nowhere: send that separately.

    \b
      audits kit example-2026-neglect-and-school build/kit
      audits kit example-2026-neglect-and-school build/school --agency example-school
      audits kit example-2026-neglect-and-school build/both --format both

    As xlsx the forms are a workbook an agency. As xlsform (Kobo, ODK), redcap or msforms there is
    one form for all agencies, in which each says which it is: the guide "Forms in other programs".
    """
    import jinja2

    from generator.cli.new_folder import empty_folder, fill
    from generator.cli.project import project_folder, sound_audit
    from generator.collect.form_page import WORDS, Stationery, UnusableWordsError
    from generator.collect.kit import OF_ALL, UnusableToolError, kit
    from generator.diagnostics.wording import counted
    from generator.identify.vocabulary import of_audit, of_library

    root = project_folder()
    checked, found = sound_audit(audit)
    library = checked.tree.library
    folder = empty_folder(typed, root)
    _refuse_unasked(agencies, [asked.agency for asked in found.asked], found.id)
    stationery = Stationery(root / "site" / "kit", of_audit(of_library(library), found))
    try:
        files = kit(found, library, stationery, made, agencies)
    except UnusableToolError as error:
        raise click.UsageError(f"There can be no kit of {found.id}: {error}") from None
    except UnusableWordsError as error:
        raise click.ClickException(f"site/kit/{WORDS}{error}.") from None
    except jinja2.TemplateNotFound as error:
        raise click.UsageError(f"{root} has no site/kit/{error.name}.") from None
    except jinja2.TemplateSyntaxError as error:
        where = f"site/kit/{error.name}:{error.lineno}"
        raise click.ClickException(f"{where}: {error.message}") from None
    except jinja2.TemplateError as error:
        raise click.ClickException(f"A template in site/kit: {error}.") from None
    fill(folder, files.items())
    if made in OF_ALL:
        (name,) = files
        click.echo(f"The form of {found.id}, one for all agencies, is {folder / name}.")
        return
    many = len({path.split("/")[0] for path in files})
    click.echo(f"The kit of {found.id} is in {folder}: {counted(many, 'folder')}, one an agency.")


def _refuse_unasked(agencies: Iterable[str], asked: list[str], audit: str) -> None:
    """End the command where one of the agencies was not asked."""
    from generator.diagnostics.nearest import nearest

    for agency in agencies:
        if agency not in asked:
            near = nearest(agency, asked)
            question = f" Did you mean {near}?" if near else ""
            known = "\n".join(f"  {one}" for one in dict.fromkeys(asked))
            raise click.UsageError(
                f"{audit} does not ask {agency}.{question}\nIt asks:\n{known or '  nobody'}"
            )
