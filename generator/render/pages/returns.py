"""The returns of an audit: who was asked about which case, and what came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.matrix import CellState, Matrix
from generator.model.words import case_name
from generator.render import uris
from generator.render.page import SearchEntry, Step
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class Cell:
    """What became of asking one agency about one case."""

    state: CellState

    @property
    def sign(self) -> str:
        """The sign of the state, so that it is not told by its colour alone."""
        return _SIGNS[self.state]

    @property
    def short(self) -> str:
        """The state in a small space."""
        return "asked" if self.state is CellState.NOT_PRESERVED else self.state.value

    @property
    def name(self) -> str:
        """The state as the key has it."""
        return self.state.value.capitalize()

    @property
    def look(self) -> str:
        """The name of its style."""
        return f"cell-{self.state.value.replace(' ', '-')}"


@dataclass(frozen=True)
class MatrixRow:
    """What became of asking one agency."""

    agency: Step
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ShownMatrix:
    """Agencies by cases."""

    cases: tuple[Step, ...]
    rows: tuple[MatrixRow, ...]
    key: tuple[tuple[Cell, int], ...]
    """Every state that there is, with how many returns are in it."""


@dataclass(frozen=True)
class Returns:
    """The returns matrix."""

    template: ClassVar[str] = "returns.html"
    frame: Frame
    matrix: Matrix
    shown: ShownMatrix

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Who was asked about which case, and what came back: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title."""
        return (SearchEntry("", self.frame.called("Returns"), self.about),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The matrix, where agencies were asked about cases."""
    if shown := shown_matrix(book, frame.audit.id):
        view = Returns(frame, book.matrices[frame.audit.id], shown)
        yield audit_plan(frame, "returns", "Returns", view, "audit.yml")


def shown_matrix(book: Book, audit: str) -> ShownMatrix | None:
    """The matrix of an audit; none where no agency was asked about a case."""
    matrix = book.matrices[audit]
    if not (matrix.rows and matrix.cases):
        return None
    return ShownMatrix(
        cases=tuple(
            Step(case_name(case).removeprefix("Case "), uris.case(audit, case))
            for case in matrix.cases
        ),
        rows=tuple(
            MatrixRow(
                Step(book.library.agencies[agency].label, uris.agency(agency)),
                tuple(Cell(row[case]) for case in matrix.cases),
            )
            for agency, row in matrix.rows.items()
        ),
        key=tuple((Cell(state), count) for state, count in matrix.counts.items()),
    )


_SIGNS: Final = {
    CellState.COMPLETE: "●",
    CellState.PARTIAL: "◐",
    CellState.NOT_KNOWN: "○",
    CellState.OUTSIDE_PERIOD: "◌",
    CellState.NOT_INVOLVED: "–",  # noqa: RUF001 - a dash
    CellState.NO_RETURN: "✕",
    CellState.AWAITED: "…",
    CellState.MISSING: "!",
    CellState.NOT_PRESERVED: "?",
    CellState.NOT_ASKED: "",
}
