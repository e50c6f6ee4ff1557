from __future__ import annotations

from datetime import date

import pytest

from generator.aggregate.book import Book, book, newest_first
from generator.aggregate.collection import collection
from generator.aggregate.gathered import (
    Beside,
    FoundFinding,
    FoundPoint,
    FoundPractice,
    Gathered,
)
from generator.aggregate.loose_ends import LooseKind, loose_ends
from generator.aggregate.matrix import CellState, matrix
from generator.aggregate.progress import FoundRecommendation
from generator.aggregate.results import audit_results
from generator.aggregate.thread import threads
from generator.model.findings import State
from generator.model.library import Audit, Library
from generator.model.registers import AgencyKind
from generator.model.returns import GoodPractice, Return, ReturnStatus
from tests.aggregate.audits import audit, real, small, yes_no
from tests.sites import EARLIER, EXAMPLE, REAL

AS_AT = date(2031, 6, 1)
SMALL, PRINTED = small().audits["small"], small().audits["printed"]

LATE = FoundFinding(audit="small", id="late-plans", finding=SMALL.findings["late-plans"])
SOONER = FoundRecommendation(
    audit="small",
    id="plan-sooner",
    recommendation=SMALL.recommendations["plan-sooner"],
    state=State.NO_DATE,
)
POINTS = tuple(
    FoundPoint(audit="small", case=case, side="to improve", point=SMALL.cases[case].to_improve[0])
    for case in "ab"
)
KINDS = {AgencyKind.POLICE: Gathered(findings=(LATE,), recommendations=(SOONER,), points=POINTS)}
PRACTICE = FoundPractice(
    audit="small", case="a", seen_by="police", practice=GoodPractice(text="Rang each Monday.")
)


SMALL_COLLECTION = collection(SMALL, small(), matrix(SMALL))


def test_small_book() -> None:
    assert book(small(), AS_AT) == Book(
        as_at=AS_AT,
        library=small(),
        results={
            "small": audit_results(SMALL, small()),
            "printed": audit_results(PRINTED, small()),
        },
        matrices={"small": matrix(SMALL), "printed": matrix(PRINTED)},
        recommendations={"small": (SOONER,), "printed": ()},
        threads=threads([SMALL, PRINTED], {"small": (SOONER,), "printed": ()}, AS_AT),
        loose_ends={
            "small": loose_ends(SMALL, [SOONER], small(), audit_results(SMALL, small())),
            "printed": (),
        },
        still_to_do={
            "small": {LooseKind.NO_LEAD: 1, LooseKind.NO_DATE: 1, LooseKind.NO_MEASURE: 1},
            "printed": {},
        },
        agencies={
            "police": Gathered(
                findings=(LATE,),
                recommendations=(SOONER,),
                points=POINTS,
                beside={
                    "small": (
                        Beside(ref="R1", own=yes_no(no=2), others=yes_no(yes=2)),
                        Beside(ref="R2", own=yes_no(yes=2), others=yes_no(dont_know=2)),
                    )
                },
                returns={"small": {CellState.COMPLETE: 2}},
            ),
            "school": Gathered(
                beside={
                    "small": (
                        Beside(ref="R1", own=yes_no(yes=2), others=yes_no(no=2)),
                        Beside(ref="R2", own=yes_no(dont_know=2), others=yes_no(yes=2)),
                    )
                },
                returns={"small": {CellState.COMPLETE: 2}},
            ),
        },
        kinds={kind: KINDS.get(kind, Gathered()) for kind in AgencyKind},
        themes={"planning": Gathered(findings=(LATE,), points=POINTS)},
        comparisons={},
        grades=(),
        judged_twice={},
        collections={"small": SMALL_COLLECTION},
    )


@pytest.mark.parametrize(
    ("dates", "ids"),
    [
        ({"one": {"published": "2030"}, "two": {"published": "2031"}}, ["two", "one"]),
        ({"one": {"meeting": "2031-05"}, "two": {"published": "2031-04"}}, ["one", "two"]),
        ({"one": {"published": "2031-03"}, "two": {"published": "2031"}}, ["two", "one"]),
        ({"one": {}, "two": {"sent": "2001"}}, ["two", "one"]),
        ({"two": {"due": "2031"}, "one": {"due": "2031"}}, ["one", "two"]),
    ],
)
def test_newest_audit_first(dates: dict[str, dict[str, str]], ids: list[str]) -> None:
    audits = [audit(id=id_, dates=of) for id_, of in dates.items()]
    assert [one.id for one in newest_first(audits)] == ids


def test_made_up_audits_come_last() -> None:
    audits = [audit(id="new", made_up="yes", dates={"published": "2031"}), audit(id="old")]
    assert [one.id for one in newest_first(audits)] == ["old", "new"]


def with_returns(of: Audit, returns: dict[str, dict[str, Return]]) -> Library:
    changed = of.model_copy(update={"returns": returns})
    return small().model_copy(update={"audits": {of.id: changed}})


def test_good_practice_stands_with_the_agency_whose_it_is() -> None:
    own = GoodPractice(text="Rang the school each Monday.")
    others = GoodPractice(text="Came to every meeting.", agency="school")
    both = Return(status=ReturnStatus.COMPLETE, good_practice=(own, others))
    found = book(with_returns(SMALL, {"a": {"police": both}}), AS_AT)
    assert {name: gathered.practice for name, gathered in found.agencies.items()} == {
        "police": (FoundPractice(audit="small", case="a", seen_by="police", practice=own),),
        "school": (FoundPractice(audit="small", case="a", seen_by="police", practice=others),),
    }


def test_nobody_stands_beside_an_agency_that_answered_alone() -> None:
    found = book(with_returns(SMALL, {"a": {"police": SMALL.returns["a"]["police"]}}), AS_AT)
    assert {name: gathered.beside for name, gathered in found.agencies.items()} == {
        "police": {},
        "school": {},
    }


@pytest.mark.parametrize(
    ("gathered", "audits"),
    [
        (Gathered(), ()),
        (Gathered(findings=(LATE,)), ("small",)),
        (Gathered(recommendations=(SOONER,), points=POINTS), ("small",)),
        (Gathered(practice=(PRACTICE,)), ("small",)),
        (Gathered(returns={"printed": {CellState.NOT_PRESERVED: 2}}), ("printed",)),
        (Gathered(points=POINTS, beside={"printed": ()}), ("small", "printed")),
    ],
)
def test_audits_that_say_something(gathered: Gathered, audits: tuple[str, ...]) -> None:
    assert (gathered.audits, gathered.is_empty) == (audits, not audits)


def test_real_audits_stand_newest_first_with_the_made_up_ones_last() -> None:
    assert [one.id for one in book(real(), AS_AT).audits] == [
        "pan-bedfordshire-2021-marac",
        "pan-bedfordshire-2020-neglect-under-ones",
        "cheshire-east-2018-neglect",
        "redbridge-2017-multiple-needs",
        "inner-london-clinic-2016-domestic-abuse",
        "redbridge-2016-cse-mase",
        REAL,
        "redbridge-2016-children-with-disabilities",
        "redbridge-2016-early-years",
        "whittington-health-2015-medical-reports",
        "cheshire-east-2015-step-down",
        "solihull-2016-17-case-audit",
        "sutton-contacts",
        EXAMPLE,
        EARLIER,
    ]


def test_every_kind_of_content_is_gathered() -> None:
    found = book(real(), AS_AT)
    gathered = (*found.agencies.values(), *found.themes.values())
    filled = {name for each in gathered for name, content in each if content}
    assert filled == set(Gathered.model_fields)
