"""The pages across audits, and what one audit shows of its rarer files, of hand-made books."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from pydantic import ValidationError

from generator.aggregate.binding import BoundFigure, UnknownFigureError, bind, figures_of
from generator.aggregate.book import Book, book
from generator.aggregate.results import tallies
from generator.check.all_rules import RULES
from generator.model.edition import Edition
from generator.model.findings import FindingKind
from generator.model.follow_up import Standing
from generator.model.library import Audit, Library
from generator.model.nouns import RETURNS
from generator.model.registers import Agency, AgencyKind, Partnership, Scale, Term, Theme, Work
from generator.model.voices import Speaker
from generator.narrow import narrow
from generator.read.markdown import Bound
from generator.render.page import Page
from generator.render.pages import (
    agencies,
    board_questions,
    changed,
    digests,
    frame,
    glossary,
    references,
    register,
    themes,
    tools,
    voices,
)
from generator.render.site import render
from generator.render.writer import Plan
from tests.aggregate.audits import audit, small
from tests.render.test_fragments import faults
from tests.sites import ROOT

AS_AT = date(2031, 6, 1)
NORTH = Partnership(name="Northshire Safeguarding Partnership", short="Northshire")
NORTH_POLICE = Agency(name="Northshire Police", kind=AgencyKind.POLICE)


def bookof(*audits: Audit, **registers: dict[str, Any]) -> Book:
    """A book of these audits, on the registers of the small tree and what is added to them."""
    library = small()
    held = {name: getattr(library, name) | entries for name, entries in registers.items()}
    return book(
        library.model_copy(update={"audits": {one.id: one for one in audits}, **held}), AS_AT
    )


def view(plans: Callable[[Book], Iterator[Plan]], of: Book) -> Any:
    """What the only page that is planned shows."""
    (plan,) = plans(of)
    return plan.view


def pages(of: Book, edition: Edition = Edition.INTRANET) -> dict[str, Page]:
    """The pages of a book, of which nothing may be wrong."""
    made = {
        page.uri: page
        for page in render(narrow(of, edition), RULES.values(), ROOT / "site/templates")
    }
    assert faults(made) == []
    return made


def text(html: str | Tag) -> str:
    """All that can be read in a page or a part of one, in one line."""
    page = BeautifulSoup(html, "html.parser") if isinstance(html, str) else html
    return re.sub(r" ([.,;:?)])", r"\1", " ".join(page.get_text(" ").split())).replace("( ", "(")


def rows(page: Page, table: str = "table") -> list[list[str]]:
    """The cells of a page's first such table, row by row, without its head."""
    found = BeautifulSoup(page.html, "html.parser").select_one(table)
    assert found is not None
    return [[text(cell) for cell in row.find_all(["th", "td"])] for row in found.select("tbody tr")]


def items(page: Page, which: str) -> list[str]:
    """What stands in each part of a page that a CSS selector finds."""
    return [text(one) for one in BeautifulSoup(page.html, "html.parser").select(which)]


def links(page: Page, which: str) -> list[str]:
    """Where the links in these parts of a page lead."""
    found = BeautifulSoup(page.html, "html.parser").select(f"{which} a[href]")
    return [str(one["href"]) for one in found]


# How many there were.


def test_an_edition_without_cases_says_how_many_there_were() -> None:
    cases = {name: {"pen_picture": "A child."} for name in "abcdef"}
    made = pages(bookof(audit(cases=cases, asked=["police", "school"])), Edition.PUBLIC)
    assert items(made["audits/made/index.html"], ".facts li") == ["6 cases", "2 agencies asked"]
    assert "6 cases" in items(made["audits/index.html"], ".audit-card .meta")[0]


def test_an_agency_that_is_listed_twice_is_one() -> None:
    cases = {name: {"pen_picture": "A child."} for name in "ab"}
    asked = [{"agency": "police", "cases": ["a"]}, {"agency": "police", "cases": ["b"]}]
    made = pages(bookof(audit(cases=cases, asked=asked)))
    facts = items(made["audits/made/index.html"], ".facts li")
    assert facts == ["2 cases", "1 agency asked"]


# The register of recommendations.

OLD = audit(
    id="old",
    title="Old plans",
    dates={"published": "2029"},
    recommendations={
        "plan": {
            "text": "Plan sooner.",
            "owners": ["police"],
            "themes": ["planning"],
            "due": "2030",
        },
        "write": {"text": "Write it down.", "done": {"date": "2030-02", "text": "Done."}},
    },
)
MIDDLE = audit(
    id="middle",
    title="Middle plans",
    dates={"published": "2030"},
    recommendations={"still": {"text": "Plan sooner still.", "repeats": ["old/plan"]}},
)
LATEST = audit(
    id="latest",
    title="Latest plans",
    dates={"published": "2031"},
    recommendations={
        "write": {"text": "Write it all down.", "repeats": ["old/write"], "kind": "action"},
        "plan": {
            "text": "Plan at once.",
            "repeats": ["middle/still", "old/plan"],
            "due": "2031-09",
            "impact_due": "2032-03",
        },
        "ask": {"text": "Who plans?", "kind": "question for the Board", "repeats": ["old/plan"]},
    },
)


def names(found: Any) -> list[str]:
    return [f"{one.audit}/{one.id}" for one in found]


def by_group(of: Any) -> dict[str, list[str]]:
    """What stands in each group of the register that holds anything."""
    return {
        group.title: names(one.found for one in group.entries)
        for group in of.groups
        if group.entries
    }


def entries(of: Any) -> list[Any]:
    return [entry for group in of.groups for entry in group.entries]


def test_register_has_every_recommendation_by_state_the_newest_audit_first() -> None:
    assert by_group(view(register.plans, bookof(OLD, MIDDLE, LATEST))) == {
        "Overdue": ["old/plan"],
        "Done, impact not shown": ["old/write"],
        "Open": ["latest/plan"],
        "No date set": ["latest/write", "middle/still"],
    }


def due(day: str, **told: Any) -> Audit:
    one = {"text": "Plan.", "due": day, **told}
    return audit(id="soon", recommendations={"plan": one})


@pytest.mark.parametrize(
    ("one", "group"),
    [
        (due("2031-05-31"), "Overdue"),
        (due("2031-06-01"), "Due in three months"),
        (due("2031-09-01"), "Due in three months"),
        (due("2031-09-02"), "Open"),
        (due("2031-09"), "Open"),
        (due("ongoing"), "Open"),
        (due("2031-08", progress=[{"date": "2031", "text": "Begun."}]), "Due in three months"),
        (due("2031-08", done={"date": "2031-05", "text": "Done."}), "Done, impact not shown"),
    ],
    ids=lambda one: one if isinstance(one, str) else str(one.recommendations["plan"].due),
)
def test_what_is_due_soon_stands_by_itself(one: Audit, group: str) -> None:
    assert by_group(view(register.plans, bookof(one))) == {group: ["soon/plan"]}


