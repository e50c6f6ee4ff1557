"""How much of everything an audit looked at: the totals that its shares are shares of."""

from __future__ import annotations

from generator.model.edition import Public
from generator.model.library import Audit, Library
from generator.model.nouns import AGENCIES, CASES, RETURNS, Noun
from generator.model.record import Record


class Totals(Record):
    """How many there were of each noun that an audit counts; none where that is not known."""

    cases: Public[int | None] = None
    """Cases that were audited."""
    agencies: Public[int | None] = None
    """Agencies that were asked; that took part, where it is not known who was asked."""
    returns: Public[int | None] = None
    """Returns that were asked for: an agency and a case each."""
    counted: Public[dict[Noun, int]] = {}
    """How many there were of any other noun: contacts, children, families."""
    cases_told: Public[str] = ""
    """What is said of the number of cases where it is not told: `a small number`."""

    def of(self, noun: Noun | None) -> int | None:
        """How many there were of a noun; none where that is not known."""
        known = {CASES: self.cases, AGENCIES: self.agencies, RETURNS: self.returns}
        return {**self.counted, **known}.get(noun) if noun else None


def totals(audit: Audit) -> Totals:
    """The totals of an audit."""
    cases = len(audit.cases) or audit.number_of_cases
    asked = {one.agency for one in audit.asked}
    pairs = {(one.agency, case) for one in audit.asked for case in one.cases or audit.cases}
    returns = len(pairs) if audit.cases else len(asked) * (cases or 0)
    return Totals(
        cases=cases or None,
        agencies=_agencies(audit),
        returns=returns or None,
        counted=audit.counted,
    )


def earlier_cases(audit: Audit, library: Library) -> dict[str, int]:
    """How many cases earlier audits looked at, by year: those followed up, and those before."""
    known: dict[str, int] = {}
    before = library.audits.get(audit.earlier or "")
    while before and before.id != audit.id and (cases := totals(before).cases):
        if before.dates.latest is None or str(before.dates.latest.year) in known:
            break
        known[str(before.dates.latest.year)] = cases
        before = library.audits.get(before.earlier or "")
    followed = audit.follow_up
    if followed and followed.number_of_cases:
        known |= {str(date.year): followed.number_of_cases for date in followed.dates}
    return known


def _agencies(audit: Audit) -> int | None:
    """Those asked, or that took part; none where a row counts more of them than are named."""
    named = len({one.agency for one in audit.asked} or set(audit.took_part))
    if audit.number_of_agencies is not None or not named:
        return audit.number_of_agencies
    return None if not audit.asked and _most_in_a_row(audit) > named else named


def _most_in_a_row(audit: Audit) -> int:
    """The most agencies that a row of the published figures counts."""
    if audit.published is None:
        return 0
    of_all = audit.published.unit
    rows = audit.published.figures.values()
    agencies = (one for one in rows if (one.unit or of_all) == AGENCIES)
    return max(
        (
            one.total or sum(count for count in one.counts.values() if isinstance(count, int))
            for one in agencies
        ),
        default=0,
    )
