"""How answers stand in a row: what is drawn, the share, and how many gave each.

One value, whether they were returned, printed by a source, or are told without small numbers:
templates write what it says and do not ask which it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.aggregate.printed_row import Cell, Known, PrintedRow, RowShare
from generator.aggregate.results import AuditResults, JudgementResult, QuestionResult
from generator.aggregate.scores import scores
from generator.aggregate.shown import ShownRow
from generator.aggregate.tally import Tally
from generator.diagnostics.wording import counted
from generator.model.registers import Scale, ScaleKind
from generator.model.returns import NonAnswer, Reason
from generator.render.charts import (
    DotPlot,
    StackedBar,
    dot_plot,
    in_line,
    own_bars,
    row_bar,
    shown_bar,
    stacked_bar,
)

NOTHING: Final = "—"
"""What stands where there is nothing to draw or to say."""


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a row."""

    bars: tuple[StackedBar, ...] = ()
    dots: DotPlot | None = None
    instead: str = ""
    """What is said where nothing is drawn."""

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to look at."""
        return bool(self.bars or self.dots)


@dataclass(frozen=True)
class Told:
    """A number with what it is of: `12 yes (follows from the total)`."""

    number: str
    """Empty where there is none to tell."""
    what: str
    more: str = ""
    """What to know of it."""
    is_quiet: bool = False
    """Whether it stands back: outside the base, or not known."""


@dataclass(frozen=True)
class Answers:
    """What a row says of the answers to one question, or of grades."""

    drawn: Drawn
    share: Told
    """The share of favourable answers, or why there is none; scores have their middle."""
    told: tuple[Told, ...]
    """How many gave each answer, then what stands outside the base."""
    is_long: bool = False
    """Whether the share is told in more than a few words."""


def of_question(result: QuestionResult) -> Answers:
    """The answers to a question, in whichever way they are known."""
    if result.shown:
        return of_shown(result.shown, result.scale)
    if result.tally:
        answers = of_tally(result.tally, result.scale)
        outside = _outside(result.tally, result.reasons)
        return replace(answers, told=(*answers.told, *outside))
    if result.row and is_printed(result):
        return _of_row(result.row, result)
    why = "does not tell the answers" if _is_prose(result.scale) else "gives no figures"
    said = Told("", f"Asked; the source {why}.", is_quiet=True)
    return Answers(Drawn(instead="not reported"), _none(), (said,))


def is_printed(result: QuestionResult) -> bool:
    """Whether the source printed anything about the answers that a row can show."""
    figure = result.printed
    return figure is not None and bool(
        figure.counts
        or figure.percentages
        or figure.joined
        or figure.joined_counts
        or figure.mean is not None
        or figure.median is not None
        or figure.printed_as
        or figure.by
        or figure.earlier
    )


def of_tally(tally: Tally, scale: Scale) -> Answers:
    """Counted answers, grades or scores; of those who gave none, nothing."""
    told = tuple(
        Told(str(tally[choice]), _named(choice, scale))
        for choice in tally.choices
        if tally[choice] or not _is_score(scale)
    )
    if _is_score(scale):
        drawn = Drawn(dots=dot_plot(tally), instead="none answered")
        return Answers(drawn, of_scores(tally), told, is_long=True)
    bar = stacked_bar(tally, scale)
    figure = tally.figure
    share = _none()
    if tally.base and scale.favourable:
        of = figure.of if figure.percent is not None else figure.unit_words
        share = Told(figure.short, of)
    return Answers(Drawn((bar,) if bar else (), instead="none answered"), share, told)


def of_scores(tally: Tally) -> Told:
    """The score in the middle, how far they spread, and their mean where there are enough."""
    given = scores(tally)
    if not given:
        return Told("", "none answered", is_quiet=True)
    mean = f"; mean {given.mean}" if given.mean else ""
    what = f"in the middle of {counted(tally.base, 'score')}, {given.spread}{mean}"
    return Told(given.middle, what)


def of_shown(row: ShownRow, scale: Scale) -> Answers:
    """What is told where small numbers are not."""
    bar = shown_bar(row, scale)
    share = _none()
    if row.figure:
        share = Told(row.short, f"{row.figure.of}, rounded")
    elif row.favourable:
        share = Told(row.short, row.unit)
    told = tuple(
        Told(cell.words, _named(cell.answer, scale))
        for cell in row.cells
        if cell.count != 0 or not _is_score(scale)
    )
    return Answers(Drawn((bar,) if bar else (), instead=NOTHING), share, told)


def of_cases(results: AuditResults, scale: Scale | None) -> Answers | None:
    """The partnership's grades of the cases on the scale; none where there is none to tell."""
    if scale is None:
        return None
    if results.cases_judged_shown:
        return of_shown(results.cases_judged_shown, scale)
    return of_tally(results.cases_judged, scale) if results.cases_judged else None


def of_judgement(judged: JudgementResult) -> Answers:
    """The grades that agencies gave."""
    if judged.shown:
        return of_shown(judged.shown, judged.scale)
    if judged.tally:
        return of_tally(judged.tally, judged.scale)
    return Answers(Drawn(instead=NOTHING), _none(), ())


