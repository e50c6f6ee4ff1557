"""What two audits can be compared by: the questions both asked, and grades on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.aggregate.figure import FEWEST_FOR_PERCENT, Figure
from generator.aggregate.interval import Interval, difference, direction
from generator.aggregate.results import AuditResults, QuestionResult
from generator.aggregate.shown import ShownRow
from generator.aggregate.tally import Tally
from generator.model.edition import Public
from generator.model.library import Audit, Library
from generator.model.record import Record
from generator.model.registers import ScaleKind
from generator.model.tool import SameQuestion
from generator.model.words import AuditId, PartnershipId, Prose, ScaleId


class Verdict(StrEnum):
    """What can be said of a figure then and now, in one line."""

    BETTER = "better"
    WORSE = "worse"
    TOO_FEW = "too few to tell"
    NO_BASE = "not printed out of how many: can't be compared"
    NO_FIGURE = "no figure in one of the two: can't be compared"
    OTHER_SCALE = "two scales: can't be compared"
    OTHER_UNIT = "two units: can't be compared"
    NO_BETTER = "no answer is the better one: not judged"
    SCORES = "shown as scores: no share to compare"
    IN_WORDS = "answered in words: nothing to count"
    WITHHELD = "numbers too small to be told here"


class AskedIn(Record):
    """A question as one audit asked it."""

    audit: Public[AuditId]
    ref: Public[str]


class Link(Record):
    """A question that its author says an earlier audit asked as well."""

    then: Public[AskedIn]
    now: Public[AskedIn]
    changed: Public[Prose | None] = None
    """What changed in the wording; none where it is the same."""


class Comparison(Record):
    """What came of a question in two audits, and what can be said of the difference."""

    link: Public[Link]
    verdict: Public[Verdict]
    interval: Public[Interval | None] = None
    """By how much the share is higher now; none where no difference can be worked out."""


class GradedAudit(Record):
    """How an audit's cases were graded, beside the audit before it on the same scale."""

    audit: Public[AuditId]
    cases: Public[Tally | None] = None
    """None where grades were asked for and none of a case is known."""
    verdict: Public[Verdict | None] = None
    """None for the first audit on the scale."""
    interval: Public[Interval | None] = None
    shown: Public[ShownRow | None] = None
    """What is told in place of `cases`, where small numbers are not told."""


class GradesOnAScale(Record):
    """The audits of a partnership that graded on one scale, the earliest first."""

    scale: Public[ScaleId]
    audits: Public[tuple[GradedAudit, ...]]


class GradesInARow(Record):
    """How a partnership's audits graded one after the other, each scale for itself."""

    partnership: Public[PartnershipId]
    scales: Public[tuple[GradesOnAScale, ...]]


@dataclass(frozen=True)
class Questions:
    """What an audit asks, and which of its questions it says others asked too; no more of it."""

    audit: AuditId
    when: tuple[bool, date]
    """Its order in time; an audit that says no date comes last."""
    refs: tuple[str, ...]
    same: tuple[tuple[str, SameQuestion], ...]


def questions_of(audit: Audit) -> Questions:
    """What links between audits are found by, so that many can be held at once."""
    asked = audit.tool.questions if audit.tool else ()
    return Questions(
        audit.id,
        (audit.dates.latest is None, audit.dates.latest_day),
        tuple(question.ref for question in asked),
        tuple((question.ref, same) for question in asked for same in question.same_as),
    )


def links(audits: Iterable[Questions]) -> Iterator[Link]:
    """Every link between the questions of two of the audits, once, in their order.

    What was asked earlier stands under `then`, whichever of the two names the other.
    """
    held = {one.audit: one for one in audits}
    refs = {id_: frozenset(one.refs) for id_, one in held.items()}
    seen: set[frozenset[tuple[str, str]]] = set()
    for one in held.values():
        for ref, same in one.same:
            pair = frozenset({(one.audit, ref), (same.audit, same.ref)})
            is_known = same.ref in refs.get(same.audit, ())
            if same.audit == one.audit or not is_known or pair in seen:
                continue
            seen.add(pair)
            now = AskedIn(audit=one.audit, ref=ref)
            then = AskedIn(audit=same.audit, ref=same.ref)
            if held[same.audit].when[1] > one.when[1]:
                then, now = now, then
            yield Link(then=then, now=now, changed=same.changed)


def asked_often(audits: Iterable[Questions]) -> Iterator[tuple[AskedIn, ...]]:
    """The questions that are linked as the same, all that hang together told once.

    `audits` come newest first, and what is asked last is told first; each group goes back from
    the earliest audit to the latest.
    """
    held = tuple(audits)
    asked = [(one.audit, ref) for one in held for ref in one.refs]
    together = {name: {name} for name in asked}
    for link in links(held):
        one, other = (together[each.audit, each.ref] for each in (link.then, link.now))
        one |= other
        for joined in other:
            together[joined] = one
    order = {name: at for at, name in enumerate(asked)}
    told: set[tuple[str, str]] = set()
    for name in asked:
        names = together[name]
        if len(names) > 1 and name not in told:
            told |= names
            yield tuple(
                AskedIn(audit=audit, ref=ref)
                for audit, ref in sorted(names, key=order.__getitem__, reverse=True)
            )


