"""What is drawn once for many pages, and what is drawn for each."""

from __future__ import annotations

from collections.abc import Hashable

from jinja2 import DictLoader, Environment
from jinja2.runtime import Context

from generator.publish.drawn_once import PARTS, draw_once


def drawn(*pages: str) -> list[str]:
    """What pages hold that all show the menu, alike by their first letter unless that is an x."""
    parts = dict.fromkeys(PARTS, "menu of {{ page }}")
    page = "{{ page }}: {% include 'partials/nav.html' %}"
    environment = Environment(loader=DictLoader({**parts, "page.html": page}), autoescape=True)

    def alike(context: Context) -> Hashable | None:
        first: str = context["page"][0]
        return None if first == "x" else first

    draw_once(environment, alike)
    return [environment.get_template("page.html").render(page=page) for page in pages]


def test_pages_that_are_alike_show_what_was_drawn_for_the_first() -> None:
    assert drawn("a1", "b1", "a2", "b2") == [
        "a1: menu of a1",
        "b1: menu of b1",
        "a2: menu of a1",
        "b2: menu of b1",
    ]


def test_pages_that_are_like_no_other_are_drawn_each() -> None:
    assert drawn("x1", "x2") == ["x1: menu of x1", "x2: menu of x2"]
