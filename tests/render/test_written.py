"""Pages written again: those of what changed, and the same as if all had been written anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.model.edition import Edition
from generator.pipeline import Again, check, pages
from generator.render.page import Page
from generator.render.written import Looked, Part, Remembered

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


def test_what_was_looked_up_counts() -> None:
    remembered: Remembered[str] = Remembered()
    looked: set[Part] = set()

    def begin(around: str, one: int, two: int) -> None:
        remembered.begin(around, {"results": {"one": one, "two": two}})

    def looks_up() -> str:
        return f"made of {Looked('results', {'one': 1}, looked)['one']}"

    begin("around", 1, 2)
    remembered.make("a.html", looked, looks_up)
    begin("around", 1, 3)
    assert remembered.get("a.html") == "made of 1"
    begin("around", 4, 3)
    assert remembered.get("a.html") is None
    remembered.make("a.html", looked, looks_up)
    begin("another", 4, 3)
    assert remembered.get("a.html") is None


@pytest.mark.parametrize(
    ("look", "stays"),
    [
        (lambda of: of.get("three"), False),  # it is told that there is none
        (lambda of: "two" in of, True),
        (len, False),
        (list, False),
    ],
    ids=["what was not there", "what was there", "how many", "which"],
)
def test_what_comes_to_be_there_counts_for_those_who_would_have_met_it(
    look: Callable[[Looked[int]], object], stays: bool
) -> None:
    remembered: Remembered[str] = Remembered()
    looked: set[Part] = set()
    held = {"one": 1, "two": 2}
    remembered.begin("", {"results": held})
    remembered.make("a.html", looked, lambda: str(look(Looked("results", held, looked))))
    remembered.begin("", {"results": {**held, "three": 3}})
    assert (remembered.get("a.html") is not None) == stays


def test_a_build_that_fails_half_way_leaves_nothing_that_is_out_of_date() -> None:
    remembered: Remembered[str] = Remembered()
    looked: set[Part] = set()
    remembered.begin("", {"results": {"one": 1}})
    remembered.make("a.html", looked, lambda: str(Looked("results", {"one": 1}, looked)["one"]))
    remembered.begin("", {"results": {"one": 2}})  # and then it fails, before it is made
    remembered.begin("", {"results": {"one": 2}})
    assert remembered.get("a.html") is None


def held(value: object) -> Iterator[object]:
    """A value and all that it holds, each once."""
    left, seen = [value], set[int]()
    while left:
        one = left.pop()
        if id(one) in seen or isinstance(one, type):
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, Mapping):
            left += one.values()
        elif isinstance(one, tuple | list):
            left += one
        else:
            left += getattr(one, "__dict__", {}).values()


def test_no_plan_keeps_what_notes_look_ups(project: Path) -> None:
    """What is looked up of it when the page is written would be noted for the plan, too late."""
    again = Again(project)
    made(project, again)
    plans = [again.written.plans.get(audit) for audit in KEPT]
    assert all(plans)
    assert [one for one in held(plans) if isinstance(one, Looked)] == []
