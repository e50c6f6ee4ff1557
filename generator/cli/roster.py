"""The option `--roster`, and the file of names that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.identify.roster import Roster

ROSTER = click.option(
    "--roster",
    metavar="FILE",
    help="The names of the audit's people, one a line, in a file that git does not keep.",
)


def given_roster(name: str | None) -> Roster:
    """The roster in the file of that name; ends the command where git keeps it."""
    from pathlib import Path

    from generator.identify.sightings import NOBODY
    from generator.repository import Kept, how_kept

    if name is None:
        return NOBODY
    file = Path(name)
    if not file.is_file():
        raise click.UsageError(f"There is no file {name}.")
    match how_kept(file):
        case Kept.TRACKED:
            raise click.UsageError(
                f"Git keeps {name}, and so everyone who has the project has these names. Take it "
                f"out: `git rm --cached {name}`, and write it into .gitignore. What has been "
                "committed stays in the history: the guide *Run an audit* says how to undo that."
            )
        case Kept.NOT_YET:
            raise click.UsageError(
                f"Git would keep {name} with the next commit. Move it out of the project, or write "
                "it into .gitignore."
            )
    from generator.identify.roster import Roster

    roster = Roster.of(text_of(file.read_bytes(), name).splitlines())
    if not roster.words:
        raise click.UsageError(f"{name} holds no name: write the names into it, one a line.")
    return roster


_NO_TEXTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How files of PDF, of Word and Excel, and of RTF begin."""


def text_of(data: bytes, name: str) -> str:
    """A file's text, however it is saved; ends the command where it is none."""
    import codecs

    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data or data.startswith(_NO_TEXTS):
        raise click.UsageError(f"{name} is no text. Save its words as a text first.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
