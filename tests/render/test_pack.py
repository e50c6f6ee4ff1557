"""The papers for the meeting."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from generator.model.library import Library
from generator.pipeline import check
from generator.render.pack import packs
from tests.aggregate.audits import real, small
from tests.conftest import Golden
from tests.sites import AS_AT, EXAMPLE, ROOT, hostile_tree, see

TEMPLATES = ROOT / "site/templates"


def paper(library: Library, audit: str, case: str) -> str:
    ((_, html),) = packs(library.audits[audit], library, (case,), TEMPLATES)
    return html


@cache
def example() -> str:
    return paper(real(), EXAMPLE, "a")


def under(title: str) -> list[str]:
    """The references that stand under a heading of the example's paper."""
    soup = BeautifulSoup(example(), "html.parser")
    heading = next(one for one in soup.find_all("h2") if one.get_text() == title)
    refs = []
    for below in heading.find_next_siblings():
        if below.name == "h2":
            break
        refs += [ref.get_text() for ref in below.select("h3 .ref")]
    return refs


def test_paper_of_the_small_tree(golden: Golden) -> None:
    html = paper(small(), "small", "a")
    golden("pack.html", re.sub(r"<style>.*</style>", "<style></style>", html, flags=re.DOTALL))


def test_what_agencies_disagree_about_comes_first() -> None:
    first = [*("R1", "R2", "R3", "R4", "A1", "A2", "A3")]
    assert under("To speak about first")[:7] == first


def test_every_question_and_judgement_stands_once() -> None:
    tool = real().audits[EXAMPLE].tool
    assert tool
    every = [*(one.ref for one in tool.questions), *(one.ref for one in tool.judgements)]
    assert sorted(under("To speak about first") + under("The other questions")) == sorted(every)


def test_only_what_is_far_apart_has_room_beside_it() -> None:
    soup = BeautifulSoup(example(), "html.parser")
    with_room = [row.select_one(".ref") for row in soup.select(".asked") if row.select(".room")]
    assert [ref.get_text() for ref in with_room if ref] == under("To speak about first")


def test_paper_says_that_its_data_is_made_up() -> None:
    assert "No child, case, agency or figure here is real." in see(example()).text


def test_paper_names_nobody_who_filled_in_a_form() -> None:
    assert "Tenancy manager" not in example()


def test_paper_runs_and_fetches_nothing() -> None:
    page = see(example())
    assert (page.asks, page.handlers, page.links, page.tags & {"script", "img"}) == (
        [],
        set(),
        [],
        set(),
    )


def test_policy_lets_its_own_style_stand_and_no_other() -> None:
    style = (TEMPLATES / "pack.css").read_bytes()
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    soup = BeautifulSoup(example(), "html.parser")
    policy = soup.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'"
    )


@pytest.mark.parametrize("case", "abcdef")
def test_papers_are_well_formed(case: str) -> None:
    assert see(paper(real(), EXAMPLE, case)).faults == []


def test_markup_of_an_agency_stays_a_text(tmp_path: Path) -> None:
    audits = hostile_tree(tmp_path)
    comment = "answers:\n  R1:\n    answer: no\n    comment: '<script>alert(1)</script>'\n"
    (audits / "small/returns/a/police.yml").write_text(f"status: complete\n{comment}", "utf-8")
    html = paper(check(audits, AS_AT).tree.library, "small", "a")
    assert "script" not in see(html).tags
    assert "<script>alert(1)</script>" in see(html).text


def test_a_case_without_answers_has_no_questions(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/trees/small", tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "audits/small/returns/a")
    html = paper(check(tmp_path / "audits", AS_AT).tree.library, "small", "a")
    assert "To speak about first" not in html
    assert "No agency sent answers. Smallshire Police: missing." in see(html).text


def test_paper_in_a_browser_has_its_style_and_fits_a_phone(
    browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "case-a.html"
    file.write_text(example(), "utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 700})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    width = page.evaluate("document.documentElement.scrollWidth")
    border = page.evaluate(
        "getComputedStyle(document.querySelector('.confidential')).borderTopWidth"
    )
    page.close()
    assert (said, width, border) == ([], 360, "2px")
