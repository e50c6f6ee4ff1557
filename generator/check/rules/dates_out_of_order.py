"""Dates must follow each other as the work does.

A tool is sent, returns are due, the agencies meet, the report is published. A recommendation makes
progress, is done, and then shows its impact. A date that comes before what must come first is a
slip, most often in the year, and would put the audit or its actions in the wrong place. Dates of
which only the year or month is known are at fault only where no day of theirs could be right.

Fails:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
dates:
  due: 2031-03-01
  published: 2030-04
asked: [police, school]
```

Passes:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
dates:
  due: 2031-03-01
  published: 2031
asked: [police, school]
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.check.scales import returns
from generator.diagnostics import Diagnostic, Rule
from generator.model.deadline import Deadline
from generator.model.findings import Recommendation
from generator.model.library import Audit
from generator.model.words import PartialDate
from generator.read.tree import Tree
from generator.read.yaml import Loc

RULE = Rule.of(__name__, __doc__)

_STEPS: Final = ("sent", "due", "meeting", "published")


class _Dated(NamedTuple):
    name: str
    date: PartialDate | Deadline
    loc: Loc


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every date that certainly lies before one that must come first."""
    for audit in tree.judged:
        yield from _audit(tree, audit)
        yield from _returns(tree, audit)
        yield from _recommendations(tree, audit)


def _audit(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    (file,) = tree.of("audit", audit.id)
    known = [(step, getattr(audit.dates, step)) for step in _STEPS]
    dates = [_Dated(step, date, ("dates", step)) for step, date in known if date]
    for later, earlier in _contradictions(dates):
        yield RULE.at(
            file.document.place(later.loc),
            _words(later, earlier),
            "The order is sent, due, meeting, published; mend the date that is wrong.",
            about=later.name,
        )


def _returns(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    if audit.dates.sent is None:
        return
    sent = _Dated("sent", audit.dates.sent, ("dates", "sent"))
    for file, return_ in returns(tree, audit):
        if return_.received is None:
            continue
        received = _Dated("received", return_.received, ("received",))
        for later, earlier in _contradictions([sent, received]):
            yield RULE.at(
                file.document.place(later.loc),
                _words(later, earlier),
                "Mend this date, or when the tool was sent, in audit.yml.",
                about=file.document.path,
            )


def _recommendations(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    for file in tree.of("recommendations", audit.id):
        if not file.keeps_names:
            continue  # a line too few, and two recommendations are read as one
        for id_, recommendation in audit.recommendations.items():
            for dates, tip in (
                (_steps(recommendation), "The order is progress, oldest first, done, impact."),
                (_deadlines(recommendation), "Impact shows after the doing; mend one of the two."),
            ):
                for later, earlier in _contradictions(dates):
                    place = file.document.place((id_, *later.loc))
                    yield RULE.at(place, f"`{id_}`: {_words(later, earlier)}", tip, about=id_)


def _steps(recommendation: Recommendation) -> list[_Dated]:
    steps = [
        _Dated(f"progress {index + 1}", step.date, ("progress", index, "date"))
        for index, step in enumerate(recommendation.progress)
        if step.date
    ]
    if recommendation.done and recommendation.done.date:
        steps.append(_Dated("done", recommendation.done.date, ("done", "date")))
    if recommendation.impact and recommendation.impact.date:
        steps.append(_Dated("impact", recommendation.impact.date, ("impact", "date")))
    return steps


def _deadlines(recommendation: Recommendation) -> list[_Dated]:
    known = [("due", recommendation.due), ("impact_due", recommendation.impact_due)]
    return [_Dated(name, date, (name,)) for name, date in known if date]


def _contradictions(dates: Sequence[_Dated]) -> Iterator[tuple[_Dated, _Dated]]:
    """Each date that lies before one that comes first, with that one; none in two pairs.

    One wrong date contradicts several others; it is one fault.
    """
    paired: set[int] = set()
    for index, later in enumerate(dates):
        for before in range(index - 1, -1, -1):
            earlier = dates[before]
            if before not in paired and later.date.last < earlier.date.first:
                paired |= {before, index}
                yield later, earlier
                break


def _words(later: _Dated, earlier: _Dated) -> str:
    return f"`{later.name}`, {later.date.words}, is before `{earlier.name}`, {earlier.date.words}"
