"""Figures in prose: what `{{ of("R1") }}` stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from generator.aggregate.figure import Figure
from generator.aggregate.joined import answers_joined
from generator.aggregate.matrix import CellState, matrix
from generator.aggregate.printed_row import Known, PrintedRow, RowShare
from generator.aggregate.results import cases_judged, printed_rows, question_scales, tallies
from generator.aggregate.tally import Tally
from generator.aggregate.totals import Totals, earlier_cases, totals
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import counted, listed
from generator.model.library import Audit, Library
from generator.model.nouns import AGENCIES, CASES, RETURNS, Noun, with_count
from generator.model.registers import Scale
from generator.read.markdown import Bound

FUNCTIONS: Final[Mapping[str, tuple[int, ...]]] = {
    "percent": (1, 2),
    "of": (1, 2),
    "base": (1,),
    "count": (2,),
    "cases": (0,),
    "agencies": (0,),
    "returns": (0,),
}
"""What can be asked for, with how many arguments: a question's reference, then an answer."""

_NAMED: Final[Mapping[str, str]] = {"cases": "judgement", "returns": "status"}
"""What can be given by name."""

NONE_CAME: Final = "none"
"""The status of returns that were asked for and did not come, for whichever reason."""


@dataclass(frozen=True)
class AuditFigures:
    """The figures of an audit that its texts can refer to."""

    tallies: Mapping[str, Tally] = field(default_factory=dict)
    rows: Mapping[str, PrintedRow] = field(default_factory=dict)
    """What the source printed, by question."""
    unit: Noun = RETURNS
    """What they are shares of, where their row does not say."""
    totals: Totals = field(default_factory=Totals)
    judged: Tally | None = None
    """The partnership's judgements of the cases."""
    scales: Mapping[str, Scale] = field(default_factory=dict)
    """The scale of each question."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What readers call each question."""
    states: Mapping[CellState, int] = field(default_factory=dict)
    """How many returns are in each state."""
    year: int | None = None
    """The year that the audit is of: figures of another are not held against it."""
    earlier: Mapping[str, int] = field(default_factory=dict)
    """The number of cases of each earlier audit, by its year."""


def figures_of(audit: Audit, library: Library) -> AuditFigures:
    """What the texts of an audit can refer to."""
    return AuditFigures(
        tallies=tallies(audit, library),
        rows=printed_rows(audit, library),
        unit=audit.published.unit if audit.published else RETURNS,
        totals=totals(audit),
        judged=cases_judged(audit, library),
        scales=question_scales(audit, library),
        labels={question.ref: question.label for question in audit.tool.questions}
        if audit.tool
        else {},
        states=matrix(audit).counts,
        year=audit.dates.latest.year if audit.dates.latest else None,
        earlier=earlier_cases(audit, library),
    )


@dataclass(frozen=True)
class BoundFigure:
    """What stands in the text, the figure it was taken from, and where that can be seen."""

    text: str
    """What stands in the sentence: `82%`, `82% (23 of 28 returns)`, `28`, `5`."""
    basis: str
    """What it is taken from: `23 of 28 returns`."""
    ref: str = ""
    """The question's reference; empty for what is no question's."""
    seen_in: Literal["question", "cases", "returns"] = "question"
    """What shows it: a question's row, the index of cases, the table of returns."""
    share: Fraction | None = None
    """The share it speaks of; none where the figure is none."""
    unit: Noun | None = None
    """What it counts."""
    base: int | None = None
    """Out of how many; none where that is not known."""


class UnknownFigureError(ValueError):
    """A reference to a figure that the data does not give."""

    def __init__(self, message: str, tip: str) -> None:
        super().__init__(message)
        self.message = message
        self.tip = tip


def bind(bound: Bound, figures: AuditFigures) -> BoundFigure:
    """What a reference stands for; raises UnknownFigureError where that is nothing."""
    _check_call(bound)
    match bound.name:
        case "cases":
            return _cases(dict(bound.named), figures)
        case "agencies":
            return _agencies(figures)
        case "returns":
            return _returns(dict(bound.named), figures)
    ref = bound.arguments[0]
    if ref in figures.rows and ref not in figures.tallies:
        return _of_row(bound, figures.rows[ref])
    tally = _tally(ref, figures.tallies)
    match bound.name:
        case "base":
            return BoundFigure(
                str(tally.base), tally.figure.of, ref, unit=tally.unit, base=tally.base
            )
        case "count":
            figure = _share(ref, tally, bound.arguments[1], figures.scales.get(ref))
            return _of_figure(str(figure.count), figure, ref)
    if len(bound.arguments) > 1:
        figure = _share(ref, tally, bound.arguments[1], figures.scales.get(ref))
        return _of_figure(figure.short if bound.name == "percent" else figure.words, figure, ref)
    figure = tally.figure
    if not tally.favourable:
        raise UnknownFigureError(
            f"`{ref}` has no percentage: its scale names no favourable answer",
            f'Write how many gave one answer: `{{{{ count("{ref}", "{tally.choices[0]}") }}}}`.',
        )
    text = figure.short if bound.name == "percent" else figure.words
    return _of_figure(text, figure, ref)