def test_late_impact_stands_before_what_is_only_done() -> None:
    done = {"date": "2030", "text": "Done."}
    of = audit(
        id="done",
        recommendations={
            "a": {"text": "A.", "done": done},
            "b": {"text": "B.", "done": done, "impact_due": "2031-05"},
        },
    )
    assert by_group(view(register.plans, bookof(of))) == {
        "Done, impact not shown": ["done/b", "done/a"]
    }


def test_search_leads_to_each_group_of_the_register() -> None:
    page = pages(bookof(OLD, MIDDLE, LATEST))["recommendations/index.html"]
    assert [(entry.anchor, entry.title, entry.also) for entry in page.search[1:]] == [
        ("overdue", "Recommendations, overdue: 1", ("overdue",)),
        ("done", "Recommendations, done, impact not shown: 1", ("impact overdue", "done")),
        ("open", "Recommendations, open: 1", ("open",)),
        ("no-date-set", "Recommendations, no date set: 2", ("no date set",)),
    ]
    headings = re.findall(r'<h2 id="(.+?)">', page.html)
    assert headings == [*(entry.anchor for entry in page.search[1:]), "repeated"]


def test_register_leaves_questions_to_boards_out() -> None:
    of = view(register.plans, bookof(OLD, LATEST))
    assert "latest/ask" not in names(one.found for one in entries(of))
    assert {name for one in entries(of) for name in names(one.repeated_by)} == {
        "latest/write",
        "latest/plan",
    }


def test_register_opens_with_figures_that_lead_to_their_rows() -> None:
    page = pages(bookof(OLD, MIDDLE, LATEST))["recommendations/index.html"]
    assert items(page, ".facts li") == [
        "1 overdue",
        "0 due in three months",
        "1 done, impact not shown",
        "0 nothing recorded",
    ]
    assert links(page, ".facts") == ["#overdue", "#done"]


MADE_UP = OLD.model_copy(update={"id": "invented", "made_up": True})


def test_register_counts_made_up_recommendations_apart() -> None:
    of = bookof(OLD, MIDDLE, LATEST, MADE_UP, audit(id="bare"))
    shown = view(register.plans, of)
    assert (len(entries(shown)), shown.number, shown.of_audits) == (7, 5, 3)
    page = pages(of)["recommendations/index.html"]
    real = pages(bookof(OLD, MIDDLE, LATEST))["recommendations/index.html"]
    assert items(page, ".facts li") == items(real, ".facts li")
    assert items(page, ".facts + p, #register + p") == [
        "made up Counted apart, in audits that are examples: 1 overdue; 1 done, impact not shown.",
        "5 recommendations and actions of 3 audits, made-up ones not counted. "
        "States are as at 1 June 2031. Two clocks run: done by, and impact shown by.",
    ]


def test_register_of_made_up_audits_alone_says_that_they_are() -> None:
    page = pages(bookof(MADE_UP))["recommendations/index.html"]
    assert items(page, ".facts, h1 + p") == [
        "made up Counted apart, in audits that are examples: 1 overdue; 1 done, impact not shown."
    ]


def test_register_folds_by_audit_what_a_report_alone_tells() -> None:
    source = {"title": "Report", "publisher": "Board"}
    told = {
        "plan": {"text": "Plan.", "owners": ["police"], "due": "2030"},
        "write": {"text": "Write."},
    }
    of = bookof(audit(id="told", title="Told", source=source, recommendations=told))
    page = pages(of)["recommendations/index.html"]
    assert items(page, "#register details summary") == ["2 of Told, Smallshire"]
    assert items(page, "#register details li") == ["Plan. Smallshire Police · due 2030", "Write."]


def test_register_links_what_is_said_again_both_ways() -> None:
    of = view(register.plans, bookof(OLD, MIDDLE, LATEST))
    assert {
        names([one.found])[0]: (names(one.repeats), names(one.repeated_by)) for one in entries(of)
    } == {
        "latest/write": (["old/write"], []),
        "latest/plan": (["middle/still", "old/plan"], []),
        "middle/still": (["old/plan"], ["latest/plan"]),
        "old/plan": ([], ["latest/plan", "middle/still"]),
        "old/write": ([], ["latest/write"]),
    }


def test_register_starts_with_what_had_to_be_said_most_often() -> None:
    of = view(register.plans, bookof(OLD, MIDDLE, LATEST))
    assert names(one.found for one in of.repeated) == ["old/plan", "middle/still", "old/write"]


def test_register_page_shows_what_keeps_coming_back() -> None:
    page = pages(bookof(OLD, MIDDLE, LATEST))["recommendations/index.html"]
    assert items(page, "li.found") == [
        "Plan sooner. Old plans; said again by Latest plans, Middle plans",
        "Plan sooner still. Middle plans; said again by Latest plans",
        "Write it down. Old plans; said again by Latest plans",
    ]


def test_register_page_is_a_table_with_two_clocks() -> None:
    page = pages(bookof(OLD, MIDDLE, LATEST))["recommendations/index.html"]
    found = [
        cells for table in range(4) for cells in rows(page, f"section:nth-child({table + 1}) table")
    ]
    assert found == [
        [
            "Plan sooner. Old plans, Smallshire",
            "Smallshire Police",
            "2030",
            "no date set",
            "Overdue",
        ],
        [
            "Write it down. Old plans, Smallshire",
            "no owner named",
            "done February 2030",
            "no date set",
            "Done",
        ],
        [
            "Plan at once. Latest plans, Smallshire · says again what Middle plans, Old plans said",
            "no owner named",
            "September 2031",
            "March 2032",
            "Open",
        ],
        [
            "Write it all down. Latest plans, Smallshire · says again what Old plans said",
            "no owner named",
            "no date set",
            "no date set",
            "No date set",
        ],
        [
            "Plan sooner still. Middle plans, Smallshire · says again what Old plans said",
            "no owner named",
            "no date set",
            "no date set",
            "No date set",
        ],
    ]


def test_register_page_can_be_filtered_by_what_its_rows_hold() -> None:
    made_up = {"r": {"text": "So.", "progress": [{"date": "2031", "text": "Begun."}]}}
    told = audit(
        id="told",
        source={"title": "Report", "publisher": "Board"},
        recommendations={"r": {"text": "So.", "owners": ["school"], "themes": ["planning"]}},
    )
    invented = audit(id="invented", made_up="yes", recommendations=made_up)
    html = pages(bookof(OLD, MIDDLE, LATEST, told, invented))["recommendations/index.html"].html
    page = BeautifulSoup(html, "html.parser")
    for select in page.select("form select"):
        name = str(select["name"])
        offered = {str(one["value"]) for one in select.find_all("option")} - {""}
        held = {
            word
            for row in page.select("#register .found")
            for around in (row, *row.parents)
            for word in str(around.get(f"data-{name}", "")).split()
        }
        assert held == offered, name