def of_group(row: PrintedRow) -> tuple[Told, ...]:
    """What was printed of one group, or of another year."""
    total = (Told("", f"of {row.total}", is_quiet=True),) if row.total is not None else ()
    return (*_printed(row), *total)


def in_words(result: QuestionResult) -> tuple[Told, ...]:
    """What came of a question where it stands beside another audit's: one figure, if there is."""
    answers = of_question(result)
    if result.shown:
        return (Told(result.shown.words, ""),) if result.shown.words else answers.told
    if result.tally and _is_score(result.scale):
        return (answers.share,)
    if result.tally:
        words = result.tally.figure.words
        counts = of_tally(result.tally, result.scale).told
        return (Told(words, ""),) if result.scale.favourable else counts
    if (share := result.share) and share.base:
        worked_out = share.known is Known.WORKED_OUT
        how = "worked out from what was printed" if worked_out else "as printed"
        return (Told(share.words, ""), Told("", how, is_quiet=True))
    without = Told("", "as printed, not out of how many", is_quiet=True)
    if share:
        return (Told(share.short, ""), without)
    if result.printed and result.printed.percentages:
        printed = result.printed.percentages.items()
        each = (Told(f"{percent}%", _named(answer, result.scale)) for answer, percent in printed)
        return (*each, without)
    words = "answered in words" if _is_prose(result.scale) else "not reported"
    return (Told("", words, is_quiet=True),)


def _of_row(row: PrintedRow, result: QuestionResult) -> Answers:
    figure = row.figure
    if row.are_several:
        bars = own_bars(row.cells, row.scale, row.base)
    else:
        bar = row_bar(row)
        bars = (bar,) if bar else ()
    told = list(_printed(row))
    if figure.mean is not None:
        told.append(Told(str(figure.mean), "mean"))
    if figure.median is not None:
        told.append(Told(str(figure.median), "median"))
    if figure.lowest is not None and figure.highest is not None:
        told.append(Told(f"{figure.lowest} to {figure.highest}", "given"))
    if figure.total is not None and _is_score(row.scale):
        told.append(Told("", f"of {figure.total} {result.unit}", is_quiet=True))
    if figure.printed_as:
        told.append(Told("", f"Printed as: {figure.printed_as}", is_quiet=True))
    return Answers(Drawn(bars, instead=NOTHING), _row_share(row, result.share), tuple(told))


def _row_share(row: PrintedRow, share: RowShare | None) -> Told:
    if share:
        of = share.of if share.short != share.of else ""
        worked_out = ", worked out" if share.known is Known.WORKED_OUT else ""
        favourable = row.scale.favourable
        whose = f"{_named(favourable[0], row.scale)}; " if len(favourable) == 1 else ""
        return Told(share.short, f"{whose}{of}{worked_out}")
    if row.are_several:
        return Told("", f"several could be ticked{f'; of {row.base}' if row.base else ''}")
    if row.figure.printed_as and not (row.percentages or row.counts or row.joins):
        return Told("", "as printed")
    return Told("", f"of {row.base}" if row.base else "not printed out of how many")


def _printed(row: PrintedRow) -> Iterator[Told]:
    for cell in row.cells:
        is_known = cell.known is not Known.NOT_PRINTED or cell.percentage is not None
        if is_known or not _is_score(row.scale):
            yield _cell(cell, row.scale)
    for name, share in row.joins.items():
        yield Told(share.short, name, share.of if share.base else "")


def _cell(cell: Cell, scale: Scale) -> Told:
    """What is known of one answer: as printed, as worked out, or that it was not printed."""
    name = _named(cell.answer, scale)
    worked_out = cell.known is Known.WORKED_OUT
    if cell.percentage is not None:
        more = cell.words if cell.fewest is not None or cell.suppressed else ""
        return Told(
            f"{cell.percentage}%", name, f"{more}, worked out" if more and worked_out else more
        )
    if cell.known is Known.NOT_PRINTED:
        return Told("", f"{name}: not printed", is_quiet=True)
    if cell.suppressed:
        return Told(cell.words, name, "suppressed by the source")
    return Told(cell.words, name, "follows from the total" if worked_out else "")


def _outside(tally: Tally, reasons: dict[NonAnswer, dict[Reason, int]]) -> Iterable[Told]:
    for why, count in tally.outside.items():
        given = (f"{many} {reason.value}" for reason, many in reasons.get(why, {}).items())
        yield Told(str(count), why.value, ", ".join(given), is_quiet=True)


def _none() -> Told:
    return Told("", NOTHING, is_quiet=True)


def _named(answer: str, scale: Scale) -> str:
    return f"{'at ' if _is_score(scale) else ''}{in_line(scale.shown(answer))}"


def _is_score(scale: Scale) -> bool:
    return scale.kind is ScaleKind.SCORE


def _is_prose(scale: Scale) -> bool:
    return scale.kind is ScaleKind.PROSE
