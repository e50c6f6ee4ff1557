"""A built site is searched for the values of fields that its edition must not hold.

So it is for the names of a roster, where one is given; neither value nor name is ever repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.building.contents import contents
from generator.building.withheld import Withheld, words_of
from generator.diagnostics.wording import counted
from generator.identify.roster import Roster


def leaks(site: Path, must_not_hold: Withheld, roster: Roster | None = None) -> list[str]:
    """What a built site holds and must not, a line each: the field, and the page that shows it."""
    found: dict[str, list[str]] = {}
    for page, what in _found(site, must_not_hold, roster):
        pages = found.setdefault(what, [])
        if page not in pages:
            pages.append(page)
    return [
        f"{pages[0]} holds {what}{_and_others(len(pages) - 1)}." for what, pages in found.items()
    ]


def _and_others(many: int) -> str:
    if many == 1:
        return ", and so does another file"
    return f", and so do {counted(many, 'other file')}" if many else ""


def _found(site: Path, must_not_hold: Withheld, roster: Roster | None) -> Iterator[tuple[str, str]]:
    clear: set[str] = set()
    """Texts that were looked at: the frame of a page stands on every other."""
    for file in sorted(site.rglob("*")):
        if not file.is_file():
            continue
        page = file.relative_to(site).as_posix()
        within = contents(file)
        new = [text for text in dict.fromkeys((*within.texts, page)) if text not in clear]
        found = set(_in_texts(new, must_not_hold, roster))
        found.update(_in_addresses((page, *within.addresses), must_not_hold))
        if not found:
            clear.update(new)
        for what in sorted(found):
            yield page, what


def _in_texts(texts: list[str], must_not_hold: Withheld, roster: Roster | None) -> Iterator[str]:
    words: list[str] = []
    for text in texts:
        words += words_of(text)
        words.append("")  # no run goes on into another text
    for run in must_not_hold.found_in(words):
        yield str(must_not_hold.runs[run])
    if roster and any(True for text in texts for _ in roster.matches(text)):
        yield "a name of the roster"


def _in_addresses(addresses: tuple[str, ...], must_not_hold: Withheld) -> Iterator[str]:
    for pattern, kind in must_not_hold.files:
        if any(pattern.search(address) for address in dict.fromkeys(addresses)):
            yield f"the address of {PurePosixPath('audits/AUDIT') / kind}"