def _of_figure(text: str, figure: Figure, ref: str) -> BoundFigure:
    share = Fraction(figure.count, figure.base)
    return BoundFigure(text, figure.of, ref, "question", share, figure.unit, figure.base)


def _cases(named: Mapping[str, str], figures: AuditFigures) -> BoundFigure:
    if "judgement" not in named:
        if figures.totals.cases is None:
            raise UnknownFigureError(
                "how many cases were audited is not known",
                "Give the cases their files, or `number_of_cases` in audit.yml.",
            )
        many = figures.totals.cases
        basis = f"{counted(many, 'case')} audited"
        return BoundFigure(str(many), basis, seen_in="cases", unit=CASES)
    grade = named["judgement"]
    if figures.judged is None:
        raise UnknownFigureError(
            "the partnership judged no case",
            "Give the cases their `judgement`, and the audit its scale of `grades`.",
        )
    figure = _share("the judgement of cases", figures.judged, grade)
    share = Fraction(figure.count, figure.base)
    basis = f"{figure.of} judged {grade}"
    return BoundFigure(str(figure.count), basis, "", "cases", share, CASES, figure.base)


def _agencies(figures: AuditFigures) -> BoundFigure:
    many = figures.totals.agencies
    if many is None:
        raise UnknownFigureError(
            "which agencies were asked, or took part, is not known",
            "List them under `asked` or `took_part` in audit.yml.",
        )
    basis = counted(many, "agency", "agencies")
    return BoundFigure(str(many), basis, seen_in="returns", unit=AGENCIES)


def _returns(named: Mapping[str, str], figures: AuditFigures) -> BoundFigure:
    states = figures.states
    asked = sum(states.values())
    if not asked or CellState.NOT_PRESERVED in states:
        raise UnknownFigureError(
            "what came of the returns is not known",
            "Leave the figure out, or mark it as printed: `[12 returns](printed)`.",
        )
    status = named.get("status")
    if status is None:
        many = sum(count for state, count in states.items() if state.has_answers)
    elif status == NONE_CAME:
        many = sum(count for state, count in states.items() if state.is_outstanding)
    else:
        many = states.get(_state(status), 0)
    basis = f"{many} of {counted(asked, 'return')} asked for"
    share = Fraction(many, asked)
    return BoundFigure(str(many), basis, "", "returns", share, RETURNS, asked)


def _state(status: str) -> CellState:
    statuses = [
        NONE_CAME,
        *(state.value for state in CellState if state is not CellState.NOT_ASKED),
    ]
    if status not in statuses:
        near = nearest(status, statuses)
        tip = f"Did you mean `{near}`?" if near else f"There are {listed(statuses)}."
        raise UnknownFigureError(f"`{status}` is no status of a return", tip)
    return CellState(status)


def _of_row(bound: Bound, row: PrintedRow) -> BoundFigure:
    """What a row says of which not every answer's count is known."""
    ref, *answers = bound.arguments
    if bound.name == "base":
        if row.base is None:
            raise UnknownFigureError(
                f"`{ref}` has no base: its source printed no total",
                "Add the `total` of its row, if the source has one.",
            )
        basis = f"{with_count(row.base, row.unit)}, {row.basis}"
        return BoundFigure(str(row.base), basis, ref, unit=row.unit, base=row.base)
    share = _share_of_row(ref, row, answers)
    if bound.name == "count":
        if share.fewest is None or share.fewest != share.most:
            raise UnknownFigureError(
                f"how many gave `{answers[0]}` to `{ref}` is not known for certain",
                f'Write `{{{{ of("{ref}", "{answers[0]}") }}}}`, which says what is known.',
            )
        return BoundFigure(str(share.fewest), share.of, ref, unit=row.unit, base=share.base)
    text = share.words if bound.name == "of" and share.base else share.short
    basis = share.of if share.base else "as printed; not known out of how many"
    if share.known is Known.WORKED_OUT:
        basis = f"{basis}, worked out from what was printed"
    return BoundFigure(text, basis, ref, share=_part(share), unit=row.unit, base=share.base)


