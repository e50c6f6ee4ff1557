from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.aggregate.loose_ends import LooseEnd, LooseKind, by_kind, loose_ends
from generator.aggregate.progress import found_recommendations
from generator.aggregate.results import audit_results
from generator.model.library import Audit
from tests.aggregate.audits import audit, small

AS_AT = date(2031, 6, 1)
STEP = {"date": "2031-01", "text": "A first step."}
AFTER = {"date": "2031-06-02", "text": "A step of the day after."}
NEARLY_ALL_YES = {"R1": {"counts": {"yes": 3, "no": 1}}}


def found(of: Audit, *others: Audit) -> tuple[LooseEnd, ...]:
    """What hangs loose in an audit, of these audits and the registers of the small tree."""
    audits = {one.id: one for one in (of, *others)}
    library = small().model_copy(update={"audits": audits})
    recommendations = found_recommendations(of, AS_AT)
    return loose_ends(of, recommendations, library, audit_results(of, library))


def end(kind: LooseKind, what: str, text: str, why: str = "", audit: str = "made") -> LooseEnd:
    return LooseEnd(kind=kind, audit=audit, what=what, text=text, why=why)


def answering(poor_below: int | None = None, **figures: dict[str, Any]) -> dict[str, Any]:
    """A tool of two questions, and what was printed of its answers."""
    questions = [
        {"ref": ref, "label": f"Label {ref}", "text": f"{ref}?", "scale": "yes-no"}
        for ref in ("R1", "R2")
    ]
    sections = [{"id": "all", "title": "All", "questions": questions}]
    tool = {"title": "A tool", "sections": sections, "poor_below": poor_below}
    printed = {"source": "a table", "unit": "returns", "figures": figures}
    return {"tool": tool, "published": printed}


def finding(**fields: Any) -> dict[str, dict[str, Any]]:
    """A strength, which by itself asks for nothing."""
    return {"one": {"kind": "strength", "text": "Plans came in time."} | fields}


def test_nothing_hangs_loose_in_an_audit_that_has_said_nothing_yet() -> None:
    assert found(audit(**answering(50, R1={"counts": {"yes": 1, "no": 3}}))) == ()


# Answers.


@pytest.mark.parametrize(
    ("poor_below", "figure", "expected"),
    [
        (50, {"counts": {"yes": 1, "no": 3}}, LooseKind.POOR),
        (25, {"counts": {"yes": 1, "no": 3}}, LooseKind.UNUSED),
        (26, {"counts": {"yes": 1, "no": 3}}, LooseKind.POOR),
        (67, {"counts": {"yes": 2, "no": 1}}, LooseKind.POOR),
        (66, {"counts": {"yes": 2, "no": 1}}, LooseKind.UNUSED),
        (None, {"counts": {"yes": 0, "no": 3}}, LooseKind.UNUSED),
        (50, {"percentages": {"yes": 49.9, "no": 50.1}}, LooseKind.POOR),
        (50, {"percentages": {"yes": 50, "no": 50}}, LooseKind.UNUSED),
        (50, {"percentages": {"no": 50}}, LooseKind.UNUSED),
        (50, {"counts": {"don't know": 3}}, None),
        (50, {"printed_as": "nearly all"}, None),
    ],
    ids=str,
)
def test_an_answer_that_no_finding_uses_is_poor_or_just_unused(
    poor_below: int | None, figure: dict[str, Any], expected: LooseKind | None
) -> None:
    figure = {
        key: {answer: str(share) for answer, share in held.items()}
        if key == "percentages"
        else held
        for key, held in figure.items()
    }
    held = answering(poor_below, R2=figure)
    of = audit(**held, findings=finding(rests_on={"answers": ["R1"]}))
    why = f"below {poor_below}%" if expected is LooseKind.POOR else ""
    assert found(of) == ((end(expected, "R2", "Label R2", why),) if expected else ())


@pytest.mark.parametrize(
    "uses",
    [
        {"rests_on": {"answers": ["R1"]}},
        {"text": 'Plans came late in {{ of("R1") }}.', "rests_on": {"answers": ["R2"]}},
        {"detail": 'In {{ count("R1", "no") }} they did not.', "rests_on": {"answers": ["R2"]}},
        {"text": "Late in [18%](printed:R1).", "rests_on": {"answers": ["R2"]}},
        {"detail": "Late, see [R1](question:R1).", "rests_on": {"answers": ["R2"]}},
    ],
    ids=str,
)
def test_a_question_is_used_where_a_finding_rests_on_it_or_shows_its_figure(
    uses: dict[str, Any],
) -> None:
    assert found(audit(**answering(90, **NEARLY_ALL_YES), findings=finding(**uses))) == ()


def test_findings_that_rest_on_no_answer_leave_only_poor_answers_loose() -> None:
    figures = NEARLY_ALL_YES | {"R2": {"counts": {"yes": 1, "no": 3}}}
    of = audit(**answering(50, **figures), findings=finding(rests_on={"statement": "So said."}))
    assert found(of) == (end(LooseKind.POOR, "R2", "Label R2", "below 50%"),)


# Findings.


@pytest.mark.parametrize("kind", ["worry", "learning"])
def test_a_finding_asks_for_a_recommendation(kind: str) -> None:
    of = audit(findings=finding(kind=kind, text="Plans came late."))
    assert found(of) == (end(LooseKind.NO_RECOMMENDATION, "one", "Plans came late."),)


@pytest.mark.parametrize(
    "fields", [{"kind": "strength"}, {"kind": "worry", "no_recommendation": "Mended since."}]
)
def test_a_strength_asks_for_nothing_and_a_reason_will_do(fields: dict[str, Any]) -> None:
    assert found(audit(findings=finding(**fields))) == ()


