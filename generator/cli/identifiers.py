"""`audits identifiers`: does a text name a child, or point to one?"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from generator.cli.options import OneOf
from generator.cli.roster import ROSTER, given_roster, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.diagnostics import Diagnostic, Place
    from generator.identify.roster import Roster
    from generator.model.library import Library
    from generator.read.document import Document


@dataclass(frozen=True)
class Picture:
    """A picture, by what its file says in words beside what it shows."""

    path: str
    said: str


def _formats() -> list[str]:
    from generator.diagnostics.formats import FORMATS

    return list(FORMATS)


@click.command("identifiers")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@ROSTER
@click.option("--staged", is_flag=True, help="Check what the next commit changes, as it is staged.")
@click.option(
    "--format",
    "format_",
    type=OneOf(_formats),
    default="text",
    show_default=True,
    help="text for people, github or gitlab for a pull request, sarif or json for other tools.",
)
def identifiers_command(
    files: tuple[str, ...], roster: str | None, staged: bool, format_: str
) -> None:
    """Say where a text names a child or points to one, before it is saved with the others.

    Checks each FILE: Markdown, YAML or any other text, every text in a folder, or what comes in
    where it is `-`. What lies outside the folder `audits` is taken to tell of a case. A match with
    the roster is never repeated: the message says where, and not which name.

    \b
      audits identifiers audits/example-2024-neglect/cases
      audits identifiers --staged
      audits identifiers --format json audits/themes.yml

    Ends with 0 where there is nothing but warnings, 1 where there are errors, 2 for wrong use.
    """
    from generator.check.all_rules import RULES
    from generator.diagnostics.capped import capped
    from generator.diagnostics.circumstances import Circumstances
    from generator.diagnostics.formats import format_called
    from generator.identify.rules import on_roster

    if bool(files) == staged:
        raise click.UsageError("Say which files to check, or --staged.")
    named = given_roster(roster)
    texts = list(_staged()) if staged else [one for name in files for one in _read(name)]
    found = capped(_sighted(texts, named, staged=staged))
    by_path = {named.hide(one.path): one for one in texts if not isinstance(one, Picture)}
    secret = {
        (fault.place.path, fault.place.line) for fault in found if fault.rule == on_roster.RULE.name
    }

    def line_at(place: Place) -> str | None:
        is_secret = (place.path, place.line) in secret or place.path not in by_path
        return None if is_secret else by_path[place.path].line(place.line)

    circumstances = Circumstances(
        rules=lambda: RULES,
        files=len(texts),
        line_at=line_at,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
    )
    click.echo(format_called(format_)(found, circumstances), nl=False)
    sys.exit(1 if any(fault.severity == "error" for fault in found) else 0)


_TEXTS = (".md", ".yml", ".yaml", ".txt", ".csv", ".tsv", ".json", ".html", ".htm", "")


def _read(name: str) -> Iterator[Document | Picture]:
    """The text of a file, of every text and picture in a folder, or of what comes in."""
    from pathlib import Path

    from generator.read.document import Document

    if name == "-":
        yield Document("-", text_of(sys.stdin.buffer.read(), "what comes in"))
        return
    path = Path(name)
    if path.is_dir():
        there = [file for file in sorted(path.rglob("*")) if file.is_file()]
        files = [file for file in there if _is_text(file)]
        _tell_unread(file.as_posix() for file in there if file not in files)
    elif path.exists():
        files = [path]
    else:
        raise click.UsageError(f"There is no file or folder {name}.")
    for file in files:
        yield _taken(file.as_posix(), file.read_bytes())


def _taken(path: str, data: bytes) -> Document | Picture:
    from generator.read.beside_picture import beside_picture
    from generator.read.document import Document
    from generator.read.picture import PICTURES

    if path.lower().endswith(PICTURES):
        return Picture(path, beside_picture(data))
    return Document(path, text_of(data, path))


def _is_text(file: Path) -> bool:
    from generator.read.picture import PICTURES

    is_one = file.suffix.lower() in (*_TEXTS, *PICTURES)
    return is_one and not any(part.startswith(".") for part in file.parts)


def _staged() -> Iterator[Document | Picture]:
    from pathlib import Path

    from generator.cli.project import project_folder
    from generator.repository import staged

    unread = []
    for path, data in staged(project_folder()):
        if _is_text(Path(path)):
            yield _taken(path, data)
        else:
            unread.append(path)
    _tell_unread(unread)


def _tell_unread(paths: Iterable[str]) -> None:
    """Say which documents were not looked into, so that nobody takes them for clear."""
    documents = [path for path in paths if path.lower().endswith(_DOCUMENTS)]
    if documents:
        click.echo(
            f"Not read: {', '.join(documents)}. Save the words as a text, and check that.", err=True
        )


_DOCUMENTS = (".docx", ".doc", ".odt", ".rtf", ".pdf", ".xlsx", ".xls", ".ods", ".pptx", ".ppt")


def _sighted(
    texts: list[Document | Picture], roster: Roster, *, staged: bool
) -> Iterator[Diagnostic]:
    """What is sighted in each, with what the project knows and its audit allows."""
    from dataclasses import replace

    from generator.identify import subject
    from generator.identify.sightings import Search
    from generator.identify.vocabulary import of_library

    root, library = _project()
    search = Search(of_library(library), roster)
    for one in texts:
        at = subject.place_in_tree(one.path, root)
        allowed = subject.allowed(library.audits.get(at.audit))
        names = at.names(one.path)
        if isinstance(one, Picture):
            found = search.in_named_picture(one.path, one.said, names)
        else:
            # What is staged beside the audits, such as a guide, is the project's own.
            about_a_case = at.tells_of_a_case and (at.audit != "" or not staged)
            found = search.in_named_file(one, names, about_a_case=about_a_case)
        for fault in found:
            if fault.about.casefold() not in allowed:
                yield replace(fault, place=replace(fault.place, path=roster.hide(one.path)))


def _project() -> tuple[Path | None, Library]:
    """The folder `audits` of the project that the command runs in, and what it holds, if any."""
    from generator.cli.project import project_folder
    from generator.model.library import Library
    from generator.read.tree import read_tree

    try:
        root = project_folder() / "audits"
    except click.UsageError:
        return None, Library()
    return root, read_tree(root).library
