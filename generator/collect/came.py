"""A return as it came: every cell that a sender filled in, as text, with where the sender sees it.

The readers of saved forms, spreadsheets and exports all give this, and nothing after them knows
which of them did. Whatever a file holds is one of three: a `Cell` that fills a field of a return,
an `Ignored` that says why it fills none, or a `Diagnostic`.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.read.yaml import Loc


@dataclass(frozen=True)
class Cell:
    """What stands at one place of a file that came."""

    at: Loc
    """The field of the return that it fills, such as `("answers", "R1", "answer")`: see `Came`."""
    text: str
    """What stands there, unchanged but for codes that a table translates; blank is empty."""
    where: str
    """Where the sender sees it: *sheet “Case B”, cell D14*, *question R1, comment*."""


@dataclass(frozen=True)
class Ignored:
    """What a file holds and no return can: named, so that nobody takes it for received."""

    where: str
    """Where the sender sees it."""
    text: str
    """What stands there."""
    why: str
    """Why it is ignored, in a few words: *no field of a return*."""


@dataclass(frozen=True)
class Came:
    """One agency's return on one case, as it came.

    What a cell's `at` can be:

    - `("audit",)`, `("tool",)` (the fingerprint), `("agency",)`, `("case",)`: what it is about
    - `("asked", REF)`: the fingerprint of each question and judgement, as the form had it
    - `("saved",)`: when it was saved, as ISO 8601; `("finished",)`: `yes` or `no`
    - `("status",)`, `("completed_by",)`, `("note",)`
    - `("answers", REF, "answer")`, and `"reason"`, `"comment"` in place of `"answer"`; where
      several are ticked, `("answers", REF, "answer", 0)` and so on, a cell each
    - `("judgements", REF, "grade")`, and `"comment"`
    - `("good_practice", 0, "text")`, and `"agency"`, counted from 0

    REF is as it stands in the file, be it known or not. An answer or a status may be the word that
    the model has or the one that the form shows; `generator.collect.understood` knows both.
    """

    source: str
    """The file, as it is called for the person who receives it."""
    cells: tuple[Cell, ...]
    """All that fills a field, the blank ones as well, none twice."""
    ignored: tuple[Ignored, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """What of it could not be read, at `Place(source, where=…)`: an error keeps it all out."""

    def cell(self, *at: str | int) -> Cell | None:
        """The cell that fills a field; none where the file has none."""
        return next((cell for cell in self.cells if cell.at == at), None)

    def text(self, *at: str | int) -> str:
        """What fills a field, without space around it; empty where nothing does."""
        cell = self.cell(*at)
        return cell.text.strip() if cell else ""


@dataclass(frozen=True)
class Opened:
    """What one file held: returns, what could not be read, what belongs to no return."""

    returns: tuple[Came, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    """Faults of the file, at `Place(file, where=…)`; a refused file has one, and no returns."""
    ignored: tuple[Ignored, ...] = ()
    """What stands outside of all returns, such as a sheet that somebody added."""
