from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.aggregate.progress import found_recommendations
from generator.aggregate.thread import (
    FollowedUp,
    Grounds,
    Lack,
    Reached,
    SaidAgain,
    Station,
    StationKind,
    Thread,
    lacks,
    threads,
)
from generator.model.edition import Edition
from generator.model.findings import Recommendation, Share
from generator.model.library import Audit
from generator.narrow import narrow
from tests.aggregate.audits import audit

AS_AT = date(2031, 6, 1)
STEP = {"date": "2031-01", "text": "A first step."}
AFTER = {"date": "2031-06-02", "text": "A step of the day after."}
SOURCE = {"title": "Plans", "publisher": "The Board"}
LATE = {
    "kind": "worry",
    "text": "Plans came late.",
    "shares": [{"count": 4, "of": 6, "unit": "cases", "what": "came late"}],
    "rests_on": {"answers": ["R1"], "cases": ["b"], "voices": ["mums"], "statement": "So said."},
}
UNSENT = {
    "kind": "worry",
    "text": "Plans were not sent.",
    "rests_on": {"answers": ["R2", "R1"], "cases": ["a", "b"], "voices": ["mums"]},
}
HELD = {"kind": "worry", "text": "Plans are held back."}


def asking(found: dict[str, Any] | None = None, **fields: Any) -> Audit:
    """An audit with these findings and one recommendation, `plan`, that answers all of them."""
    source = fields.pop("source", None)
    of = {"plan": {"text": "Plan sooner.", "findings": list(found or {})} | fields}
    return audit(findings=found or {}, recommendations=of, source=source)


def thread(of: Audit, *others: Audit) -> Thread:
    """The thread of the audit's only recommendation."""
    audits = [of, *others]
    found = {one.id: found_recommendations(one, AS_AT) for one in audits}
    (one,) = threads(audits, found, AS_AT)[of.id]
    return one


def station(of: Thread, kind: StationKind) -> tuple[Reached, tuple[str, ...]] | None:
    """How far a thread has come to a station, and what that lacks; none where it has none."""
    return next(((one.reached, one.lacks) for one in of.stations if one.kind is kind), None)


def test_thread_of_a_recommendation_that_nobody_took_up() -> None:
    assert thread(asking()) == Thread(
        id="plan",
        stations=(
            Station(
                kind=StationKind.GROUNDS,
                reached=Reached.MISSING,
                lacks=("nothing that it rests on is named",),
            ),
            Station(
                kind=StationKind.FINDINGS, reached=Reached.MISSING, lacks=("no finding named",)
            ),
            Station(
                kind=StationKind.ASKED,
                reached=Reached.THERE,
                lacks=(
                    "nobody leads",
                    "no date to be done by",
                    "no date for its impact",
                    "no measure",
                ),
            ),
            Station(kind=StationKind.PROGRESS, reached=Reached.MISSING, lacks=("not recorded",)),
            Station(kind=StationKind.DONE, reached=Reached.MISSING, lacks=("no date set",)),
            Station(kind=StationKind.IMPACT, reached=Reached.MISSING, lacks=("no date set",)),
            Station(
                kind=StationKind.LATER,
                reached=Reached.AHEAD,
                lacks=("no later audit has looked",),
            ),
        ),
    )


def test_thread_that_runs_from_answer_to_impact_and_to_the_next_audit() -> None:
    whole = asking(
        {"late": LATE},
        lead="Head of planning",
        due="2031-01",
        impact_due="2031-05",
        measure="Plans come in time.",
        progress=[STEP],
        done=STEP,
        impact=STEP,
    )
    points = [
        {"text": "Plans.", "recommendation": "made/plan", "standing": "better", "now": "Yes."}
    ]
    later = audit(id="later", follow_up={"title": "Plans", "points": points})
    assert thread(whole, later).stations == tuple(
        Station(kind=kind, reached=Reached.THERE)
        for kind in StationKind
        if kind not in (StationKind.ANSWER, StationKind.TURNED_DOWN)
    )


def test_grounds_hold_each_thing_once_in_the_order_of_the_findings() -> None:
    of = asking({"late": LATE, "unsent": UNSENT})
    assert thread(of).grounds == Grounds(
        answers=("R1", "R2"),
        cases=("a", "b"),
        shares=(Share.model_validate(LATE["shares"][0]),),  # type: ignore[index]
        voices=("mums",),
        statements=("So said.",),
    )


@pytest.mark.parametrize("edition", [Edition.RESTRICTED, Edition.INTRANET])
def test_cases_are_grounds_in_editions_that_show_cases(edition: Edition) -> None:
    of = thread(asking({"unsent": UNSENT}))
    assert narrow(of, edition) == of


def test_public_thread_names_no_case_and_still_rests_on_something() -> None:
    rests_on = {"kind": "worry", "text": "Late.", "rests_on": {"cases": ["a"]}}
    of = narrow(thread(asking({"late": rests_on})), Edition.PUBLIC)
    assert of.grounds == Grounds()
    assert station(of, StationKind.GROUNDS) == (Reached.THERE, ())


@pytest.mark.parametrize(
    ("rests_on", "expected"),
    [
        ({}, (Reached.MISSING, ("its findings do not say what they rest on",))),
        ({"rests_on": {"answers": ["R1"]}}, (Reached.THERE, ())),
        ({"rests_on": {"cases": ["a"]}}, (Reached.THERE, ())),
        ({"rests_on": {"voices": ["mums"]}}, (Reached.THERE, ())),
        ({"rests_on": {"statement": "So said."}}, (Reached.THERE, ())),
        ({"shares": LATE["shares"]}, (Reached.THERE, ())),
    ],
    ids=str,
)
def test_any_ground_will_do(rests_on: dict[str, Any], expected: tuple[Any, ...]) -> None:
    of = asking({"held": HELD | rests_on})
    assert station(thread(of), StationKind.GROUNDS) == expected


