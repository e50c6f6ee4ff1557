"""The content of our pages, before the theme puts its frame around it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generator.model.edition import Edition
from generator.pipeline import check, pages
from generator.render.page import Page
from tests.conftest import Golden
from tests.sites import AS_AT, ROOT, SMALL, see

FRAGMENTS = {
    "home": "index.html",
    "audits": "audits/index.html",
    "overview": "audits/small/index.html",
    "results": "audits/small/results.html",
    "results-as-printed": "audits/printed/results.html",
    "findings": "audits/small/findings.html",
    "recommendations": "audits/small/recommendations.html",
    "cases": "audits/small/cases/index.html",
    "case": "audits/small/cases/a.html",
    "returns": "audits/small/returns.html",
    "tool": "audits/small/tool.html",
    "about": "audits/small/about.html",
    "agencies": "agencies/index.html",
    "agency": "agencies/police.html",
    "themes": "themes/index.html",
    "theme": "themes/planning.html",
}


@cache
def pages_of(tree: Path, edition: Edition = Edition.INTRANET) -> dict[str, Page]:
    made = pages(check(tree), ROOT / "site" / "templates", edition, AS_AT)
    return {page.uri: page for page in made}


@pytest.mark.parametrize("name", FRAGMENTS)
def test_fragment_of_the_small_tree(name: str, golden: Golden) -> None:
    golden(f"{name}.html", pages_of(SMALL / "audits")[FRAGMENTS[name]].html)
