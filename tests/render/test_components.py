"""The parts that pages are made of, on the page that shows them all."""

from __future__ import annotations

import pytest

from generator.model.edition import Edition
from generator.render import uris
from generator.render.pages import components
from tests.render.test_across import bookof, items, pages, view
from tests.render.test_fragments import small_pages
from tests.sites import ROOT

SHOWN = view(components.plans, bookof()).components
FOLDER = ROOT / "site" / "templates" / "components"


@pytest.mark.parametrize("ending", [".html", ".css"])
def test_each_component_is_a_file_with_its_style_beside_it(ending: str) -> None:
    missing = [one.file for one in SHOWN if not (FOLDER / f"{one.file}{ending}").is_file()]
    assert missing == []


def test_each_style_is_of_a_component() -> None:
    """Or of what only one page has, which has its style here and its HTML in its template."""
    of_one_page = {"audit_tabs", "doors", "own_grades", "recommendation", "thread"}
    templates = {file.stem for file in FOLDER.glob("*.html")}
    assert {file.stem for file in FOLDER.glob("*.css")} - templates == of_one_page


@pytest.mark.parametrize("edition", list(Edition))
def test_without_any_audit_the_page_is_there_and_says_that_there_is_none(edition: Edition) -> None:
    page = pages(bookof(), edition)[uris.COMPONENTS]
    assert items(page, "h2") == [one.name for one in SHOWN]
    assert items(page, ".component > .quiet") == ["No audit has one."] * len(SHOWN)


def test_samples_are_drawn_from_an_audit() -> None:
    page = small_pages()[uris.COMPONENTS]
    assert items(page, "#judgement ~ p .grade") == ["Good", "Poor"]
    assert items(page, "#matrix ~ .scroll thead") == ["Agency A B"]
    assert items(page, "#case-header ~ h3") == ["Case A"]
