"""The whole attack: `python -m tests.disclose.attack [MANY]`, on real and on made-up audits."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from generator.aggregate.book import Book, book
from generator.disclose import disclose
from generator.model.edition import Edition
from generator.narrow import narrow
from generator.render.charts import in_line
from generator.render.page import Page
from generator.render.site import render
from tests.aggregate.audits import real
from tests.disclose.awkward import AS_AT, awkward
from tests.disclose.programme import Left, attack, widths_say_no_more
from tests.disclose.published import read
from tests.sites import ROOT


@dataclass(frozen=True)
class Outcome:
    """What came of attacking a book."""

    left: tuple[Left, ...]
    too_wide: tuple[str, ...]
    """Bars whose parts are not as wide as the counts that are written at them."""
    untrue: tuple[str, ...]
    """Cells whose true count the programme rules out: then it is the attack that is wrong."""


def public_pages(of: Book) -> tuple[Page, ...]:
    """The public pages of a book."""
    shown = disclose(narrow(of, Edition.PUBLIC))
    return render(shown, (), ROOT / "site/templates")


def attacked(of: Book) -> Outcome:
    """What the public pages of a book leave of each of its cells."""
    found = read(public_pages(of))
    left, wide, untrue = [], [], []
    for id_, seen in found.items():
        questions = of.results[id_].questions
        tool = {ref: one.question for ref, one in questions.items()}
        named = {
            ref: {choice: in_line(one.scale.shown(choice)) for choice in one.scale.choices}
            for ref, one in questions.items()
        }
        asked_if = {
            ref: {parent: named[parent][answer] for parent, answer in question.asked_if.items()}
            for ref, question in tool.items()
            if question.asked_if
        }
        good = {
            ref: {named[ref][choice] for choice in one.scale.favourable}
            for ref, one in questions.items()
        }
        wide += [f"{id_} {row.ref}" for row in seen.rows if not widths_say_no_more(row)]
        for one in attack(seen, asked_if, good):
            left.append(one)
            tally = questions[one.ref].tally if one.ref in questions else None
            if tally:
                true = {
                    named[one.ref].get(answer, answer): many
                    for answer, many in tally.counts.items()
                }
                if not one.low <= true.get(one.answer, 0) <= one.high:
                    untrue.append(f"{id_} {one.ref} {one.answer}")
    return Outcome(tuple(left), tuple(wide), tuple(untrue))


def books(many: int) -> Iterator[Book]:
    """The book of the audits in `audits/`, and those of so many made-up pairs."""
    yield book(real(), AS_AT)
    yield from map(awkward, range(many))


def main(many: int) -> int:
    """Attack them all and say what is left; 1 where a cell gives itself away."""
    outcomes = [attacked(one) for one in books(many)]
    left = [one for outcome in outcomes for one in outcome.left]
    for kind, of in (
        ("confidential", [one for one in left if one.wanted == (1, 7)]),
        ("rounded", [one for one in left if one.said.isdigit()]),
        ("told in words", [one for one in left if one.wanted is None]),
    ):
        if of:
            narrowest = min(of, key=lambda one: one.high - one.low)
            print(
                f"{len(of)} {kind} cells attacked; the narrowest left is {narrowest.low} to "
                f"{narrowest.high} ({narrowest.audit} {narrowest.ref}: {narrowest.said})"
            )
    broken = [one for one in left if not one.is_safe]
    for one in broken[:40]:
        print(f"given away: {one}")
    faults = [fault for outcome in outcomes for fault in (*outcome.too_wide, *outcome.untrue)]
    print(*faults, sep="\n")
    return 1 if broken or faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
