"""Rows of published.yml from a grid: each cell goes into a row, or is kept with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.aggregate.joined import answers_joined
from generator.draft.asked import Asked, Entry, Match, answer, printed_ref
from generator.draft.cell import figure, is_unprinted
from generator.draft.headings import Heading, Measure, heading, statistic
from generator.draft.sheet import Cell, Grid
from generator.draft.table import BodyLine, Table, body_lines, is_unsure, tables
from generator.draft.values import Loc, NotUnderstoodError, Reading, values


@dataclass(frozen=True)
class Kept:
    """A cell that is in no row, and why."""

    cell: Cell
    why: str = ""


@dataclass
class Row:
    """One row; it grows while its lines are read."""

    entry: Entry
    scales: tuple[str, ...] = ()
    """Of what the tool does not ask: the scales that fit its answers best."""
    is_asked: bool = True
    values: dict[Loc, str] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)


@dataclass
class Taken:
    """A column or a line of a table, and what it was taken for."""

    cell: Cell
    words: str
    told: list[str] = field(default_factory=list)


@dataclass
class Draft:
    """What a grid was taken for."""

    rows: list[Row] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    """What belongs to no row."""
    taken: list[Taken] = field(default_factory=list)

    @property
    def has_rows(self) -> bool:
        """Whether anything is drafted that the tool asks."""
        return any(row.is_asked and row.values for row in self.rows)

    def row(self, entry: Entry) -> Row:
        """The row of what the tool asks."""
        found = next((row for row in self.rows if row.entry == entry), None)
        if found is None:
            self.rows.append(found := Row(entry))
        return found


def drafted(grid: Grid, asked: Asked, own_years: Collection[str]) -> Draft:
    """The rows of a grid; every cell that has something in it is in a row, told of, or kept."""
    draft = Draft()
    told = {
        cell
        for table in tables(grid, asked)
        for cell in _read(table, asked, _reading(table, asked, own_years), draft)
    }
    told.update(kept.cell for row in draft.rows for kept in row.kept)
    told.update(kept.cell for kept in draft.kept)
    cells = [cell for line in grid for cell in line if not is_unprinted(cell.text)]
    draft.kept += [Kept(cell) for cell in cells if cell not in told]
    draft.kept.sort(key=lambda kept: (kept.cell.row, kept.cell.column))
    return draft


def _reading(table: Table, asked: Asked, own_years: Collection[str]) -> Reading:
    years = {said.year for said in table.headings} & set(own_years)
    return Reading(is_unsure(table, asked), _are_parts_of_one(table), max(years, default=""))


def _are_parts_of_one(table: Table) -> bool | None:
    numbers = [
        found.number
        for line in table.body
        for cell, said in zip(line, table.headings, strict=True)
        if said.measure is Measure.PERCENTAGES and (found := figure(cell.text))
        if found.number is not None
    ]
    if any(number > 1 for number in numbers):
        return False
    if any(number != number.to_integral_value() for number in numbers):
        return True
    return None if any(numbers) else False


def _read(table: Table, asked: Asked, reading: Reading, draft: Draft) -> Iterator[Cell]:
    """Draft the rows of a table; gives the cells that are told of: labels, headings, figures."""
    columns = [_column(table, at) for at in range(len(table.headings))]
    draft.taken += [column for column in columns if column.words]
    yield from (cell for line in table.heads for cell in line)
    about: Row | None = None
    for caption in table.captions:
        if row := _alone(caption, asked, draft):
            about = row
            yield caption
    for line in body_lines(table):
        if line.figures:
            about = _about(line, about, table, asked, draft)
        elif len(line.names) == 1 and (row := _alone(line.names[0], asked, draft)):
            about = row
            yield from line.names
        if not line.figures or about is None:
            continue
        yield from line.labels
        for at, cell in line.figures:
            scale = asked.scales.get(about.entry.scale)
            try:
                found = dict(values(cell.text, table.headings[at], line.measure, scale, reading))
                _add(found, about)
            except NotUnderstoodError as error:
                about.kept.append(Kept(cell, str(error)))
                columns[at].told.append(f"not understood: {error}")
            else:
                columns[at].told += map(_told, found) if found else ["passed over: 100%"]
                yield cell


def _column(table: Table, at: int) -> Taken:
    """A column before its figures are read."""
    said = table.headings[at]
    first = next((line[at] for line in table.heads if line[at].text), table.heads[0][at])
    return Taken(first, said.printed, ["what the line is about"] if at < table.labels else [])


def _alone(cell: Cell, asked: Asked, draft: Draft) -> Row | None:
    """The row of a question that stands alone, above the lines about it; none where it is none."""
    match = asked.match([cell.text])
    if match.entry is None:
        return None
    draft.taken.append(Taken(cell, cell.text, [_named(match)]))
    return draft.row(match.entry)


def _about(
    line: BodyLine, above: Row | None, table: Table, asked: Asked, draft: Draft
) -> Row | None:
    """The row that a line of figures is about; where there is none, its cells are kept.

    A line that says no more than how is counted goes on with the row above.
    """
    cells = [cell for _, cell in line.figures]
    taken = Taken((*line.labels, *cells)[0], " ".join(cell.text for cell in line.labels))
    draft.taken.append(taken)
    if above and line.measure and not line.names:
        taken.told.append(f"{line.measure} of {above.entry.ref or above.entry.text}")
        return above
    texts = [cell.text for cell in line.names]
    match = asked.match(texts)
    if why := _why_no_row(texts, match, asked, draft):
        taken.told.append(f"not understood: {why}")
        draft.kept += [Kept(cell, why) for cell in (*line.names, *cells)]
        return None
    if match.entry:
        taken.told.append(_named(match))
        row = draft.row(match.entry)
        row.kept += [Kept(cell, match.how) for cell in line.names if match.how and " " in cell.text]
        return row
    taken.told.append("not in the tool: drafted as a comment")
    scales = _scales_of(table.headings, asked)
    ref, text = printed_ref(texts), max(texts, key=len)
    entry = Entry(ref, "", text.removeprefix(ref).lstrip(" .:)") or text, "".join(scales[:1]))
    draft.rows.append(row := Row(entry, scales, is_asked=False))
    return row


def _why_no_row(texts: Sequence[str], match: Match, asked: Asked, draft: Draft) -> str:
    """Why a line begins no row; nothing where it does."""
    if not texts:
        return "no question stands beside it"
    if match.entry:
        return f"{match.entry.ref} has a row already" if draft.row(match.entry).values else ""
    words = heading(texts[-1:]).words
    is_question = not (statistic(words) or asked.is_answer(words))
    return match.how if is_question else "it is no question"


def _add(found: dict[Loc, str], row: Row) -> None:
    """Add values to a row, all of them or, where another stands there already, none."""
    for path, value in found.items():
        if row.values.get(path, value) != value:
            raise NotUnderstoodError(f"{' '.join(path)} is {row.values[path]} already")
    row.values |= found


def _scales_of(headings: Sequence[Heading], asked: Asked) -> tuple[str, ...]:
    """The scales that have all answers of the headings, those with fewest others.

    One that the tool uses goes before one that it does not.
    """
    words = [said.words for said in headings if asked.is_answer(said.words)]
    used = {entry.scale for entry in asked.entries}
    fitting = [
        (name not in used, len(set(scale.choices) - {answer(word, scale) for word in words}), name)
        for name, scale in asked.scales.items()
        if words and all(answer(word, scale) or answers_joined(word, scale) for word in words)
    ]
    return tuple(name for *rank, name in sorted(fitting) if rank == list(min(fitting)[:2]))


def _named(match: Match) -> str:
    named = f"{match.entry.ref} {match.entry.label}" if match.entry else ""
    return f"{named} ({match.how})" if match.how else named


_JOINED: Final = {"joined": "percentages", "joined_counts": "counts"}


def _told(path: Loc) -> str:
    match path:
        case ("earlier", year, *rest):
            return f"{_told(tuple(rest))}, {year}"
        case (kind, words):
            return f"{_JOINED.get(kind, kind)} of {words}"
    return f"the {path[0]}"
