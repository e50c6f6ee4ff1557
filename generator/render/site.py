"""Which pages exist, in the order they are read, and the writing of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from generator.aggregate.book import Book
from generator.diagnostics import Rule
from generator.model.library import Audit
from generator.model.words import AuditId
from generator.render import uris
from generator.render.page import Page, Step, StepGroup
from generator.render.pages import (
    about,
    agencies,
    analysis,
    audit_voices,
    board_questions,
    briefings,
    cases,
    changed,
    collection,
    comments,
    comparison,
    components,
    digests,
    discussions,
    findings,
    glossary,
    home,
    overview,
    own_grades,
    recommendations,
    references,
    register,
    results,
    returns,
    rules,
    still_to_do,
    themes,
    tool,
    tools,
    voices,
)
from generator.render.pages.frame import Frame
from generator.render.writer import Plan, Writer
from generator.render.written import Part, Remembered, Written, noting, parts_of

ACROSS: Final[tuple[Callable[[Book], Iterator[Plan]], ...]] = (
    home.plans,
    agencies.plans,
    themes.plans,
    discussions.plans,
    register.plans,
    board_questions.plans,
    still_to_do.plans,
    digests.plans,
    voices.plans,
    tools.plans,
    comparison.plans,
    glossary.plans,
    references.plans,
    components.plans,
)
"""The pages across audits."""

OF_AN_AUDIT: Final[dict[str, tuple[Callable[[Book, Frame], Iterator[Plan]], ...]]] = {
    "What to do": (overview.plans, recommendations.plans, briefings.plans),
    "What was found": (
        results.plans,
        comments.plans,
        own_grades.plans,
        findings.plans,
        analysis.plans,
        audit_voices.plans,
        cases.plans,
    ),
    "What changed": (changed.plans,),
    "How it was done": (about.plans, returns.plans, collection.plans, tool.plans),
}
"""The pages of one audit, under what a reader asks; each is there where the audit has it."""


def render(
    book: Book, every_rule: Iterable[Rule], templates: Path, written: Written | None = None
) -> tuple[Page, ...]:
    """Every page of a book that is already narrowed to its edition.

    What was `written` of it before is not written again where nothing has changed. Raises
    ValueError where two pages would have one address, capitals aside: one would be lost.
    """
    written = written or Written()
    added_up = _without_returns(book)
    plans = [plan for page in ACROSS for plan in page(added_up)]
    plans += rules.plans(every_rule)
    plans += _of_audits(book, written.plans)
    _one_page_an_address(plans)
    writer = Writer(added_up, templates, plans, written)
    return tuple(writer.page(plan) for plan in plans)


def _without_returns(book: Book) -> Book:
    """The book as nearly all pages need it, so that they stay as they are when a return changes.

    What returns add up to stands in it; the pages of cases show them one by one.
    """
    audits = {id_: _added_up(audit) for id_, audit in book.library.audits.items()}
    library = book.library.model_copy(update={"audits": audits})
    return book.model_copy(update={"library": library})


def _added_up(audit: Audit) -> Audit:
    return audit.model_copy(update={"returns": {}})


def _one_page_an_address(plans: Iterable[Plan]) -> None:
    addresses = Counter(plan.uri.casefold() for plan in plans)
    twice = sorted(address for address, pages in addresses.items() if pages > 1)
    if twice:
        raise ValueError(f"two pages have one address: {', '.join(twice)}")


def _of_audits(book: Book, planned: Remembered[tuple[Plan, ...]]) -> Iterator[Plan]:
    """The pages of all audits, newest first, planned anew where the book tells something new."""
    registers = book.library.model_copy(update={"audits": {}})
    planned.begin((registers, book.as_at, book.grades), parts_of(book))
    looked: set[Part] = set()
    noted = noting(book, looked)

    def made(id_: AuditId) -> tuple[Plan, ...]:
        audit = noted.library.audits[id_]
        return tuple(_of_audit(noted, _added_up(audit)))

    for audit in book.audits:
        yield from planned.get(audit.id) or planned.make(audit.id, looked, partial(made, audit.id))


def _of_audit(book: Book, audit: Audit) -> Iterator[Plan]:
    """The pages of an audit, each with the audit's tabs and the pages before and after it."""
    frame = Frame(audit, book.library.partnerships[audit.partnership].short)
    by_group = {
        title: [plan for page in pages for plan in page(book, frame)]
        for title, pages in OF_AN_AUDIT.items()
    }
    tabs = tuple(
        StepGroup(title, tuple(Step(one.title, one.uri) for one in plans if one.tab == one.uri))
        for title, plans in by_group.items()
        if plans
    )
    plans = [plan for of_group in by_group.values() for plan in of_group]
    steps = [None, *(Step(plan.title, plan.uri) for plan in plans), Step("All audits", uris.AUDITS)]
    for index, plan in enumerate(plans):
        yield replace(
            plan,
            tabs=tabs,
            previous=steps[index],
            next=steps[index + 2],
            of=frame.named,
            when=frame.when,
            made_up=audit.made_up,
        )
