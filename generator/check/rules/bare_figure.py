"""A figure in a text must be bound to the data, or marked as quoted from its source.

A number that is typed into a sentence stays when the answers change, and nobody notices. Bound, as
`{{ of("R1") }}`, it is what the data says. Where a report printed it and the data behind it is
gone, mark it: `[59% of cases](printed)`, or `[59%](printed:R1)` where it is about a question; it is
checked as far as it can be, and shown as printed. What is no figure of the audit is marked as well:
`[30% of children in the county](elsewhere)`. Figures in words count as well: *half of the
cases*, *two thirds*, *all six returns*, *the majority of auditors*. Ages, dates, levels, sections
of acts, a child's attendance, and a share of all children in an area with its own number (19.9%,
437 of 2,191) are no figures of the audit; nor is what a case says of one child. Agencies' own
comments, the tool's form, remarks on what a source printed and measures are left alone.

Fails:

```markdown audits/small/summary.md
Plans came in time in two thirds of the returns, and 82% of auditors said so.
```

Passes:

```markdown audits/small/summary.md
Plans came in time in {{ of("R1") }}. A report says that it was [most auditors](printed).
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.aggregate.binding import AuditFigures
from generator.aggregate.possible import gives
from generator.aggregate.quoted import contradicts_itself
from generator.check.audit_figures import figures_by_audit
from generator.diagnostics import Diagnostic, Rule
from generator.model.nouns import AGENCIES, CASES, RETURNS
from generator.read.figures.said import Stated
from generator.read.figures.words import OF_THE_AUDIT
from generator.read.source_file import Text
from generator.read.stated import beside_figures, stated_in
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

# A base of so many, and of so many times the cases audited, is of an area and not of the audit.
_FEWEST_OF_AN_AREA: Final = 100
_TIMES_THE_CASES: Final = 5

_MOST_TOLD: Final = 2


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every figure in a text that is neither bound nor marked as quoted."""
    figures_of = figures_by_audit(tree)
    for text in tree.texts:
        if not text.tells_of_the_audit:
            continue
        figures = figures_of(text.file.audit)
        for typed in typed_in(text.text, figures):
            if _is_of_one_child(text, typed):
                continue
            place = text.place(typed.start, typed.end)
            yield RULE.at(place, _message(typed), _tip(typed, figures), about=typed.text)


def typed_in(text: str, figures: AuditFigures) -> Iterator[Stated]:
    """Every figure of the audit that is typed into a text, and neither bound nor marked."""
    stated = stated_in(text, frozenset(figures.totals.counted))
    spoken = {beside.stated for beside in beside_figures(text)} if stated else set()
    for typed in stated:
        if typed not in spoken and not _is_of_an_area(typed, figures):
            yield typed


def _is_of_one_child(text: Text, stated: Stated) -> bool:
    """Whether it stands in a case and does not say that it is of cases, returns or agencies."""
    return text.file.kind.name == "case" and stated.unit not in OF_THE_AUDIT


def _is_of_an_area(stated: Stated, figures: AuditFigures) -> bool:
    """Whether it is a share of all children or cases of an area, with a number of its own."""
    there_were = figures.totals
    if stated.unit in (RETURNS, AGENCIES, *there_were.counted):
        return False
    least = max(
        _FEWEST_OF_AN_AREA,
        _TIMES_THE_CASES * (there_were.cases or 0),
        (there_were.returns or 0) + 1,
    )
    own = stated.base or stated.count or 0
    if own in (there_were.cases, there_were.returns, *there_were.counted.values()):
        return False
    return own >= least and contradicts_itself(stated) is None


def _message(stated: Stated) -> str:
    why = contradicts_itself(stated)
    wrong = f", and is wrong: {why}" if why else ""
    return f"`{stated.text}` is typed by hand, and nothing keeps it true{wrong}"


def _tip(stated: Stated, figures: AuditFigures) -> str:
    marked = (
        f"Where a source printed it, mark it: `[{stated.text}](printed)`; where it is no figure of "
        f"this audit: `[{stated.text}](elsewhere)`."
    )
    fitting = [
        f'`{{{{ of("{ref}") }}}}`, which is {tally.figure.words}'
        for ref, tally in figures.tallies.items()
        if tally.base and tally.favourable and _is(stated, tally.figure.count, tally.base)
    ]
    if fitting and stated.unit in (None, RETURNS):
        return f"Did you mean {' or '.join(fitting[:_MOST_TOLD])}? {marked}"
    if stated.unit == CASES:
        return f'Bind it: `{{{{ cases() }}}}`, `{{{{ cases(judgement="…") }}}}`. {marked}'
    if stated.unit == AGENCIES:
        return f"Bind it: `{{{{ agencies() }}}}`. {marked}"
    ref = next(iter(figures.tallies), None)
    return f'Bind it, such as `{{{{ of("{ref}") }}}}`. {marked}' if ref else marked


def _is(stated: Stated, count: int, base: int) -> bool:
    if stated.percent is not None:
        return gives(count, base, stated.percent)
    return stated.count == count and stated.base in (None, base)
