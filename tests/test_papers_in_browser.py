"""Papers as they come out of a printer: how many sheets, and what stands on them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
import yaml
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.check.trees import tree_with
from tests.conftest import Once
from tests.sites import Site, built, project

pytest_plugins = "tests.built"

Scheme = Literal["light", "dark"]
Print = Callable[[Site, str], list[str]]
WORDS = "Ask what lies behind it before you close the case and tell the school. "
MOST_LINES = 10
SHAPES = {
    "short": (60, "Plans came late."),
    "of-a-line": (40, WORDS),
    "long": (30, WORDS * 4),
    "of-capitals": (30, "MARAC MAPPA MASE WWW " * 14),
    "one-word": (12, "w" * 290),
    "of-chinese": (12, "计划来得太晚了。" * 36),
    "huge": (6, WORDS * 60),
    "few": (2, WORDS),
}
"""Audits by what each of their points says, and how many there are of each kind."""


def audit_of(many: int, text: str, title: str) -> dict[str, str]:
    """The files of an audit all of whose points are of one shape."""
    own = text[: 90 * MOST_LINES // 2]
    front = {"background": own[:450], "questions": [text[:300]] * many, "help": [text[:300]] * many}
    head = {
        **{"title": title, "partnership": "smallshire", "themes": ["planning"]},
        **{"status": "published", "about": text, "in_short": [text] * many, "made_up": "yes"},
    }
    kinds = ("worry", "strength", "learning")
    findings = {
        f"{kind}-{at}": {"kind": kind, "text": text, "themes": ["planning"]}
        for kind in kinds
        for at in range(many)
    }
    to_do = {f"do-{at}": {"text": text, "findings": [f"worry-{at}"]} for at in range(many)}
    return {
        "audit.yml": yaml.safe_dump(head, allow_unicode=True),
        "findings.yml": yaml.safe_dump(findings, allow_unicode=True),
        "recommendations.yml": yaml.safe_dump(to_do, allow_unicode=True),
        "briefing.md": f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{own[:450]}\n",
    }


@pytest.fixture(scope="module")
def shapes(once: Once) -> Site:
    """A site of audits that say much or little, in short points or in long ones."""
    files = {
        f"audits/{name}/{file}": content
        for name, (many, text) in SHAPES.items()
        for file, content in audit_of(many, text, name if many < 40 else WORDS * 5).items()
    }

    def make(folder: Path) -> Site:
        return built(project(folder / "project", tree_with(folder / "tree", files)))

    return once("shapes", make)


@pytest.fixture(params=["light", "dark"])
def paper(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Print]:
    """Prints a page of a site that is looked at in light or in dark: the text of each sheet."""
    page = browser.new_page(color_scheme=request.param)

    def print_(site: Site, path: str) -> list[str]:
        page.goto((site.folder / path).as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        pdf = page.pdf(prefer_css_page_size=True, format="Letter")
        return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages]

    yield print_
    page.close()


@pytest.mark.parametrize("name", SHAPES)
def test_a_briefing_is_a_sheet_of_two_sides(paper: Print, shapes: Site, name: str) -> None:
    sheets = paper(shapes, f"audits/{name}/briefing.html")
    assert (len(sheets) <= 2, sheets[-1].strip() != "") == (True, True)


@pytest.mark.parametrize("name", SHAPES)
def test_a_poster_is_one_sheet(paper: Print, shapes: Site, name: str) -> None:
    assert len(paper(shapes, f"audits/{name}/poster.html")) == 1