def test_recommendation_says_what_it_repeats_and_what_repeats_it() -> None:
    made = pages(bookof(OLD, MIDDLE, LATEST))
    which = "article > p.answered:has(a), details li li:not(:has(.state)):has(.source)"
    said = {
        name: items(made[f"audits/{name}/recommendations.html"], which)
        for name in ("latest", "middle", "old")
    }
    assert said == {
        "latest": [
            "Said before Middle plans; Old plans",
            "Said before Old plans",
            "Said before Old plans",
        ],
        "middle": ["Said before Old plans", "Said again Latest plans"],
        "old": [
            "Said again Latest plans",
            "Said again Latest plans",
            "Said again Middle plans",
            "Said again Latest plans",
        ],
    }


@pytest.mark.parametrize(
    "one", [audit(id="bare"), LATEST.model_copy(update={"recommendations": {}})]
)
def test_there_is_no_register_of_nothing(one: Audit) -> None:
    assert list(register.plans(bookof(one))) == []


def test_questions_alone_make_no_register() -> None:
    asked = {"ask": {"text": "Who plans?", "kind": "question for the Board"}}
    made = pages(bookof(audit(id="asks", recommendations=asked)))
    assert {uri for uri in made if uri.startswith("recommendations/")} == {
        "recommendations/questions-for-boards.html"
    }


# Questions for Boards.


def asks(id_: str, year: str, **answers: str | None) -> Audit:
    """An audit that asks its Board questions, each with its answer or none."""
    found = {
        name: {
            "text": f"What of {name}?",
            "kind": "question for the Board",
            **({"answer": {"date": "2031-02", "text": answer}} if answer else {}),
        }
        for name, answer in answers.items()
    }
    found["do"] = {"text": "Do it."}
    return audit(id=id_, title=id_.capitalize(), dates={"published": year}, recommendations=found)


def test_board_questions_stand_by_audit_the_newest_first() -> None:
    of = view(
        board_questions.plans,
        bookof(asks("early", "2030", a=None), asks("late", "2031", b="So.", c=None)),
    )
    assert {name: names(found) for name, found in of.asked.items()} == {
        "late": ["late/b", "late/c"],
        "early": ["early/a"],
    }
    assert (list(of.asked), of.answered) == (["late", "early"], 1)


def test_board_questions_show_their_answers_or_that_there_is_none() -> None:
    of = bookof(asks("early", "2030", a=None), asks("late", "2031", b="Not *yet*.", c=None))
    page = pages(of)["recommendations/questions-for-boards.html"]
    assert items(page, "ul.points > li") == [
        "What of b? February 2031 Not yet.",
        "What of c? no answer recorded",
        "What of a? no answer recorded",
    ]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"a": None}, "0 of 1 question have an answer here."),
        ({"a": "So."}, "1 of 1 question has an answer here."),
        ({"a": "So.", "b": None}, "1 of 2 questions has an answer here."),
        ({"a": "So.", "b": "So."}, "2 of 2 questions have an answer here."),
    ],
)
def test_board_questions_are_counted(answers: dict[str, str | None], said: str) -> None:
    page = pages(bookof(asks("late", "2031", **answers)))[
        "recommendations/questions-for-boards.html"
    ]
    assert items(page, "h1 + p")[0].endswith(said)


def test_an_audit_without_questions_has_no_page_of_them() -> None:
    assert list(board_questions.plans(bookof(OLD))) == []


# The year's digest.


def of_year(id_: str, year: str | None, when: str, **more: Any) -> Audit:
    dates = {"completed": when}
    return audit(
        id=id_, title=id_.capitalize(), dates=dates, **({"year": year} if year else {}), **more
    )


def test_digest_is_for_a_year_of_a_partnership_with_several_audits() -> None:
    of = bookof(
        of_year("one", "2030-31", "2030-05"),
        of_year("two", "2030-31", "2031-02"),
        of_year("next", "2031-32", "2031-05"),
        of_year("none", None, "2031-02"),
        of_year("north", "2030-31", "2030-06", partnership="north"),
        partnerships={"north": NORTH},
    )
    assert {
        plan.uri: (plan.title, [one.audit.id for one in plan.view.audits])  # type: ignore[attr-defined]
        for plan in digests.plans(of)
    } == {"digests/smallshire-2030-31.html": ("Smallshire 2030-31", ["one", "two"])}


def test_digest_sets_audits_against_the_priorities_they_serve() -> None:
    priorities = [{"ref": "1", "text": "Hear children."}, {"ref": "2b", "text": "Plan *well*."}]
    of = bookof(
        of_year("one", "2030-31", "2030-05", priorities=priorities, number_of_cases=6),
        of_year("two", "2030-31", "2031-02"),
    )
    assert rows(pages(of)["digests/smallshire-2030-31.html"]) == [
        ["One", "6", "May 2030", "1 Hear children.; 2b Plan well."],
        ["Two", "—", "February 2031", "none named"],
    ]


def test_digest_tells_what_was_found_and_what_is_asked() -> None:
    found = {
        "good": {"kind": "strength", "text": "Plans came early."},
        "bad": {"kind": "worry", "text": "Plans came late."},
        "so": {"kind": "learning", "text": "Plans are hard."},
    }
    of = bookof(
        of_year("one", "2030-31", "2030-05", findings=found, in_short=["Plan."]),
        of_year("two", "2030-31", "2031-02", recommendations={"do": {"text": "Plan sooner."}}),
    )
    page = pages(of)["digests/smallshire-2030-31.html"]
    assert items(page, "section") == [
        "One Plan. To improve and to learn Plans came late. Plans are hard. "
        "Worked well Plans came early.",
        "Two What is asked Plan sooner.",
    ]


def test_digest_is_found_from_the_audits_and_from_each_of_its_year() -> None:
    made = pages(bookof(of_year("one", "2030-31", "2030-05"), of_year("two", "2030-31", "2031-02")))
    assert "../digests/smallshire-2030-31.html" in links(made["audits/index.html"], "")
    for name in ("one", "two"):
        assert "../../digests/smallshire-2030-31.html" in links(
            made[f"audits/{name}/index.html"], "p.meta"
        )


@pytest.mark.parametrize("year", ["2016/17", "../2016", "2016-2017", "last year", "2016-17 "])
def test_a_year_that_no_address_can_hold_is_none(year: str) -> None:
    with pytest.raises(ValidationError, match="this must be a year, such as 2016-17 or 2016"):
        of_year("one", year, "2030")


# Voices.

