"""Pages written again: those of what changed, and the same as if all had been written anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.model.edition import Edition
from generator.pipeline import Again, check, pages
from generator.render.page import Page
from generator.render.written import Written

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "site/templates"
AS_AT = date(2026, 11, 21)
EXAMPLE = "example-2026-neglect-and-school"
KEPT = (EXAMPLE, "example-2024-neglect", "sutton-contacts")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of three of the audits: one follows another up, one stands for itself."""
    (tmp_path / "audits").mkdir()
    for register in (ROOT / "audits").glob("*.yml"):
        shutil.copy(register, tmp_path / "audits")
    for audit in KEPT:
        shutil.copytree(ROOT / "audits" / audit, tmp_path / "audits" / audit)
    return tmp_path


def made(project: Path, again: Again | None, templates: Path = TEMPLATES) -> dict[str, Page]:
    checked = check(project / "audits", AS_AT)
    written = pages(checked, templates, Edition.INTRANET, AS_AT, again)
    return {page.uri: page for page in written}


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        file = project / "audits" / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def test_nothing_is_written_again_where_nothing_changed(project: Path) -> None:
    again = Again(project)
    first = made(project, again)
    second = made(project, again)
    assert [uri for uri, page in second.items() if page is not first[uri]] == []


an_answer = replaced(f"{EXAMPLE}/returns/b/example-social-care.yml", "A1: yes", "A1: no")


@pytest.mark.parametrize(
    "change",
    [
        an_answer,
        replaced(f"{EXAMPLE}/audit.yml", "title: ", "title: Changed, "),
        replaced("example-2024-neglect/audit.yml", "title: ", "title: Changed, "),
        replaced("example-2024-neglect/recommendations.yml", "text: ", "text: Changed. "),
        replaced("themes.yml", "about: ", "about: Changed. "),
        replaced("agencies.yml", "name: ", "name: Changed "),
        lambda project: shutil.rmtree(project / "audits" / KEPT[2]),
    ],
    ids=["answer", "title", "title of the other", "recommendation", "theme", "agency", "gone"],
)
def test_what_is_written_again_is_what_would_be_written_anew(
    project: Path, change: Callable[[Path], None]
) -> None:
    again = Again(project)
    made(project, again)
    change(project)
    assert made(project, again) == made(project, None)


def test_an_answer_leaves_the_pages_of_other_audits_as_they_are(project: Path) -> None:
    again = Again(project)
    first = made(project, again)
    an_answer(project)
    second = made(project, again)
    anew = {uri for uri, page in second.items() if page is not first.get(uri)}
    assert f"audits/{EXAMPLE}/results.html" in anew
    assert {uri.split("/")[1] for uri in anew if uri.startswith("audits/")} <= {
        "index.html",
        EXAMPLE,
        "example-2024-neglect",
    }
    assert {uri for uri in anew if uri.startswith(("guides/", "glossary"))} == set()


def test_another_template_is_written_with(project: Path, tmp_path: Path) -> None:
    again = Again(project)
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    made(project, again, templates)
    overview = templates / "home.html"
    text = overview.read_text(encoding="utf-8")
    overview.write_text(text.replace("as at", "As of", 1), encoding="utf-8")
    assert made(project, again, templates) == made(project, None, templates)


def test_what_a_template_looks_up_of_an_audit_counts() -> None:
    written = Written()
    page = Page("a.html", "A", "")
    plan = type("Plan", (), {"uri": "a.html"})()
    written.begin("around", {"one": 1, "two": 2})
    written.keep(plan, frozenset({"one"}), page)
    written.begin("around", {"one": 1, "two": 3})
    assert written.page(plan) is page
    written.begin("around", {"one": 4, "two": 3})
    assert written.page(plan) is None
    written.begin("another", {"one": 4, "two": 3})
    assert written.page(plan) is None


def test_a_build_that_fails_half_way_leaves_nothing_that_is_out_of_date() -> None:
    written = Written()
    plan = type("Plan", (), {"uri": "a.html"})()
    written.begin("around", {"one": 1})
    written.keep(plan, frozenset({"one"}), Page("a.html", "A", ""))
    written.begin("around", {"one": 2})  # and then it fails, before the page is written
    written.begin("around", {"one": 2})
    assert written.page(plan) is None