# What became of it.

NOT_RECORDED = (Reached.MISSING, ("not recorded",))
UNDATED = (Reached.MISSING, ("no date set",))
THERE = (Reached.THERE, ())


@pytest.mark.parametrize(
    ("fields", "progress", "done", "impact"),
    [
        ({}, NOT_RECORDED, UNDATED, UNDATED),
        ({"source": SOURCE}, NOT_RECORDED, NOT_RECORDED, NOT_RECORDED),
        ({"source": SOURCE, "progress": [STEP]}, THERE, UNDATED, UNDATED),
        (
            {"due": "2031-07", "impact_due": "2032"},
            (Reached.AHEAD, ("nothing recorded yet",)),
            (Reached.AHEAD, ("to be done by July 2031",)),
            (Reached.AHEAD, ("to be shown by 2032",)),
        ),
        (
            {"due": "2031-05-31", "impact_due": "2031-06-01"},
            NOT_RECORDED,
            (Reached.MISSING, ("was to be done by 31 May 2031",)),
            (Reached.AHEAD, ("to be shown by 1 June 2031",)),
        ),
        ({"progress": [STEP]}, THERE, UNDATED, UNDATED),
        ({"done": STEP}, None, THERE, UNDATED),
        ({"done": STEP, "progress": [STEP]}, THERE, THERE, UNDATED),
        (
            {"done": STEP, "impact_due": "2031-05"},
            None,
            THERE,
            (Reached.MISSING, ("was to be shown by May 2031",)),
        ),
        ({"done": STEP, "impact": STEP}, None, THERE, THERE),
        (
            {"done": STEP, "impact": AFTER, "impact_due": "2031-07"},
            None,
            THERE,
            (Reached.AHEAD, ("to be shown by July 2031",)),
        ),
        ({"progress": [AFTER], "done": AFTER}, NOT_RECORDED, UNDATED, UNDATED),
    ],
    ids=str,
)
def test_what_became_of_it(fields: dict[str, Any], progress: Any, done: Any, impact: Any) -> None:
    of = thread(asking(**fields))
    kinds = (StationKind.PROGRESS, StationKind.DONE, StationKind.IMPACT)
    assert tuple(station(of, kind) for kind in kinds) == (progress, done, impact)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [({}, (Reached.MISSING, ("no answer recorded",))), ({"answer": STEP}, THERE)],
)
def test_a_question_to_the_board_waits_for_its_answer_alone(
    answer: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    of = thread(asking(kind="question for the Board", **answer))
    kinds = [one.kind for one in of.stations]
    assert kinds[2:] == [StationKind.ASKED, StationKind.ANSWER, StationKind.LATER]
    assert (station(of, StationKind.ASKED), station(of, StationKind.ANSWER)) == (THERE, expected)


# Later audits.

POINT = {"text": "Plans.", "standing": "same", "now": "As before."}


def following(*points: dict[str, Any], **more: Any) -> Audit:
    """A later audit that follows up these points."""
    follow_up = {"title": "Plans", "audit": "made", "points": points}
    return audit(id="later", title="Later plans", follow_up=follow_up, **more)


def test_a_later_audit_follows_up() -> None:
    later = following(POINT, POINT | {"recommendation": "made/plan"})
    assert later.follow_up
    of = thread(asking(), later)
    assert of.followed_up == (FollowedUp(audit="later", number=2, point=later.follow_up.points[1]),)
    assert station(of, StationKind.LATER) == THERE


def test_a_later_audit_says_it_again() -> None:
    again = {"still": {"text": "Plan sooner still.", "repeats": ["made/plan"]}}
    of = thread(asking(), audit(id="later", recommendations=again))
    assert of.said_again == (SaidAgain(audit="later", id="still"),)
    assert station(of, StationKind.LATER) == THERE


@pytest.mark.parametrize(
    "later",
    [following(POINT), audit(id="later", title="Later plans", earlier="made")],
    ids=["by its points", "by its name alone"],
)
def test_a_later_audit_that_leaves_it_out_is_named(later: Audit) -> None:
    assert station(thread(asking(), later), StationKind.LATER) == (
        Reached.MISSING,
        ("not followed up by Later plans",),
    )


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2031-06-01", THERE),
        ("2031-06", THERE),
        ("2031-07", (Reached.AHEAD, ("to be followed up by Later plans",))),
    ],
)
def test_a_later_audit_counts_from_its_date(published: str, expected: tuple[Any, ...]) -> None:
    later = following(POINT | {"recommendation": "made/plan"}, dates={"published": published})
    assert station(thread(asking(), later), StationKind.LATER) == expected


# What is still to be said.


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, tuple(Lack)),
        ({"lead": "Head", "due": "2031"}, (Lack.IMPACT_DATE, Lack.MEASURE)),
        ({"impact_due": "2031", "measure": "In time."}, (Lack.LEAD, Lack.DATE)),
        ({"done": STEP}, (Lack.IMPACT_DATE, Lack.MEASURE)),
        ({"done": STEP, "impact": STEP}, ()),
        ({"kind": "question for the Board"}, ()),
        ({"kind": "audit process"}, tuple(Lack)),
    ],
    ids=str,
)
def test_lacks(fields: dict[str, Any], expected: tuple[Lack, ...]) -> None:
    assert lacks(Recommendation.model_validate({"text": "Plan sooner."} | fields)) == expected