HEARD = audit(
    id="heard",
    title="Heard",
    dates={"published": "2031"},
    cases={"a": {"pen_picture": "A child."}},
    voices={
        "mums": {
            "who": "families",
            "title": "Three mothers",
            "how": "In a group.",
            "said": [
                {"text": "Nobody *rang*.", "themes": ["planning"], "agencies": ["police"]},
                {"text": "I did not know.", "cases": ["a"]},
            ],
        },
        "kids": {"who": "children", "title": "Two children", "how": "At home."},
    },
)
HEARD_BEFORE = audit(
    id="before",
    title="Before",
    dates={"published": "2030"},
    voices={"dads": {"who": "families", "title": "A father", "how": "By letter."}},
)


def test_voices_of_all_audits_stand_by_who_spoke_the_newest_first() -> None:
    of = view(voices.plans, bookof(HEARD_BEFORE, HEARD))
    assert {who: names(heard) for who, heard in of.speakers.items()} == {
        Speaker.CHILDREN: ["heard/kids"],
        Speaker.FAMILIES: ["heard/mums", "before/dads"],
    }
    assert list(of.speakers) == [Speaker.CHILDREN, Speaker.FAMILIES]


def test_voices_page_says_who_how_and_what() -> None:
    page = pages(bookof(HEARD_BEFORE, HEARD))["voices/index.html"]
    assert items(page, "section") == [
        "Children Two children At home. Heard",
        "Families Three mothers In a group. Heard Nobody rang. Planning Smallshire Police "
        "I did not know. Case A A father By letter. Before",
    ]


def test_voices_of_an_audit_are_its_own_in_its_order() -> None:
    page = pages(bookof(HEARD_BEFORE, HEARD))["audits/heard/voices.html"]
    assert items(page, "article") == [
        "Three mothers In a group. Nobody rang. Planning Smallshire Police I did not know. Case A",
        "Two children At home.",
    ]


def test_voices_name_no_case_in_the_public_edition() -> None:
    made = pages(bookof(HEARD), Edition.PUBLIC)
    said = [text(made[uri].html) for uri in ("voices/index.html", "audits/heard/voices.html")]
    assert ["I did not know." in one for one in said] == [True, True]
    assert ["Case A" in one for one in said] == [False, False]


def test_a_finding_leads_to_the_voices_it_rests_on() -> None:
    findings = {"late": {"kind": "worry", "text": "Late.", "rests_on": {"voices": ["mums"]}}}
    heard = audit(id="heard", findings=findings, voices=dict(HEARD.voices), cases=dict(HEARD.cases))
    page = pages(bookof(heard))["audits/heard/findings.html"]
    assert (items(page, ".rests"), links(page, ".rests")) == (
        ["Seen in Three mothers"],
        ["voices.html#mums"],
    )


def test_nobody_heard_makes_no_page() -> None:
    assert [uri for uri in pages(bookof(audit(id="bare"))) if "voices" in uri] == []


# Tools side by side.


def tool(*questions: dict[str, Any]) -> dict[str, Any]:
    asked = [
        {"label": one["ref"], "text": f"{one['ref']}?", "scale": "yes-no", **one}
        for one in questions
    ]
    return {"title": "A tool", "sections": [{"id": "all", "title": "All", "questions": asked}]}


def same(audit_id: str, ref: str, changed: str = "") -> dict[str, str]:
    return {"audit": audit_id, "ref": ref, **({"changed": changed} if changed else {})}


def asking(id_: str, *questions: dict[str, Any]) -> Audit:
    """An audit of the year that ends its name, with a tool."""
    return audit(id=id_, title=id_, dates={"published": f"20{id_[1:]}"}, tool=tool(*questions))


def often(*audits: Audit) -> list[list[str]]:
    """What is told as asked often: each question with its audit."""
    told = view(tools.plans, bookof(*audits)).often
    return [[f"{one.audit} {one.question.ref}" for one in each.asked] for each in told]


A29 = asking("a29", {"ref": "Q1"}, {"ref": "Q2"}, {"ref": "Q3"})


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ([asking("a30", {"ref": "R1"})], []),
        ([asking("a30", {"ref": "R1", "same_as": [same("a29", "Q2")]})], [["a29 Q2", "a30 R1"]]),
        (
            [
                asking("a30", {"ref": "R1", "same_as": [same("a29", "Q2")]}),
                asking("a31", {"ref": "S1", "same_as": [same("a30", "R1")]}),
            ],
            [["a29 Q2", "a30 R1", "a31 S1"]],
        ),
        (
            [
                asking("a30", {"ref": "R1"}),
                asking("a31", {"ref": "S1", "same_as": [same("a29", "Q2"), same("a30", "R1")]}),
            ],
            [["a29 Q2", "a30 R1", "a31 S1"]],
        ),
        (
            [
                asking("a30", {"ref": "R1", "same_as": [same("a29", "Q2")]}),
                asking("a31", {"ref": "S1", "same_as": [same("a29", "Q2")]}),
            ],
            [["a29 Q2", "a30 R1", "a31 S1"]],
        ),
        (
            [
                asking("a30", {"ref": "R1", "same_as": [same("a31", "S1")]}),
                asking("a31", {"ref": "S1", "same_as": [same("a30", "R1")]}),
            ],
            [["a30 R1", "a31 S1"]],
        ),
        (
            [
                asking(
                    "a30",
                    {"ref": "R1", "same_as": [same("a29", "Q3")]},
                    {"ref": "R2", "same_as": [same("a29", "Q1")]},
                )
            ],
            [["a29 Q3", "a30 R1"], ["a29 Q1", "a30 R2"]],
        ),
        ([asking("a30", {"ref": "R1", "same_as": [same("gone", "Q9")]})], []),
    ],
    ids=[
        "none",
        "two",
        "a chain",
        "one of two",
        "two of one",
        "a circle",
        "in their order",
        "gone",
    ],
)
def test_what_keeps_being_asked_is_told_once_the_earliest_first(
    later: list[Audit], told: list[list[str]]
) -> None:
    assert often(A29, *later) == often(*reversed([A29, *later])) == told


def test_tools_page_shows_each_wording_and_what_changed_in_it() -> None:
    of = bookof(
        A29,
        asking(
            "a30", {"ref": "R1", "label": "In time", "same_as": [same("a29", "Q2", "Shorter.")]}
        ),
    )
    page = pages(of)["tools/index.html"]
    assert items(page, "section") == ["In time Q2 Q2? a29 R1 R1? a30 · wording changed: Shorter."]


def test_tools_page_leads_to_each_example_of_a_good_answer() -> None:
    made = pages(bookof(asking("a30", {"ref": "R1"}, {"ref": "R2", "example": "Yes. On time."})))
    assert links(made["tools/index.html"], "#examples + section") == ["../audits/a30/tool.html#r2"]
    assert "tools/index.html#examples" in links(made["index.html"], "ul.points")


