"""Papers to print: what stands on them, where it comes from, and what has no room."""

from __future__ import annotations

import doctest
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from pydantic import TypeAdapter, ValidationError

from generator.disclose.audits import told_book
from generator.model import sheet
from generator.model.briefing import Briefing
from generator.model.library import Audit
from generator.model.registers import Theme
from generator.model.words import MOST_LINES, OnASheet
from generator.render import fitting
from generator.render.page import Page
from generator.render.site import render
from tests.aggregate.audits import audit
from tests.check.trees import lines, tree_with
from tests.conftest import Golden
from tests.render.test_across import bookof, pages
from tests.render.test_fragments import faults
from tests.sites import ROOT

WORRY = {"kind": "worry", "text": "Plans came late.", "themes": ["planning"]}
FINDINGS: dict[str, Any] = {
    "late": {**WORRY, "questions": ["Whom did we ring?"]},
    "unread": {**WORRY, "text": "Nobody reads them.", "kind": "learning"},
    "sent": {**WORRY, "text": "Plans are sent to all.", "kind": "strength"},
    "long-form": {**WORRY, "text": "The form was long.", "reach": "audit process"},
}
TO_DO: dict[str, Any] = {
    "sooner": {"text": "Send plans sooner.", "due": "2031-12-31"},
    "sent": {"text": "Send plans to all.", "done": {"text": "They are."}},
    "never": {"text": "Fax them.", "not_accepted": "There is no fax."},
    "shorter": {"text": "Shorten the form.", "kind": "audit process"},
    "why": {"text": "Why are they late?", "kind": "question for the Board"},
}
WRITTEN = Briefing(
    background="A review had asked for it.",
    questions=("Who reads the plan?",),
    help=("The safeguarding lead.",),
    why="A plan that comes late is **no plan**.",
)


def made(**fields: Any) -> Audit:
    return audit(
        **{"in_short": ("Ring first.",), "findings": FINDINGS, "recommendations": TO_DO} | fields
    )


def page_of(one: Audit, name: str) -> Page:
    return pages(bookof(one))[f"audits/made/{name}.html"]


def parts(page: Page) -> dict[str, list[str]]:
    """The points below each heading of a paper."""
    read = BeautifulSoup(page.html, "html.parser")
    held: dict[str, list[str]] = {}
    for one in read.select(".paper :is(h2, h3, section li, section p)"):
        words = " ".join(one.get_text().split())
        if one.name in ("h2", "h3"):
            held[words] = []
        else:
            held[list(held)[-1]].append(words)
    return held


@pytest.mark.parametrize("name", ["briefing", "poster"])
def test_paper_of_an_audit(name: str, golden: Golden) -> None:
    golden(f"{name}.html", page_of(made(briefing=WRITTEN), name).html)


def test_discussion_pack(golden: Golden) -> None:
    asking = Theme(name="Planning", about="Plans.", questions=("What is late here?",))
    book = bookof(made(), themes={"planning": asking})
    golden("discussion.html", pages(book)["discussion/planning.html"].html)


def test_a_briefing_holds_what_was_written_and_what_is_drawn_from_the_audit() -> None:
    assert parts(page_of(made(briefing=WRITTEN), "briefing")) == {
        "Background": ["A review had asked for it."],
        "Why it matters": ["A plan that comes late is no plan."],
        "What was found": [],
        "To improve": ["Plans came late.", "Nobody reads them."],
        "Worked well": ["Plans are sent to all."],
        "What to do differently": ["Ring first."],
        "What agencies are asked to do": ["Send plans sooner."],
        "Questions for a team": ["Who reads the plan?"],
        "Where to get help": ["The safeguarding lead."],
    }


def test_a_briefing_that_nobody_wrote_draws_its_questions_from_the_findings() -> None:
    drawn = parts(page_of(made(), "briefing"))
    assert (drawn["Background"], drawn["Questions for a team"]) == (
        ["Whether plans came in time."],
        ["Whom did we ring?"],
    )
    assert "Why it matters" not in drawn


def test_without_questions_at_findings_those_of_the_main_theme_are_asked() -> None:
    asking = Theme(name="Planning", about="Plans.", questions=("What is late here?",))
    book = bookof(made(findings={"late": WORRY}), themes={"planning": asking})
    drawn = parts(pages(book)["audits/made/briefing.html"])
    assert drawn["Questions for a team"] == ["What is late here?"]