def _part(share: RowShare) -> Fraction | None:
    if share.figure:
        return Fraction(share.figure.count, share.figure.base)
    return None if share.percentage is None else Fraction(share.percentage) / 100


def _share_of_row(ref: str, row: PrintedRow, answers: Sequence[str]) -> RowShare:
    """The share that is asked for; raises UnknownFigureError where the row does not give it."""
    if not answers and not row.scale.favourable:
        raise UnknownFigureError(
            f"`{ref}` has no percentage: its scale names no favourable answer",
            f'Name an answer: `{{{{ of("{ref}", "{row.scale.choices[0]}") }}}}`.',
        )
    named = answers_joined(answers[0], row.scale) if answers else row.scale.favourable
    if named is None and answers[0] in row.joins:
        return row.joins[answers[0]]
    if named is None:
        near = nearest(answers[0], row.scale.choices)
        known = listed(row.scale.choices)
        raise UnknownFigureError(
            f"`{answers[0]}` is no answer on the scale of `{ref}`",
            f"Did you mean `{near}`?" if near else f"Its answers are {known}.",
        )
    share = row.share_of(named)
    if share is None:
        has = [*row.joins, *(one.answer for one in row.cells if one.fewest or one.percentage)]
        what = f"for {listed(list(named))} of `{ref}`"
        raise UnknownFigureError(
            f"nothing was printed {what}" if answers else f"no share was printed {what}",
            f"There is something for {listed(has)}." if has else "Leave the figure out.",
        )
    return share


def _check_call(bound: Bound) -> None:
    if bound.text == "{{":
        raise UnknownFigureError(
            "`{{` starts a figure and nothing ends it",
            'Write it whole, such as `{{ of("R1") }}`; signs that are meant go between backticks.',
        )
    if not bound.name:
        raise UnknownFigureError(
            f"`{bound.text}` is not written as a figure is",
            'Write it like `{{ of("R1") }}` or `{{ count("R1", "no") }}`, with straight quotes.',
        )
    if bound.name not in FUNCTIONS:
        near = nearest(bound.name, FUNCTIONS)
        raise UnknownFigureError(
            f"there is no figure `{bound.name}`",
            f"Did you mean `{near}`?" if near else f"There are {listed(list(FUNCTIONS))}.",
        )
    wanted = FUNCTIONS[bound.name]
    for name, _ in bound.named:
        if name != _NAMED.get(bound.name):
            keyword = _NAMED.get(bound.name)
            raise UnknownFigureError(
                f"`{bound.name}` knows nothing called `{name}`",
                f'Write `{bound.name}({keyword}="…")`.' if keyword else f"Leave out `{name}=`.",
            )
    if len(bound.arguments) not in wanted:
        given = counted(len(bound.arguments), "thing")
        example = ("()", '("R1")', '("R1", "no")')[wanted[0]]
        raise UnknownFigureError(
            f"`{bound.name}` has {given} between its brackets, and needs "
            + " or ".join(map(str, wanted)),
            f"Write it like `{{{{ {bound.name}{example} }}}}`.",
        )


def _tally(ref: str, tallies: Mapping[str, Tally]) -> Tally:
    if ref not in tallies:
        near = nearest(ref, tallies)
        if near:
            tip = f"Did you mean `{near}`?"
        elif tallies:
            tip = f"Questions with figures: {listed(list(tallies))}."
        else:
            tip = "There are no figures here to refer to."
        raise UnknownFigureError(f"no question with figures is called `{ref}`", tip)
    tally = tallies[ref]
    if not tally.base:
        raise UnknownFigureError(
            f"nobody gave `{ref}` an answer that counts, so it has no figure",
            "Leave the figure out, and say in words that nobody answered.",
        )
    return tally


def _share(ref: str, tally: Tally, answer: str, scale: Scale | None = None) -> Figure:
    together = answers_joined(answer, scale) if scale and answer not in tally.choices else None
    if together:
        return Figure(sum(tally[one] for one in together), tally.base, tally.unit)
    if answer not in tally.choices:
        near = nearest(answer, tally.choices)
        tip = f"Did you mean `{near}`?" if near else f"Its answers are {listed(tally.choices)}."
        name = ref if " " in ref else f"`{ref}`"
        raise UnknownFigureError(f"`{answer}` is no answer on the scale of {name}", tip)
    return tally.share(answer)