def test_tools_without_examples_promise_none() -> None:
    made = pages(bookof(A29))
    assert items(made["tools/index.html"], "#examples") == []
    assert "What does a good answer look like?" not in text(made["index.html"].html)


def test_tools_page_counts_the_questions_and_those_that_ask_several_things() -> None:
    of = bookof(
        A29,
        asking(
            "a30", {"ref": "R1", "parts": ["One", "Two"]}, {"ref": "R2", "parts": ["A", "B", "C"]}
        ),
    )
    page = pages(of)["tools/index.html"]
    assert rows(page) == [["A tool a30", "2", "2", "0"], ["A tool a29", "3", "0", "0"]]
    assert items(page, "ul.points > li") == ["R2 R2: A; B; C", "R1 R1: One; Two"]


def test_no_tool_no_page_of_tools() -> None:
    assert list(tools.plans(bookof(audit(id="bare")))) == []


# Glossary and references.


def test_glossary_goes_by_the_alphabet_whatever_the_case() -> None:
    terms = {
        "z": Term(term="MARAC", means="a meeting", about="It *meets*."),
        "a": Term(term="chronology", means="what happened"),
        "b": Term(term="Agency", means="an organisation"),
    }
    of = bookof(glossary=terms)
    assert list(view(glossary.plans, of).terms) == ["b", "a", "z", "smart"]
    assert items(pages(of)["glossary/index.html"], "dt, dd") == [
        "Agency",
        "an organisation",
        "chronology",
        "what happened",
        "MARAC",
        "a meeting. It meets.",
        "SMART",
        "specific, measurable, achievable, relevant, timed",
    ]


def test_there_is_no_glossary_of_nothing() -> None:
    bare = bookof()
    empty = bare.model_copy(update={"library": bare.library.model_copy(update={"glossary": {}})})
    assert list(glossary.plans(empty)) == []


WORKS = {
    "zoe": Work(title="On plans", by="Zoe", year="2029", about="It says *so*."),
    "amy": Work(title="On homes", by="amy", address="https://www.example.org/homes"),
    "http": Work(title="On paper", by="Bea", address="http://example.org"),
}
REFERRING = audit(
    id="refers",
    title="Refers",
    findings={"late": {"kind": "worry", "text": "Plans came late.", "works": ["zoe"]}},
    analysis={"plans": {"title": "The plans", "order": 1, "text": "So.", "works": ["zoe", "amy"]}},
    further_reading=["amy", "http"],
)


def test_references_go_by_who_wrote_them() -> None:
    of = view(references.plans, bookof(REFERRING, bibliography=WORKS))
    assert [one.id for one in of.works] == ["amy", "http", "zoe"]


def test_references_say_what_refers_to_them() -> None:
    page = pages(bookof(REFERRING, bibliography=WORKS))["references/index.html"]
    assert items(page, "ul.points > li") == [
        "amy. On homes. https://www.example.org/homes The plans (Refers); Further reading (Refers)",
        "Bea. On paper. http://example.org Further reading (Refers)",
        "Zoe (2029). On plans It says so. Plans came late (Refers); The plans (Refers)",
    ]
    assert links(page, "ul.points") == [
        "https://www.example.org/homes",
        "../audits/refers/analysis.html#plans",
        "../audits/refers/about.html#reading",
        "../audits/refers/about.html#reading",
        "../audits/refers/findings.html#late",
        "../audits/refers/analysis.html#plans",
    ]


def test_what_refers_to_a_work_leads_to_it() -> None:
    made = pages(bookof(REFERRING, bibliography=WORKS))
    led = {
        page: [
            link for link in links(made[f"audits/refers/{page}.html"], "") if "references" in link
        ]
        for page in ("findings", "analysis", "about")
    }
    assert led == {
        "findings": ["../../references/index.html#zoe"],
        "analysis": ["../../references/index.html#zoe", "../../references/index.html#amy"],
        "about": ["../../references/index.html#amy", "../../references/index.html#http"],
    }


# Kinds of agency, and themes.


def found(kind: str, text: str, *agencies: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "text": text, "agencies": agencies, **more}


SOUTH = audit(
    id="south",
    title="South",
    dates={"published": "2030"},
    findings={"s": found("worry", "Police came late.", "police")},
    recommendations={"r": {"text": "Come sooner.", "owners": ["police", "school"]}},
    cases={
        "a": {"pen_picture": "A.", "worked_well": [{"text": "They came.", "agencies": ["police"]}]}
    },
)
NORTHERN = audit(
    id="north",
    title="North",
    partnership="north",
    dates={"published": "2031"},
    findings={
        "n": found("strength", "Police came at once.", "north-police"),
        "all": found("worry", "All were late.", "north-police", "police"),
        "else": found("worry", "Schools were late.", "school"),
    },
)
REGISTERS: dict[str, dict[str, Any]] = {
    "partnerships": {"north": NORTH},
    "agencies": {"north-police": NORTH_POLICE},
}


def test_kind_of_agency_gathers_across_partnerships() -> None:
    plans = {plan.uri: plan for plan in agencies.plans(bookof(SOUTH, NORTHERN, **REGISTERS))}
    of: Any = plans["agencies/kind-police.html"].view
    assert (of.name, of.agencies) == ("Police", ("police", "north-police"))
    assert names(of.ours.by_side.strengths) == ["north/n"]
    assert names(of.ours.by_side.worries) == ["north/all", "south/s"]
    assert names(of.ours.by_side.gathered.recommendations) == ["south/r"]
    assert of.ours.by_side.worked_well == {}
    agency: Any = plans["agencies/police.html"].view
    assert list(agency.ours.by_side.worked_well) == ["south"]


def test_kind_page_starts_with_what_is_asked() -> None:
    page = pages(bookof(SOUTH, NORTHERN, **REGISTERS))["agencies/kind-police.html"]
    assert text(page.html) == (
        "Home Agencies Police What audits in every partnership ask of police, and what they found. "
        "What is asked of us Come sooner. No date set South "
        "To improve All were late. North Police came late. South "
        "Worked well Police came at once. North "
        "The agencies What was seen in single cases stands with each agency, and with each theme. "
        "Smallshire Police Northshire Police"
    )


ASKING = audit(
    id="asking",
    title="Asking",
    recommendations={
        "both": {"text": "Do both.", "owners": ["police"], "themes": ["smart-plans", "planning"]},
        "plan": {"text": "Plan.", "owners": ["police"], "themes": ["planning"]},
        "else": {"text": "Do this.", "owners": ["police"]},
        "all": {"text": "Plan, all of you.", "themes": ["planning"]},
    },
)
SMART: dict[str, dict[str, Any]] = {
    "themes": {"smart-plans": Theme(name="SMART plans", about="Dates.", under="planning")}
}