def comparisons(
    audits: Iterable[Audit], results: Mapping[AuditId, AuditResults]
) -> dict[AuditId, tuple[Comparison, ...]]:
    """What came of every question that two of the audits share, by each of the two."""
    found: dict[AuditId, list[Comparison]] = {}
    for link in links(map(questions_of, audits)):
        comparison = _compared(link, results)
        for side in (link.now, link.then):
            found.setdefault(side.audit, []).append(comparison)
    return {audit: tuple(of_audit) for audit, of_audit in found.items()}


def compared(then: Tally, now: Tally) -> tuple[Verdict, Interval | None]:
    """What can be said of a share then and now, on one scale with favourable answers."""
    if then.unit != now.unit:
        return Verdict.OTHER_UNIT, None
    if min(then.base, now.base) < FEWEST_FOR_PERCENT:
        return Verdict.TOO_FEW, None
    sign = direction(then.figure, now.figure)
    verdict = {1: Verdict.BETTER, -1: Verdict.WORSE, 0: Verdict.TOO_FEW}[sign]
    return verdict, difference(then.figure, now.figure)


def told(then: ShownRow | None, now: ShownRow | None) -> tuple[Verdict, Interval | None]:
    """What can be said of two shares of rounded counts: nothing where either is not told so."""
    if not (then and now and then.figure and now.figure):
        return Verdict.WITHHELD, None
    return _between((then.figure, then.figure), (now.figure, now.figure))


def _between(
    then: tuple[Figure, Figure], now: tuple[Figure, Figure]
) -> tuple[Verdict, Interval | None]:
    """What can be said where a printed percentage leaves several counts: what holds for all."""
    if min(then[0].base, now[0].base) < FEWEST_FOR_PERCENT:
        return Verdict.TOO_FEW, None
    signs = {direction(before, since) for before in then for since in now}
    spans = [difference(before, since) for before in then for since in now]
    widest = Interval(low=min(one.low for one in spans), high=max(one.high for one in spans))
    sign = signs.pop() if len(signs) == 1 else 0
    return {1: Verdict.BETTER, -1: Verdict.WORSE, 0: Verdict.TOO_FEW}[sign], widest


def grades_in_a_row(
    audits: Iterable[Audit], results: Mapping[AuditId, AuditResults], library: Library
) -> tuple[GradesInARow, ...]:
    """How each partnership graded its cases, where there is more than one audit's to read."""
    by_partnership: dict[PartnershipId, dict[ScaleId, list[AuditId]]] = {}
    for audit in sorted(audits, key=lambda audit: (audit.dates.latest_day, audit.id)):
        for scale in _grade_scales(audit, library):
            scales = by_partnership.setdefault(audit.partnership, {})
            scales.setdefault(scale, []).append(audit.id)
    rows = (
        GradesInARow(
            partnership=partnership,
            scales=tuple(
                GradesOnAScale(scale=scale, audits=tuple(_graded(ids, scale, results, library)))
                for scale, ids in scales.items()
            ),
        )
        for partnership, scales in sorted(by_partnership.items())
    )
    return tuple(row for row in rows if _has_something_to_compare(row))


def _has_something_to_compare(row: GradesInARow) -> bool:
    graded = sum(1 for scale in row.scales for one in scale.audits if one.cases)
    return graded > 1 or (graded == 1 and len(row.scales) > 1)


def _compared(link: Link, results: Mapping[AuditId, AuditResults]) -> Comparison:
    then, now = (results[side.audit].questions[side.ref] for side in (link.then, link.now))
    verdict, interval = _verdict(then, now)
    return Comparison(link=link, verdict=verdict, interval=interval)


def _verdict(then: QuestionResult, now: QuestionResult) -> tuple[Verdict, Interval | None]:
    scale = now.scale
    verdict = None
    if then.question.scale != now.question.scale:
        verdict = Verdict.OTHER_SCALE
    elif scale.kind is ScaleKind.PROSE:
        verdict = Verdict.IN_WORDS
    elif not (then.has_figure and now.has_figure):
        verdict = Verdict.NO_FIGURE
    elif scale.kind is ScaleKind.SCORE:
        verdict = Verdict.SCORES
    elif not scale.favourable:
        verdict = Verdict.NO_BETTER
    elif then.unit != now.unit:
        verdict = Verdict.OTHER_UNIT
    if verdict:
        return verdict, None
    if then.shown or now.shown:
        return told(then.shown, now.shown)
    if then.tally and now.tally:
        return compared(then.tally, now.tally)
    before, since = then.share, now.share
    if not (before and since and before.range and since.range):
        return Verdict.NO_BASE, None
    return _between(before.range, since.range)


def _grade_scales(audit: Audit, library: Library) -> tuple[ScaleId, ...]:
    """The scale of the audit's cases; where none were graded, those its tool asks for grades on."""
    if audit.grades:
        return (audit.grades,)
    asked = (one.scale for one in (audit.tool.judgements if audit.tool else ()))
    return tuple(
        dict.fromkeys(one for one in asked if library.scales[one].kind is ScaleKind.GRADES)
    )


def _graded(
    ids: Iterable[AuditId],
    scale: ScaleId,
    results: Mapping[AuditId, AuditResults],
    library: Library,
) -> Iterator[GradedAudit]:
    before: Tally | None = None
    for id_ in ids:
        cases = results[id_].cases_judged
        verdict, interval = None, None
        if before and cases and library.scales[scale].favourable:
            verdict, interval = compared(before, cases)
        yield GradedAudit(audit=id_, cases=cases, verdict=verdict, interval=interval)
        before = cases or before
