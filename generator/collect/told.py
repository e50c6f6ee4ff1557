"""What the check finds in a return's file, told where its sender sees it."""

from __future__ import annotations

from dataclasses import replace

from generator.collect.came import Came, Cell
from generator.collect.understood import place_of
from generator.collect.written import Written
from generator.diagnostics import Diagnostic, Place
from generator.read.yaml import Loc


def told(fault: Diagnostic, written: Written, came: Came) -> Diagnostic:
    """The same fault at the cell that the line of the file was written from."""
    number = fault.place.line - 1
    loc = written.locs[number] if number < len(written.locs) else ()
    cell = _cell_of(came, loc)
    if cell is None:
        return replace(fault, place=Place(came.source))
    line = written.text.split("\n")[number]
    start = fault.place.column - 1
    return replace(fault, place=_within(came, cell, line[start : start + fault.place.width]))


def line_of(came: Came, place: Place) -> str | None:
    """The line of a cell that a place is in; none where it is no cell's."""
    if place.where:
        for cell in came.cells:
            if cell.where == place.where:
                lines = cell.text.split("\n")
                return lines[place.line - 1] if place.line <= len(lines) else None
    return None


def _cell_of(came: Came, loc: Loc) -> Cell | None:
    """The cell that fills a field, or else the first that fills a part of it."""
    inside = [cell for cell in came.cells if loc and cell.at[: len(loc)] == loc]
    return next((cell for cell in inside if cell.text.strip()), None) or next(iter(inside), None)


def _within(came: Came, cell: Cell, marked: str) -> Place:
    """The place of what is marked within a cell; the whole cell where it is written otherwise."""
    at = cell.text.find(marked) if marked.strip() else -1
    if at < 0:
        return place_of(came, cell)
    line, column = cell.text.count("\n", 0, at) + 1, at - cell.text.rfind("\n", 0, at)
    return Place(came.source, line, column, len(marked), cell.where)