@pytest.mark.parametrize("uri", ["agencies/police.html", "agencies/kind-police.html"])
def test_each_theme_has_all_that_is_asked_of_an_agency_about_it(uri: str) -> None:
    page = pages(bookof(ASKING, **SMART))[uri]
    assert items(page, "section section") == [
        "Planning Do both. No date set Asking Plan. No date set Asking",
        "SMART plans Do both. No date set Asking",
        "Besides Do this. No date set Asking",
    ]
    assert items(page, "form option") == ["any theme", "Planning", "SMART plans"]


def test_theme_of_what_is_asked_leads_to_its_page_for_that_kind_of_agency() -> None:
    page = BeautifulSoup(pages(bookof(ASKING, **SMART))["agencies/police.html"].html, "html.parser")
    found = [(one["href"], one["data-search"]) for one in page.select("h3 a")]
    assert found == [
        ("../themes/planning.html", "for=police"),
        ("../themes/smart-plans.html", "for=police"),
    ]


def test_search_leads_to_what_is_asked_of_a_kind_of_agency_about_a_theme() -> None:
    page = pages(bookof(ASKING, **SMART))["agencies/kind-police.html"]
    assert [(entry.anchor, entry.title, entry.text) for entry in page.search[1:]] == [
        ("asked-planning", "Police: what is asked about Planning", "Do both. Plan."),
        ("asked-smart-plans", "Police: what is asked about SMART plans", "Do both."),
    ]


def test_theme_can_be_narrowed_to_the_kinds_of_agency_that_it_names() -> None:
    of = bookof(
        ASKING,
        audit(
            id="more", findings={"f": {**found("worry", "Late.", "school"), "themes": ["planning"]}}
        ),
        **SMART,
    )
    page = BeautifulSoup(pages(of)["themes/planning.html"].html, "html.parser")
    assert [one["value"] for one in page.select("form option")] == ["", "police", "education"]
    assert [one.get("data-for") for one in page.select(".found")] == [
        "police",
        "police",
        None,
        "education",
    ]


def test_theme_answers_in_the_order_of_what_a_reader_wants() -> None:
    said = {"text": "So.", "themes": ["planning"]}
    of = audit(
        id="all",
        findings={
            "well": {"kind": "strength", **said},
            "late": {"kind": "worry", **said},
        },
        recommendations={"r": said},
        voices={"v": {"title": "Parents", "who": "families", "how": "A talk.", "said": [said]}},
    )
    page = pages(bookof(of))["themes/planning.html"]
    assert items(page, "h2") == [
        "What is asked",
        "To improve",
        "Worked well",
        "What people said",
        "Where it was found",
    ]


# Home.


def test_home_tells_the_latest_of_each_audit_once_made_up_ones_last() -> None:
    progress = {"date": "2031-02-03", "text": "Begun."}
    of = bookof(
        audit(id="old", title="Old", dates={"published": "2029"}),
        audit(
            id="moved",
            title="Moved",
            dates={"published": "2028"},
            recommendations={"r": {"text": "Plan sooner.", "progress": [progress]}},
        ),
        audit(id="ahead", title="Ahead", dates={"sent": "2031-05", "due": "2031-07"}),
        audit(id="invented", title="Invented", dates={"meeting": "2031"}, made_up="yes"),
        audit(id="undated", title="Undated"),
    )
    page = pages(of)["index.html"]
    assert items(page, "h2#new + ul li") == [
        "Ahead: the tool went out May 2031, Smallshire",
        "Moved: progress of Plan sooner 3 February 2031, Smallshire",
        "Old: published 2029, Smallshire",
        "Invented made up: the agencies met 2031, Smallshire",
    ]


@pytest.mark.parametrize(
    ("audits", "said"),
    [
        ((OLD, MADE_UP), "1 recommendation overdue, and 1 made up, as at 1 June 2031"),
        ((OLD,), "1 recommendation overdue, as at 1 June 2031"),
        ((MADE_UP,), "0 recommendations overdue, and 1 made up, as at 1 June 2031"),
        ((audit(id="bare"),), "no recommendation is overdue, as at 1 June 2031"),
    ],
)
def test_home_tells_a_board_what_is_overdue(audits: tuple[Audit, ...], said: str) -> None:
    page = pages(bookof(*audits))["index.html"]
    assert items(page, "ul.points li")[0] == f"For a Board: {said}"


def test_home_names_no_audit_twice() -> None:
    html = pages(bookof(OLD, MIDDLE, LATEST))["index.html"].html
    assert [html.count(f"audits/{id_}/index.html") for id_ in ("old", "middle", "latest")] == [
        1
    ] * 3


def test_agency_leads_to_its_kind_and_back() -> None:
    made = pages(bookof(SOUTH, NORTHERN, **REGISTERS))
    assert "kind-police.html" in links(made["agencies/north-police.html"], "p.meta")
    assert "north-police.html" in links(made["agencies/kind-police.html"], "p.chips")


def test_a_kind_that_nothing_is_said_about_has_no_page() -> None:
    made = pages(bookof(audit(id="bare", findings={"s": found("worry", "Late.", "school")})))
    assert [uri for uri in made if "kind-" in uri] == ["agencies/kind-education.html"]


def test_theme_says_which_audits_found_it_and_as_what() -> None:
    def about(*kinds: str) -> dict[str, Any]:
        return {
            f"f{nth}": {"kind": kind, "text": "So.", "themes": ["planning"]}
            for nth, kind in enumerate(kinds)
        }

    asks_only = {"r": {"text": "Plan.", "themes": ["planning"]}}
    of = bookof(
        audit(id="both", dates={"published": "2031"}, findings=about("strength", "worry", "worry")),
        audit(id="learnt", dates={"published": "2030"}, findings=about("learning")),
        audit(id="asks", dates={"published": "2029"}, recommendations=asks_only),
        audit(id="else", findings={"f": {"kind": "worry", "text": "So."}}),
    )
    plans = {plan.uri: plan for plan in themes.plans(of)}
    shown: Any = plans["themes/planning.html"].view
    assert [(one.audit, one.strengths, one.worries, one.others) for one in shown.found_as] == [
        ("both", 1, 2, 0),
        ("learnt", 0, 0, 1),
    ]
    assert rows(pages(of)["themes/planning.html"]) == [
        ["Plans Smallshire, 2031", "1", "2", "—"],
        ["Plans Smallshire, 2030", "—", "—", "1"],
    ]


def test_theme_that_is_only_asked_about_was_found_nowhere() -> None:
    asks_only = {"r": {"text": "Plan.", "themes": ["planning"]}}
    page = pages(bookof(audit(id="asks", recommendations=asks_only)))["themes/planning.html"]
    assert items(page, "h2") == ["What is asked"]


