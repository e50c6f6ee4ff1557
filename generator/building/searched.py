"""What was built is searched for what no site may hold, before anybody can see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.model.edition import Edition

_UNFILLED: Final = re.compile(r"\{\{ *(?:percent|of|base|count|cases|agencies|returns)\(")
"""A figure that was to be filled in, and was not; guides show such in `<code>`."""
_CODE: Final = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
_POLICY: Final = '<meta http-equiv="Content-Security-Policy"'
_EDITION: Final = re.compile(r'<meta name="edition" content="([a-z]*)">')


def must_not_be_there(site: Path, edition: Edition | None) -> list[str]:
    """What is wrong with a built site, a line each, with the file that it is wrong in.

    Every page must be of this edition, or where none was asked for, of that of the first page.
    """
    found = [
        f"{file.relative_to(site)} is a link." for file in site.rglob("*") if file.is_symlink()
    ]
    wanted = edition.value if edition else edition_of(site)
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        found += [f"{page.relative_to(site)} {wrong}" for wrong in _wrong(html, wanted)]
    return found


def edition_of(site: Path) -> str:
    """The edition that the first page of a site is of; empty where it names none."""
    return _edition_of((site / "index.html").read_text("utf-8"))


def _wrong(html: str, wanted: str) -> Iterator[str]:
    if _UNFILLED.search(_CODE.sub("", html)):
        yield "has a figure that was not filled in."
    if _POLICY not in html:
        yield "does not say which scripts may run (Content-Security-Policy)."
    if (edition := _edition_of(html)) != wanted:
        yield f"is of the edition {edition or 'that it does not name'}, not {wanted}."


def _edition_of(html: str) -> str:
    found = _EDITION.search(html)
    return found[1] if found else ""
