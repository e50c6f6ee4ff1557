"""`audits pack`: what all agencies said about a case, for the meeting to speak about."""

from __future__ import annotations

import click


@click.command("pack")
@click.argument("audit")
@click.argument("cases", metavar="[CASE]...", nargs=-1)
@click.option(
    "--out",
    "typed",
    metavar="FOLDER",
    required=True,
    type=click.Path(file_okay=False),
    help="Where to write: a folder that is empty, or not there yet.",
)
def pack_command(audit: str, cases: tuple[str, ...], typed: str) -> None:
    """Write a paper for the meeting on each CASE of AUDIT, or on every one, into FOLDER.

    It has the answers and comments of all agencies side by side. Where they are far apart comes
    first, with room for what is agreed. Open it, print it, and hand it to the panel alone: it says
    who wrote what, which no page for others does.

    \b
      audits pack example-2026-neglect-and-school a b --out build/meeting
      audits pack example-2026-neglect-and-school --out build/whole-meeting
    """
    from generator.cli.new_folder import empty_folder, fill
    from generator.cli.project import project_folder, sound_audit
    from generator.diagnostics.nearest import nearest
    from generator.diagnostics.wording import counted, listed
    from generator.render.pack import packs

    root = project_folder()
    templates = root / "site/templates"
    if not (templates / "pack.html").is_file():
        raise click.UsageError(f"{root} has no site/templates/pack.html.")
    checked, found = sound_audit(audit)
    if not found.cases:
        raise click.UsageError(f"{found.id} has no file in cases/.")
    for case in cases:
        if case not in found.cases:
            near = nearest(case, found.cases)
            tip = f"Did you mean {near}?" if near else f"It has {listed(tuple(found.cases))}."
            raise click.UsageError(f"{found.id} has no case {case}. {tip}")
    folder = empty_folder(typed, root)
    wanted = tuple(dict.fromkeys(cases)) or tuple(found.cases)
    files = {
        f"case-{case}.html": html.encode("utf-8")
        for case, html in packs(found, checked.tree.library, wanted, templates)
    }
    fill(folder, files.items())
    click.echo(f"{counted(len(files), 'paper')} written to {folder}: for the panel alone.")