def test_theme_leads_up_and_down() -> None:
    of = bookof(
        themes={
            "smart-plans": Theme(name="SMART plans", about="Plans with dates.", under="planning"),
        }
    )
    made = pages(of)
    assert links(made["themes/planning.html"], "p.chips") == ["smart-plans.html"]
    assert links(made["themes/smart-plans.html"], "nav") == [
        "../index.html",
        "index.html",
        "planning.html",
    ]


# Since last time.


def follows(*standings: str, **more: Any) -> Audit:
    points = [
        {"text": f"Point {nth}.", "standing": standing, "now": "Now so."}
        for nth, standing in enumerate(standings, 1)
    ]
    return audit(
        id="later", title="Later", follow_up={"title": "Earlier", "points": points, **more}
    )


def followed(one: Audit) -> Any:
    (plan,) = changed.plans(bookof(one), frame.Frame(one, "Smallshire"))
    shown: Any = plan.view
    return shown.since


def test_follow_up_counts_where_the_points_stand() -> None:
    of = followed(follows("same", "better", "not tested", "same", "question changed"))
    assert list(of.counts.items()) == [
        (Standing.BETTER, 1),
        (Standing.SAME, 2),
        (Standing.NOT_TESTED, 1),
        (Standing.QUESTION_CHANGED, 1),
    ]


def test_follow_up_shows_then_and_now() -> None:
    page = pages(bookof(follows("better", "not tested")))["audits/later/then-and-now.html"]
    assert rows(page) == [
        ["Point 1.", "Now so.", "Better"],
        ["Point 2.", "Now so.", "Not tested"],
    ]


@pytest.mark.parametrize(
    ("more", "lead"),
    [
        ({}, "Earlier. Where each of its points stands now."),
        (
            {"dates": ["2029", "2030-02"], "number_of_cases": 1},
            "Earlier, 2029 or February 2030, 1 case. Where each of its points stands now.",
        ),
    ],
)
def test_follow_up_names_the_earlier_audit_as_far_as_it_is_known(
    more: dict[str, Any], lead: str
) -> None:
    page = pages(bookof(follows("same", **more)))["audits/later/then-and-now.html"]
    assert items(page, "#points + p") == [lead]


def test_follow_up_leads_to_the_earlier_audit_where_there_is_one() -> None:
    made = pages(bookof(follows("same", audit="old"), OLD))
    assert links(made["audits/later/then-and-now.html"], "#points + p") == ["../old/index.html"]


def test_nothing_followed_up_no_page() -> None:
    assert list(changed.plans(bookof(OLD), frame.Frame(OLD, "Smallshire"))) == []


# Percentages of which no counts are known.

THREE = Scale(
    name="Yes, no, do not know",
    kind="answers",
    favourable=["yes"],
    values=[{"value": "yes"}, {"value": "no"}, {"value": "do not know", "label": "Don't know"}],
)
TWO_GOOD = Scale(
    name="Often or seldom",
    kind="frequency",
    favourable=["always", "often"],
    values=[{"value": "always"}, {"value": "often"}, {"value": "seldom"}],
)
PRINTED = audit(
    id="printed",
    tool=tool(
        {"ref": "P1", "scale": "three"},
        {"ref": "P2"},
        {"ref": "P3"},
        {"ref": "P4", "scale": "bands"},
        {"ref": "P5"},
        {"ref": "P6"},
    ),
    published={
        "source": "the report",
        "figures": {
            "P1": {"percentages": {"yes": "48.4", "no": "16.1", "do not know": "35.5"}},
            "P2": {"percentages": {"no": "25"}, "printed_as": "a quarter"},
            "P3": {"percentages": {"no": "18.25", "yes": "81.75"}},
            "P4": {"percentages": {"always": "40", "often": "30"}},
            "P5": {"counts": {"yes": "3", "no": "1"}, "percentages": {"yes": "75", "no": "25"}},
        },
    },
    findings={
        "late": {
            "kind": "worry",
            "text": "Late.",
            "rests_on": {"answers": ["P1", "P2", "P5", "P6"]},
        }
    },
)
BY_PERCENT = bookof(PRINTED, scales={"three": THREE, "bands": TWO_GOOD})


def test_printed_percentages_are_shown_with_what_is_not_known() -> None:
    cells = {
        row[0].split()[0]: row[2:] for row in rows(pages(BY_PERCENT)["audits/printed/results.html"])
    }
    assert cells == {
        "P1": [
            "48.4% yes; not printed out of how many",
            "48.4% yes 16.1% no 35.5% don't know "
            "15, 5 and 11 of 31 are the smallest that give them together.",
        ],
        "P2": [
            "not printed out of how many",
            "yes: not printed 25% no Printed as: a quarter 1 of 4 is the smallest that gives it.",
        ],
        "P3": [
            "81.75% yes; not printed out of how many",
            "81.75% yes 18.25% no 103 and 23 of 126 are the smallest that give them together.",
        ],
        "P4": [
            "70% not printed out of how many, worked out",
            "40% always 30% often seldom: not printed 4 and 3 of 10 are the smallest that give "
            "them together.",
        ],
        "P5": ["3 of 4 returns", "3 yes 1 no"],
        "P6": ["—", "Asked; the source gives no figures."],
    }


SHARED = audit(
    id="shared",
    tool=tool({"ref": "P1"}),
    published={
        "source": "the report",
        "headings": {"all": "P1"},
        "figures": {"P1": {"percentages": {"yes": "50"}}},
        "movements": {
            "plans": {
                "text": "Plans.",
                "at_start": "240",
                "added": "310",
                "removed": "255",
                "at_end": "295",
                "unit": "children",
                "date": "2031-03",
            }
        },
    },
    findings={
        "late": {
            "kind": "worry",
            "text": "Late.",
            "shares": [
                {
                    "count": "1",
                    "of": "2",
                    "unit": "cases",
                    "among": "with a plan",
                    "what": "had it late",
                },
                {"count": "4", "of": "6", "unit": "cases", "cannot_apply": "2", "what": "were so"},
                {"count": "5", "of": "6", "unit": "cases", "cannot_apply": "2", "what": "were so"},
            ],
        }
    },
)


def test_a_figure_says_which_its_base_is() -> None:
    assert items(pages(bookof(SHARED))["audits/shared/findings.html"], ".rests .count") == [
        "1 of 2 cases with a plan: had it late",
        "4 of 6 cases were so It cannot be true of 2 of them: 4 of 4.",
        "5 of 6 cases were so It cannot be true of 2 of them.",
    ]


def test_a_heading_is_shown_as_printed() -> None:
    page = pages(bookof(SHARED))["audits/shared/results.html"]
    assert items(page, ".results-section > p.quiet") == ["Headed “P1” in the source."]


def test_what_came_and_went_is_shown() -> None:
    assert items(pages(bookof(SHARED))["audits/shared/index.html"], "#population + ul li") == [
        "Plans. 240 at the start, 310 came, 255 went, 295 children at the end (March 2031)"
    ]


