"""Which pages exist, and the writing of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.aggregate.book import Book
from generator.diagnostics import Rule
from generator.render import audit_pages, shared_pages
from generator.render.page import Page
from generator.render.writer import Plan, Writer


def render(book: Book, rules: Iterable[Rule], templates: Path) -> tuple[Page, ...]:
    """Every page of a book that is already narrowed to its edition."""
    plans: list[Plan] = list(shared_pages.plans(book, rules))
    for audit in book.audits:
        plans += audit_pages.plans(book, audit)
    writer = Writer(book, templates, (plan.uri for plan in plans))
    return tuple(writer.page(plan) for plan in plans)