def test_what_has_no_room_is_counted_and_leads_to_where_it_stands() -> None:
    many = {f"late-{at}": WORRY for at in range(200)}
    page = page_of(made(findings=many), "briefing")
    shown = [point for point in parts(page)["To improve"] if point == "Plans came late."]
    said = BeautifulSoup(page.html, "html.parser").select(".left-out a")
    assert [(one.get_text(), one["href"]) for one in said] == [
        (f"{200 - len(shown)} more findings", "findings.html")
    ]


def test_what_is_only_in_the_briefing_stays_on_the_screen_where_paper_has_no_room() -> None:
    many = WRITTEN.model_copy(update={"questions": ("Who reads the plan?",) * 150})
    page = BeautifulSoup(page_of(made(briefing=many), "briefing").html, "html.parser")
    on_screen = page.select("section.questions li.no-print")
    on_paper = page.select("section.questions li:not(.no-print)")
    said = page.select_one("section.questions .left-out.print-only")
    assert said is not None
    assert (len(on_paper) + len(on_screen), said.get_text()) == (
        150,
        f"{len(on_screen)} more questions on the site",
    )


@pytest.mark.parametrize(
    ("messages", "size"),
    [(["Ring first."] * 3, "largest"), (["Ring the school first."] * 20, "medium")],
)
def test_a_poster_is_as_large_as_its_messages_allow(messages: list[str], size: str) -> None:
    page = BeautifulSoup(page_of(made(in_short=messages), "poster").html, "html.parser")
    assert [one["class"] for one in page.select(".poster")] == [["paper", "poster", size]]
    assert len(page.select(".poster li")) == len(messages)


@pytest.mark.parametrize(
    ("fields", "papers"),
    [
        ({"in_short": ()}, ["7-minute briefing"]),
        ({}, ["7-minute briefing", "Poster"]),
        ({"in_short": (), "findings": {}, "recommendations": {}}, []),
    ],
)
def test_an_overview_leads_to_the_papers_there_are(
    fields: dict[str, Any], papers: list[str]
) -> None:
    page = BeautifulSoup(page_of(made(**fields), "index").html, "html.parser")
    assert [one.get_text() for one in page.select(".papers a")] == papers


def test_a_theme_leads_to_its_pack_where_something_is_asked() -> None:
    asked, unasked = (
        pages(bookof(made(findings=findings)))["themes/planning.html"].html
        for findings in (FINDINGS, {"late": WORRY})
    )
    lead = '<a href="../discussion/planning.html">Discussion pack: Planning</a>'
    assert (lead in asked, "Discussion pack" in unasked) == (True, False)


def test_papers_lead_where_something_stands() -> None:
    made_pages = pages(bookof(made(briefing=WRITTEN)))
    ours = re.compile(r"audits/made/(briefing|poster)|discussion/")
    assert [fault for fault in faults(made_pages) if ours.match(fault)] == []


def test_the_public_edition_tells_no_figure_in_a_question() -> None:
    asks = ("In two cases nobody rang. Would we?",)
    theme = Theme(name="Planning", about="Plans.", questions=asks)
    late = {**WORRY, "questions": asks}
    book = told_book(bookof(made(findings={"late": late}), themes={"planning": theme}))
    told = {page.uri: page for page in render(book, (), ROOT / "site" / "templates")}
    read = BeautifulSoup(told["discussion/planning.html"].html, "html.parser")
    questions = [one.get_text() for one in read.select(".questions li, .asks li")]
    assert questions == ["In some cases nobody rang. Would we?"] * 2


# What an author may write.


def test_what_is_longer_than_its_part_of_a_sheet_is_a_fault_in_its_place(tmp_path: Any) -> None:
    long = "Nobody reads the plan, and nobody asks why. " * 30
    files = {"audits/small/briefing.md": f"---\nbackground: {long}\n---\nIt matters.\n"}
    assert lines(tree_with(tmp_path, files)) == (
        "audits/small/briefing.md:2:13: error[wrong-value] `background`: "
        "`Nobody reads the plan, and nobody asks why. Nobody reads the…` takes more than 10 lines "
        "of 90 letters | Shorten it: it is printed on a sheet of paper, which has no more room.\n"
    )


@pytest.mark.parametrize("text", ["- a\n" * (MOST_LINES + 1), "x" * 1000, "![a](b.png)\n\n" * 2])
def test_lists_words_and_pictures_take_room(text: str) -> None:
    with pytest.raises(ValidationError, match="must fit on a sheet"):
        TypeAdapter(OnASheet).validate_python(text)


@pytest.mark.parametrize("module", [sheet, fitting])
def test_examples_in_the_code_hold(module: Any) -> None:
    assert doctest.testmod(module).failed == 0