def test_bars_of_printed_percentages_are_as_long_as_they_say() -> None:
    html = BeautifulSoup(pages(BY_PERCENT)["audits/printed/results.html"].html, "html.parser")
    drawn = {
        str(row["id"]): [
            (int(str(one["x"])), int(str(one["width"]))) for one in row.select("svg rect")
        ]
        for row in html.select("table.results tr[id]")
    }
    assert drawn == {  # of 240
        "p1": [(0, 116), (116, 38), (154, 85)],
        "p2": [(0, 60)],
        "p3": [(0, 196), (196, 43)],
        "p4": [(0, 96), (96, 72)],
        "p5": [(0, 180), (180, 60)],
        "p6": [],
    }


def test_a_finding_shows_the_printed_percentages_that_it_rests_on() -> None:
    page = pages(BY_PERCENT)["audits/printed/findings.html"]
    assert items(page, ".rests") == [
        "Seen in P1 P1: 48.4%, not printed out of how many P2 P2 P5 P5: 3 of 4 returns P6 P6"
    ]


def bound(name: str, *arguments: str) -> BoundFigure:
    library: Library = BY_PERCENT.library
    call = Bound(f"{{{{ {name} }}}}", name, arguments)
    return bind(call, figures_of(PRINTED, library))


@pytest.mark.parametrize(
    ("name", "ref", "share"),
    [("percent", "P1", "48.4"), ("of", "P1", "48.4"), ("percent", "P3", "81.75")],
)
def test_printed_percentage_in_a_text(name: str, ref: str, share: str) -> None:
    basis = "as printed; not known out of how many"
    part = Fraction(share) / 100
    figure = BoundFigure(f"{share}%", basis, ref, share=part, unit=RETURNS)
    assert bound(name, ref) == figure


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (("base", "P1"), "`P1` has no base: its source printed no total"),
        (("count", "P1", "yes"), "how many gave `yes` to `P1` is not known for certain"),
        (("percent", "P2"), "no share was printed for `yes` of `P2`"),
        (("percent", "P6"), "no question with figures is called `P6`"),
    ],
)
def test_what_a_printed_percentage_does_not_give(call: tuple[str, ...], why: str) -> None:
    with pytest.raises(UnknownFigureError) as raised:
        bound(*call)
    assert raised.value.message == why


def test_a_row_counts_what_it_says_it_counts() -> None:
    figures = {
        "R1": {"counts": {"yes": "3"}, "total": "3"},
        "R2": {"counts": {"yes": "3"}, "total": "3", "unit": "children"},
    }
    of = audit(
        id="units",
        tool=tool({"ref": "R1"}, {"ref": "R2"}),
        published={"source": "so", "unit": "cases", "figures": figures},
    )
    counted = tallies(of, small())
    assert {ref: tally.figure.of for ref, tally in counted.items()} == {
        "R1": "3 of 3 cases",
        "R2": "3 of 3 children",
    }


# Questions answered in words.

PROSE = Scale(name="In words", kind="prose")
IN_WORDS = audit(
    id="words",
    tool=tool({"ref": "Q1", "scale": "prose"}, {"ref": "Q2", "scale": "prose"}, {"ref": "Q3"}),
    analysis={
        "well": {"title": "What went well", "order": 1, "text": "Much.", "questions": ["Q1"]},
        "else": {"title": "What else", "order": 2, "text": "Little.", "questions": []},
    },
)


def test_questions_answered_in_words_lead_to_the_part_that_answers_them() -> None:
    page = pages(bookof(IN_WORDS, scales={"prose": PROSE}))["audits/words/results.html"]
    assert [row[1:] for row in rows(page)] == [
        ["in words", "—", "What went well"],
        ["not reported", "—", "Asked; the source does not tell the answers."],
        ["not reported", "—", "Asked; the source gives no figures."],
    ]
    assert "analysis.html#well" in links(page, "#q1")
    assert items(page, "nav + p")[0].startswith("Answered in words: each question leads to")


def test_the_part_that_answers_them_shows_the_questions() -> None:
    page = pages(bookof(IN_WORDS, scales={"prose": PROSE}))["audits/words/analysis.html"]
    assert items(page, "section") == ["What went well Q1 Q1? Much.", "What else Little."]
    assert links(page, "section") == ["tool.html#q1"]


# What is not there has no page, and no heading.

THIN = {
    "findings": {"f": {"kind": "worry", "text": "So."}},
    "recommendations": {"r": {"text": "So."}},
    "follow_up": {
        "title": "Earlier",
        "points": [{"text": "So.", "standing": "same", "now": "So."}],
    },
    "analysis": {"a": {"title": "So", "order": 1, "text": "So."}},
    "voices": {"v": {"who": "leaders", "title": "So", "how": "So."}},
    "tool": tool({"ref": "R1"}),
}


@pytest.mark.parametrize(
    ("has", "own", "across"),
    [
        ("", ["about"], []),
        ("findings", ["briefing", "findings", "about"], []),
        (
            "recommendations",
            ["recommendations", "briefing", "about"],
            ["recommendations/index.html"],
        ),
        ("follow_up", ["then-and-now", "about"], []),
        ("analysis", ["analysis", "about"], []),
        ("voices", ["voices", "about"], ["voices/index.html"]),
        ("tool", ["about", "tool"], ["tools/index.html"]),
    ],
)
def test_thin_audit_has_the_pages_it_supports(has: str, own: list[str], across: list[str]) -> None:
    made = pages(bookof(audit(id="thin", **{has: THIN[has]} if has else {})))
    assert [uri for uri in made if uri.startswith("audits/thin/")] == [
        f"audits/thin/{name}.html" for name in ("index", *own)
    ]
    always = {"index", "audits", "agencies", "themes", "guides", "glossary", "about"}
    others = [uri for uri in made if uri.split("/")[0].removesuffix(".html") not in always]
    assert others == across


def test_overview_of_a_thin_audit_has_no_heading_but_its_own() -> None:
    page = pages(bookof(audit(id="thin")))["audits/thin/index.html"]
    assert items(page, "h1, h2, h3") == ["Plans", "How sure are we?", "Themes and agencies"]


def test_figures_about_all_children_stand_apart_from_the_audits() -> None:
    population = {
        "kept": {
            "text": "Children on a plan.",
            "count": "12",
            "of": "321",
            "unit": "children",
            "date": "2031",
        }
    }
    of = audit(id="thin", asked=["police"], published={"source": "so", "population": population})
    page = pages(bookof(of))["audits/thin/index.html"]
    assert text(page.html).endswith(
        "Themes and agencies Planning Smallshire Police "
        "Of the whole area Children on a plan. 12 of 321 children (2031)"
    )
    assert FindingKind.WORRY.value not in text(page.html)
