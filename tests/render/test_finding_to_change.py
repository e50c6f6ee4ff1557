"""The way from a finding to a change, and the links between it and what stands on it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.edition import Edition
from generator.render.pages import still_to_do
from tests.aggregate.audits import audit
from tests.render.test_across import bookof, items, links, pages, view

STEP = {"date": "2031-02", "text": "A form was *agreed*."}
QUESTIONS = [
    {"ref": ref, "label": f"Label {ref}", "text": f"{ref}?", "scale": "yes-no"}
    for ref in ("R1", "R2", "R3")
]
PLANS = audit(
    id="plans",
    title="Plans",
    dates={"published": "2030"},
    asked=["police"],
    tool={
        "title": "A tool",
        "poor_below": 50,
        "sections": [{"id": "all", "title": "All", "questions": QUESTIONS}],
    },
    published={
        "source": "a table",
        "unit": "returns",
        "figures": {
            "R1": {"counts": {"yes": 5, "no": 15}},
            "R2": {"counts": {"yes": 3, "no": 12}},
            "R3": {"counts": {"yes": 18, "no": 2}},
        },
    },
    cases={"a": {"pen_picture": "A child."}, "b": {"pen_picture": "A child."}},
    voices={"mums": {"who": "families", "title": "Three mothers", "how": "In a group."}},
    findings={
        "late": {
            "kind": "worry",
            "text": "Plans came late.",
            "shares": [{"count": 1, "of": 2, "unit": "cases", "what": "had none"}],
            "rests_on": {"answers": ["R1"], "cases": ["b", "a"], "voices": ["mums"]},
        },
        "seen": {"kind": "worry", "text": "It was seen.", "rests_on": {"cases": ["a"]}},
        "rare": {"kind": "worry", "text": "It is rare.", "no_recommendation": "Mended *since*."},
    },
    recommendations={
        "sooner": {
            "text": "Plan sooner.",
            "findings": ["late"],
            "owners": ["police"],
            "lead": "Head of planning",
            "due": "2031-03",
            "impact_due": "2031-12",
            "measure": "Plans come in time.",
            "progress": [STEP],
        },
        "look": {
            "text": "Look again.",
            "findings": ["seen"],
            "done": {"date": "2031-03", "text": "They looked."},
            "impact": {"date": "2031-05", "text": "More was seen."},
        },
        "who": {"text": "Who plans?", "kind": "question for the Board"},
    },
)
LATER = audit(
    id="later",
    title="Later plans",
    dates={"published": "2031"},
    recommendations={"again": {"text": "Plan sooner still.", "repeats": ["plans/sooner"]}},
    follow_up={
        "title": "Plans",
        "audit": "plans",
        "points": [
            {"text": "Minutes.", "standing": "not tested", "now": "Nobody looked."},
            {
                "text": "Plans came late.",
                "recommendation": "plans/sooner",
                "standing": "better",
                "now": "Most came in time.",
            },
        ],
    },
)
BOOK = bookof(PLANS, LATER)
MADE = pages(BOOK)
ASKED = MADE["audits/plans/recommendations.html"]
RESTRICTED = pages(BOOK, Edition.RESTRICTED)


def test_a_thread_shows_every_station_in_order() -> None:
    assert items(ASKED, "#sooner li.there, #sooner li.ahead, #sooner li.missing") == [
        "What it rests on R1 Label R1: 25% (5 of 20 returns) 1 of 2 cases had none Case A, Case B "
        "Three mothers",
        "What was found Plans came late",
        "What is asked Impact by December 2031 Measure Plans come in time.",
        "Progress February 2031 A form was agreed.",
        "Done was to be done by March 2031",
        "Impact to be shown by December 2031",
        "The next audit Better Most came in time. Later plans Said again Later plans",
    ]


def test_a_thread_draws_what_is_missing_and_what_is_ahead_as_such() -> None:
    assert items(ASKED, "#sooner li.missing > h4") == ["Done"]
    assert items(ASKED, "#sooner li.ahead > h4") == ["Impact"]
    assert items(ASKED, "#who li.missing") == [
        "What it rests on nothing that it rests on is named",
        "What was found no finding named",
        "Answer no answer recorded",
        "The next audit not followed up by Later plans",
    ]


def test_a_thread_leads_to_everything_on_it() -> None:
    assert links(ASKED, "#sooner li") == [
        "results.html#r1",
        "cases/a.html",
        "cases/b.html",
        "voices.html#mums",
        "findings.html#late",
        "../later/then-and-now.html#point_2",
        "../later/recommendations.html#again",
    ]


@pytest.mark.parametrize(
    ("page", "which", "thread"),
    [
        ("audits/plans/findings.html", "#late .answered", "recommendations.html#change_sooner"),
        (
            "audits/later/then-and-now.html",
            "#point_2",
            "../plans/recommendations.html#change_sooner",
        ),
    ],
)
def test_what_stands_on_a_thread_leads_back_to_it(page: str, which: str, thread: str) -> None:
    assert thread in links(MADE[page], which)


def test_an_answer_leads_to_the_findings_that_rest_on_it() -> None:
    assert items(MADE["audits/plans/results.html"], "#r1 .source, #r2 .source") == [
        "Shows: Plans came late"
    ]


def test_a_finding_says_why_nothing_is_asked_for() -> None:
    page = MADE["audits/plans/findings.html"]
    assert items(page, "#rare .answered") == ["Nothing is asked for Mended since."]


# What hangs loose.


def test_the_page_of_an_audit_lists_what_hangs_loose_in_it() -> None:
    assert items(RESTRICTED["audits/plans/about.html"], "summary, details li") == [
        "1 poor answer that no finding mentions",
        "R2 Label R2: 20% (3 of 15 returns) below 50%",
        "1 question that no finding used",
        "R3 Label R3: 90% (18 of 20 returns)",
        "1 recommendation with no finding behind it",
        "Who plans? it names no finding",
        "1 question for the Board without an answer",
        "Who plans?",
    ]


def test_loose_ends_lead_to_where_they_can_be_seen() -> None:
    page = RESTRICTED["still-to-do/index.html"]
    assert links(page, "details") == [
        "../audits/later/recommendations.html#change_again",
        "../audits/later/recommendations.html#change_again",
        "../audits/later/recommendations.html#change_again",
        "../audits/later/recommendations.html#change_again",
        "../audits/plans/recommendations.html#change_look",
        "../audits/plans/recommendations.html#change_who",
        "../audits/later/then-and-now.html#point_1",
        "../audits/plans/results.html#r2",
        "../audits/plans/results.html#r3",
        "../audits/plans/recommendations.html#change_who",
        "../audits/plans/recommendations.html#change_who",
    ]


def test_loose_ends_of_made_up_audits_are_shown_and_not_counted() -> None:
    found = {"f": {"kind": "worry", "text": "So."}}
    made_up = audit(id="pretend", title="Pretend", made_up=True, findings=found)
    of = bookof(audit(id="real", title="Real", findings=found), made_up)
    page = pages(of, Edition.RESTRICTED)["still-to-do/index.html"]
    assert items(page, ".facts li") == ["1 finding with no recommendation and no reason"]
    assert items(page, "h2, .meta") == [
        "Real",
        "Smallshire · 1 thing",
        "Pretend",
        "Smallshire · 1 thing made up",
    ]
    assert items(page, "h1 ~ p.quiet")[0].endswith("Made-up audits are not counted above.")


def test_loose_ends_of_made_up_audits_alone_are_counted() -> None:
    found = {"f": {"kind": "worry", "text": "So."}}
    shown: Any = view(still_to_do.plans, bookof(audit(id="p", made_up=True, findings=found)))
    assert (list(shown.counts.values()), shown.leaves_out) == ([1], False)


def test_no_loose_end_no_page() -> None:
    assert list(still_to_do.plans(bookof(audit(id="bare")))) == []


# The public edition.


def test_public_threads_show_no_case() -> None:
    page = pages(BOOK, Edition.PUBLIC)["audits/plans/recommendations.html"]
    assert "Case" not in items(page, "#sooner")[0]
    assert items(page, "#look li.there")[0] == ("What it rests on Single cases.")


@pytest.mark.parametrize("edition", [Edition.INTRANET, Edition.PUBLIC])
def test_other_editions_say_how_much_is_still_to_do_and_name_nothing(edition: Edition) -> None:
    made = pages(BOOK, edition)
    assert "still-to-do/index.html" not in made
    assert items(made["audits/plans/about.html"], "#still_to_do, #still_to_do + *") == [
        "Still to do",
        "1 recommendation with no finding behind it; 1 question for the Board without an answer.",
    ]