# Recommendations.

WHOLE = {
    "text": "Plan sooner.",
    "findings": ["one"],
    "lead": "Head of planning",
    "due": "2031-12",
    "impact_due": "2032-06",
    "measure": "Plans come in time.",
}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"findings": []}, [(LooseKind.NO_GROUNDS, "it names no finding")]),
        (
            {"findings": ["bare"]},
            [(LooseKind.NO_GROUNDS, "its findings do not say what they rest on")],
        ),
        ({"findings": ["bare", "one"]}, []),
        ({"lead": None}, [(LooseKind.NO_LEAD, "")]),
        ({"due": None}, [(LooseKind.NO_DATE, "no date to be done by")]),
        ({"impact_due": None}, [(LooseKind.NO_DATE, "no date for its impact")]),
        ({"due": None, "impact_due": None}, [(LooseKind.NO_DATE, "")]),
        ({"measure": None}, [(LooseKind.NO_MEASURE, "")]),
        ({"due": "2031-01"}, []),
        ({"done": STEP}, []),
        ({"done": STEP, "lead": None, "due": None}, []),
        (
            {"done": STEP, "impact_due": "2031-05"},
            [(LooseKind.IMPACT_LATE, "was to be shown by May 2031")],
        ),
        ({"done": STEP, "impact_due": "2031-06"}, []),
        ({"done": STEP, "impact": STEP, "impact_due": "2031-05"}, []),
        ({"kind": "question for the Board"}, [(LooseKind.UNANSWERED, "")]),
        ({"kind": "question for the Board", "answer": STEP}, []),
        ({"kind": "question for the Board", "answer": AFTER}, [(LooseKind.UNANSWERED, "")]),
        ({"done": AFTER, "lead": None}, [(LooseKind.NO_LEAD, "")]),
        (
            {"done": STEP, "impact": AFTER, "impact_due": "2031-05"},
            [(LooseKind.IMPACT_LATE, "was to be shown by May 2031")],
        ),
    ],
    ids=str,
)
def test_a_recommendation_hangs_loose(
    fields: dict[str, Any], expected: list[tuple[LooseKind, str]]
) -> None:
    findings = finding(rests_on={"cases": ["a"]}) | {"bare": finding()["one"]}
    of = audit(findings=findings, recommendations={"plan": WHOLE | fields})
    assert found(of) == tuple(end(kind, "plan", "Plan sooner.", why) for kind, why in expected)


# Earlier audits.

EARLIER = audit(
    id="before",
    recommendations={
        "plan": {"text": "Plan sooner.", "done": STEP, "impact": STEP},
        "send": {"text": "Send plans.", "kind": "question for the Board", "answer": STEP},
    },
)
PLAN = end(LooseKind.NOT_FOLLOWED_UP, "plan", "Plan sooner.", audit="before")
SEND = end(LooseKind.NOT_FOLLOWED_UP, "send", "Send plans.", audit="before")
SAME = {"text": "Plans.", "standing": "same", "now": "As before."}


def follow_up(*points: dict[str, Any]) -> dict[str, Any]:
    return {"follow_up": {"title": "Plans", "audit": "before", "points": points}}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ()),
        ({"earlier": "before"}, (PLAN, SEND)),
        (follow_up(SAME), (PLAN, SEND)),
        (follow_up(SAME | {"recommendation": "before/plan"}), (SEND,)),
        ({"earlier": "before"} | follow_up(SAME), (PLAN, SEND)),
        ({"earlier": "gone"}, ()),
    ],
    ids=str,
)
def test_what_an_earlier_audit_asked_for_is_followed_up(
    fields: dict[str, Any], expected: tuple[LooseEnd, ...]
) -> None:
    assert found(audit(**fields), EARLIER) == expected


def test_what_is_said_again_is_followed_up() -> None:
    again = WHOLE | {"repeats": ["before/send"], "findings": ["one"]}
    of = audit(
        earlier="before",
        findings=finding(rests_on={"cases": ["a"]}),
        recommendations={"again": again},
    )
    assert found(of, EARLIER) == (PLAN,)


def test_a_point_that_was_not_tested_hangs_loose() -> None:
    untested = {"text": "Minutes.", "standing": "not tested", "now": "Nobody looked."}
    of = audit(follow_up={"title": "Plans", "points": [SAME, untested]})
    assert found(of) == (end(LooseKind.NOT_TESTED, "2", "Minutes."),)


# Together.


def test_loose_ends_stand_in_the_order_of_the_thread() -> None:
    late = {"late": {"kind": "worry", "text": "Late.", "rests_on": {"answers": ["R1"]}}}
    figures = NEARLY_ALL_YES | {"R2": {"counts": {"yes": 1, "no": 3}}}
    untested = {"text": "Minutes.", "standing": "not tested", "now": "Nobody looked."}
    of = audit(
        **answering(50, **figures),
        findings=late,
        recommendations={"plan": {"text": "Plan."}},
        follow_up={"title": "Plans", "points": [untested]},
    )
    assert list(by_kind(found(of))) == [
        LooseKind.POOR,
        LooseKind.NO_RECOMMENDATION,
        LooseKind.NO_GROUNDS,
        LooseKind.NO_LEAD,
        LooseKind.NO_DATE,
        LooseKind.NO_MEASURE,
        LooseKind.NOT_TESTED,
    ]


def test_by_kind_keeps_the_order_of_the_file() -> None:
    one, two = PLAN, SEND
    other = end(LooseKind.NO_LEAD, "plan", "Plan.")
    assert by_kind([one, other, two]) == {
        LooseKind.NO_LEAD: (other,),
        LooseKind.NOT_FOLLOWED_UP: (one, two),
    }
