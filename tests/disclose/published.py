"""What the public pages say in figures, read back from their HTML and search entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from generator.render.page import Page

_SHARE = re.compile(r"(\d+) of (\d+) ([a-z ]+?)(?:, rounded|\)|$)")


@dataclass
class ReadRow:
    """A row of figures as anybody can read it."""

    audit: str
    ref: str
    """A question's reference, or the label of a judgement."""
    unit: str = ""
    cells: dict[str, str] = field(default_factory=dict)
    """What stands at each answer, by the answer as the page calls it."""
    favourable: str = ""
    """The word in which the share of favourable answers is told, where it is."""
    shares: set[tuple[int, int]] = field(default_factory=set)
    """Each count and base that any page or search entry gives for its favourable answers."""
    bars: list[tuple[tuple[str, int], ...]] = field(default_factory=list)
    """Each bar: what is written in its parts, with how wide they are."""


@dataclass
class ReadAudit:
    """What the pages say of an audit."""

    id: str
    rows: list[ReadRow] = field(default_factory=list)
    cases: str = ""
    """What the overview says of the number of cases."""
    agencies: int | None = None


def read(pages: Iterable[Page]) -> dict[str, ReadAudit]:
    """All that pages say in figures, by audit."""
    found: dict[str, ReadAudit] = {}
    for page in pages:
        parts = page.uri.split("/")
        if parts[0] != "audits" or len(parts) != 3:
            continue
        audit = found.setdefault(parts[1], ReadAudit(parts[1]))
        html = BeautifulSoup(page.html, "html.parser")
        if parts[2] == "results.html":
            rows = [_row(audit.id, row) for row in html.select("table.results tbody tr[id]")]
            audit.rows += rows
            for entry in page.search:
                for row in rows:
                    if entry.title.startswith(f"{row.ref} "):
                        row.shares |= set(_shares(entry.text))
        if parts[2] == "index.html":
            audit.rows += list(_judged(audit.id, html))
            _facts(audit, html)
    return found


def _row(audit: str, row: Tag) -> ReadRow:
    ref = row.select_one("a.ref")
    share = row.select_one("td.share")
    assert ref is not None
    assert share is not None
    read_row = ReadRow(audit, ref.get_text(strip=True))
    _cells(read_row, row.find_all("td")[-1])
    said = share.get_text(" ", strip=True)
    read_row.shares |= set(_shares(said))
    found = _SHARE.search(said)
    read_row.unit = found[3] if found else said.split()[-1] if said else ""
    if read_row.unit and not found:
        read_row.favourable = said.removesuffix(read_row.unit).strip()
    _bars(read_row, row)
    return read_row


def _judged(audit: str, html: BeautifulSoup) -> Iterator[ReadRow]:
    for table in html.select("table.judgements"):
        caption = table.find("caption")
        for row in table.select("tbody tr"):
            label = row.find("th")
            assert label is not None
            of_cases = caption is not None and "the cases" in caption.get_text()
            unit = "cases" if of_cases else "returns"
            read_row = ReadRow(audit, label.get_text(strip=True), unit)
            _cells(read_row, row.find_all("td")[-1])
            _bars(read_row, row)
            yield read_row


def _cells(read_row: ReadRow, cell: Tag) -> None:
    for count in cell.select("span.count"):
        bold = count.find("b")
        if bold is None:  # a sentence, such as that the source tells nothing
            assert not any(sign.isdigit() for sign in count.get_text())
            continue
        said = bold.get_text(strip=True)
        name = count.get_text(" ", strip=True).removeprefix(said).strip()
        name = name.removeprefix("at ")
        read_row.cells[name] = said


def _bars(read_row: ReadRow, row: Tag) -> None:
    for svg in row.select("svg.bar"):
        widths = [int(str(rect["width"])) for rect in svg.find_all("rect")]
        label = str(svg["aria-label"]).split(", ")
        read_row.bars.append(tuple(zip(label, widths, strict=True)))


def _shares(text: str) -> Iterator[tuple[int, int]]:
    for found in _SHARE.finditer(text):
        yield int(found[1]), int(found[2])


def _facts(audit: ReadAudit, html: BeautifulSoup) -> None:
    for fact in html.select("ul.facts li"):
        said = fact.get_text(" ", strip=True)
        if said.endswith(("cases", "case")):
            audit.cases = said
        if said.endswith(("agencies asked", "agency asked")):
            audit.agencies = int(said.split()[0])
