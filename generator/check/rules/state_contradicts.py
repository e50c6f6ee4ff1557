"""A recommendation's state must follow from its dates and evidence.

Pages work out where a recommendation stands: what is under `done` and `impact` shows it, each with
its date, and the calendar does the rest. What is dated after the as-at date does not count yet. A
`state` that somebody typed, since its owner or its source says so, must come to the same. *Done*
with nothing that shows it is a claim; *under way* after the date has passed hides that it is
overdue. An impact without anything done is a slip.

Fails:

```yaml audits/small/recommendations.yml
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  owners: [police]
  state: done
```

Passes:

```yaml audits/small/recommendations.yml
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  owners: [police]
  state: done
  done:
    date: 2031-05
    text: The system sends a plan on the third day.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.aggregate.progress import evidence, recorded, state, state_in
from generator.diagnostics import Diagnostic, Rule
from generator.model.as_at import AsAt, NoDate
from generator.model.findings import Recommendation, State
from generator.model.library import Audit
from generator.model.words import day_words
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree, as_at: AsAt) -> Iterator[Diagnostic]:
    """Yield every state that what is recorded contradicts; without a date, at any day since."""
    day = None if isinstance(as_at, NoDate) else as_at
    for audit in tree.judged:
        for file in tree.of("recommendations", audit.id):
            if not (file.whole and tree.is_whole("audit", audit.id)):
                continue  # what seems not to be recorded may be what could not be read
            for id_, recommendation in audit.recommendations.items():
                if recommendation.impact and not recommendation.done:
                    yield RULE.at(
                        file.document.key_place((id_, "impact")),
                        f"`{id_}` has an impact and was never done",
                        "Write under `done` when it was done and what shows it.",
                        about=id_,
                    )
                elif recommendation.state and recommendation.state not in (
                    states := possible_states(audit, recommendation, day)
                ):
                    yield RULE.at(
                        file.document.place((id_, "state")),
                        f"`{id_}` says `{recommendation.state}`, and {_worked_out(states, day)}",
                        _tip(recommendation, day),
                        about=id_,
                    )


def possible_states(
    audit: Audit, recommendation: Recommendation, as_at: date | None
) -> tuple[State, ...]:
    """The states that it can be in: at the date, or without one at any since the last step.

    Where a source says nothing of what followed, its own word may go by the calendar alone.
    """
    dates = (step.date.first for step in evidence(recommendation) if step.date)
    last = max(dates, default=date.min)
    days = [as_at] if as_at else [last, date.max]
    by_calendar = [state(recommendation, day) for day in days]
    return tuple(
        dict.fromkeys([*by_calendar, *(state_in(audit, recommendation, day) for day in days)])
    )


def _worked_out(states: tuple[State, ...], as_at: date | None) -> str:
    day = f"as at {day_words(as_at)} " if as_at else ""
    return f"{day}what is recorded makes it {' or '.join(f'`{candidate}`' for candidate in states)}"


def _tip(recommendation: Recommendation, as_at: date | None) -> str:
    if as_at and recorded(recommendation, as_at) != recommendation:
        return "What is dated after that day does not count yet: mend its date, or delete `state`."
    if (
        recommendation.state in (State.DONE, State.IMPACT_OVERDUE, State.IMPACT_SHOWN)
        and not recommendation.done
    ):
        return "Write under `done` when it was done and what shows it, or delete `state`."
    if recommendation.state is State.IMPACT_SHOWN and not recommendation.impact:
        return "Write under `impact` when it was shown and by what, or delete `state`."
    return "Delete `state`: pages work it out. If it is right, mend what is recorded."
