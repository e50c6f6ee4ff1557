"""How much of everything an audit looked at: the wholes that its shares are shares of."""

from __future__ import annotations

from generator.model.edition import Public
from generator.model.library import Audit
from generator.model.published import Unit
from generator.model.record import Record


class Wholes(Record):
    """How many cases, agencies and returns there were; none where that is not known."""

    cases: Public[int | None] = None
    """Cases that were audited."""
    agencies: Public[int | None] = None
    """Agencies that were asked; that took part, where it is not known who was asked."""
    returns: Public[int | None] = None
    """Returns that were asked for: an agency and a case each."""

    def of(self, unit: Unit | None) -> int | None:
        """How many of a unit there were; none where that is not known."""
        match unit:
            case Unit.CASES:
                return self.cases
            case Unit.AGENCIES:
                return self.agencies
            case Unit.RETURNS:
                return self.returns
        return None


def wholes(audit: Audit) -> Wholes:
    """The wholes of an audit."""
    cases = len(audit.cases) or audit.number_of_cases
    asked = {one.agency for one in audit.asked}
    pairs = {(one.agency, case) for one in audit.asked for case in one.cases or audit.cases}
    returns = len(pairs) if audit.cases else len(asked) * (cases or 0)
    return Wholes(
        cases=cases or None,
        agencies=len(asked or set(audit.took_part)) or None,
        returns=returns or None,
    )
