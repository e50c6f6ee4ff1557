from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from generator.aggregate.book import book
from generator.aggregate.collation import Source
from generator.aggregate.comparison import questions_of
from generator.aggregate.results import audit_results, by_agency, tallies
from generator.aggregate.tidy import Asked, Measure, TidyRow, same_questions
from generator.disclose import disclose, disclose_results
from generator.model.edition import Edition
from generator.model.library import Library
from generator.model.registers import AgencyKind
from generator.narrow import narrow
from tests.aggregate.audits import real, small
from tests.disclose.awkward import AS_AT
from tests.region.trees import FIRST, asking, library, table, the_same
from tests.sites import EXAMPLE

CLOSED = (Edition.RESTRICTED, Edition.INTRANET)


def seen(rows: list[TidyRow]) -> list[str]:
    """What tells rows apart and what they say, a line each."""
    return [
        " ".join(
            str(value)
            for value in (
                *(row.audit, row.question, row.agency_kind or "-", row.answer, row.count),
                *("of", row.base, "in" if row.in_base else "out", row.percent, row.source.value),
            )
        )
        for row in rows
    ]


def test_first_row_whole() -> None:
    first = next(row for row in table(small()) if row.audit == "printed")
    assert first == TidyRow(
        partnership="smallshire",
        audit="printed",
        year=None,
        theme="planning",
        asked=Asked.QUESTION,
        question="R1",
        label="Plan came in time",
        same_as="printed/R1",
        reworded=False,
        scale="yes-no",
        scale_values='["yes", "no"]',
        agency_kind=None,
        measure=Measure.ANSWER,
        answer="yes",
        favourable=True,
        in_base=True,
        count=23,
        fewest=23,
        most=23,
        rounded=False,
        instead=None,
        base=28,
        percent=Decimal(82),
        score=None,
        unit="returns",
        source=Source.PRINTED,
        edition=Edition.INTRANET,
        made_up=False,
    )


def test_rows_of_the_small_tree() -> None:
    assert seen(list(table(small()))) == [
        "printed R1 - yes 23 of 28 in 82 printed",
        "printed R1 - no 5 of 28 in 18 printed",
        "printed R2 - yes 33 of 40 in 83 printed",
        "printed R2 - no 7 of 40 in 18 printed",
        "small R1 - yes 2 of 4 in None returns",
        "small R1 - no 2 of 4 in None returns",
        "small R1 - don't know 0 of 4 out None returns",
        "small R1 - not applicable 0 of 4 out None returns",
        "small R1 - blank 0 of 4 out None returns",
        "small R1 police yes 0 of 2 in None returns",
        "small R1 police no 2 of 2 in None returns",
        "small R1 police don't know 0 of 2 out None returns",
        "small R1 police not applicable 0 of 2 out None returns",
        "small R1 police blank 0 of 2 out None returns",
        "small R1 education yes 2 of 2 in None returns",
        "small R1 education no 0 of 2 in None returns",
        "small R1 education don't know 0 of 2 out None returns",
        "small R1 education not applicable 0 of 2 out None returns",
        "small R1 education blank 0 of 2 out None returns",
        "small R2 - yes 2 of 2 in None returns",
        "small R2 - no 0 of 2 in None returns",
        "small R2 - don't know 2 of 2 out None returns",
        "small R2 - not applicable 0 of 2 out None returns",
        "small R2 - blank 0 of 2 out None returns",
        "small R2 police yes 2 of 2 in None returns",
        "small R2 police no 0 of 2 in None returns",
        "small R2 police don't know 0 of 2 out None returns",
        "small R2 police not applicable 0 of 2 out None returns",
        "small R2 police blank 0 of 2 out None returns",
        "small R2 education yes 0 of 0 in None returns",
        "small R2 education no 0 of 0 in None returns",
        "small R2 education don't know 2 of 0 out None returns",
        "small R2 education not applicable 0 of 0 out None returns",
        "small R2 education blank 0 of 0 out None returns",
        "small JP - good 4 of 4 in None returns",
        "small JP - poor 0 of 4 in None returns",
    ]


def test_agencies_of_one_kind_stand_together_and_add_up_to_the_whole() -> None:
    example = real().audits[EXAMPLE]
    whole, kinds = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    of_kind: Counter[AgencyKind] = Counter()
    for row in table(library_of(EXAMPLE)):
        if row.asked is Asked.QUESTION:
            (kinds if row.agency_kind else whole)[row.question, row.answer] += row.count or 0
            if row.agency_kind and row.question == "R1":
                of_kind[row.agency_kind] += row.count or 0
    assert kinds == whole
    assert whole == {
        (ref, answer): count
        for ref, tally in tallies(example, real()).items()
        for answer, count in tally.counts.items()
    } | {key: 0 for key in whole if not whole[key]}
    expected: Counter[AgencyKind] = Counter()
    for agency, of in by_agency(example, real()).items():
        expected[real().agencies[agency].kind] += of["R1"].asked
    assert of_kind == expected


def library_of(*ids: str) -> Library:
    return real().model_copy(update={"audits": {id_: real().audits[id_] for id_ in ids}})


@pytest.mark.parametrize("edition", CLOSED)
def test_no_two_rows_say_the_same(edition: Edition) -> None:
    keys = Counter(
        (row.audit, row.question, row.agency_kind, row.measure, row.answer)
        for row in table(real(), edition)
    )
    assert {key for key, many in keys.items() if many > 1} == set()


def test_judgements_have_rows() -> None:
    rows = [row for row in table(library_of(EXAMPLE)) if row.asked is Asked.JUDGEMENT]
    judged = audit_results(real().audits[EXAMPLE], real()).judgements
    assert [(row.question, row.answer, row.count) for row in rows if row.in_base] == [
        (one.judgement.ref, grade, one.tally[grade])
        for one in judged
        if one.tally
        for grade in one.scale.choices
    ]


PRINTED = {"source": "Table 1", "figures": {"R1": {}}}


def test_what_a_report_leaves_open_is_said_as_it_is_known() -> None:
    figures = {
        "percentages": {"yes": "45"},
        "counts": {"no": "<5"},
        "total": "555",
        "joined": {"yes or no": "90"},
    }
    one = asking("a", "smallshire", 2020, printed=PRINTED | {"figures": {"R1": figures}})
    assert [
        (row.measure.value, row.answer, row.count, row.fewest, row.most, row.instead, row.base)
        for row in table(library(one))
    ] == [
        ("answer", "yes", None, 247, 252, "247 to 252", 555),
        ("answer", "no", None, None, None, "<5", 555),
        ("several answers together", "yes or no", None, 497, 502, None, 555),
    ]


def test_scores_that_were_printed() -> None:
    figures = {"mean": "6.4", "total": "24"}
    one = asking("a", "smallshire", 2020, printed=PRINTED | {"figures": {"R1": figures}})
    assert [
        (row.measure, row.answer, row.count, row.score, row.base) for row in table(library(one))
    ] == [(Measure.MEAN, "mean", None, Decimal("6.4"), 24)]


def test_group_is_called_after_its_earliest_question() -> None:
    then = asking("z-2019", "smallshire", 2019)
    first = asking(FIRST, "smallshire", 2020, **the_same("z-2019"))
    now = asking("a-2024", "smallshire", 2024, **the_same(changed="Shorter."))
    alone = asking("b-2024", "smallshire", 2024)
    assert same_questions(map(questions_of, (now, first, then, alone))) == {
        (id_, "R1"): "z-2019/R1" for id_ in ("a-2024", FIRST, "z-2019")
    }


def test_reworded_is_what_its_author_says() -> None:
    first = asking(FIRST, "smallshire", 2020, answers=["yes"])
    now = asking("a", "smallshire", 2024, answers=["no"], **the_same(changed="Shorter."))
    assert {(row.audit, row.reworded) for row in table(library(first, now))} == {
        (FIRST, False),
        ("a", True),
    }


# What the public edition tells.


def test_public_rows_are_what_pages_tell() -> None:
    told = disclose(narrow(book(real(), AS_AT), Edition.PUBLIC))
    expected = {
        (id_, ref, cell.answer, cell.words)
        for id_, results in told.results.items()
        for ref, shown in (
            *((ref, one.shown) for ref, one in results.questions.items()),
            *((one.judgement.ref, one.shown) for one in results.judgements),
        )
        if shown
        for cell in shown.cells
    }
    rows = list(table(real(), Edition.PUBLIC))
    assert {
        (row.audit, row.question, row.answer, row.instead or str(row.count)) for row in rows
    } == expected
    assert len(rows) == len(expected) > 300


def test_public_results_of_one_audit_are_those_of_the_book() -> None:
    told = disclose(narrow(book(real(), AS_AT), Edition.PUBLIC))
    assert told.results == {
        id_: disclose_results(
            narrow(audit_results(audit, real()), Edition.PUBLIC),
            narrow(audit, Edition.PUBLIC),
            real(),
        )
        for id_, audit in real().audits.items()
    }


def test_public_table_has_no_kind_of_agency_no_exact_count_and_no_blank() -> None:
    rows = list(table(real(), Edition.PUBLIC))
    assert {(row.agency_kind, row.rounded, row.percent, row.score) for row in rows} == {
        (None, True, None, None)
    }
    assert {row.count % 5 for row in rows if row.count} == {0}
    assert "blank" not in {row.answer for row in rows}


def test_public_counts_lie_between_what_rounds_to_them() -> None:
    one = asking("a", "smallshire", 2020, answers=["yes"] * 23 + ["no"] * 12 + ["don't know"] * 3)
    assert [
        (row.answer, row.count, row.fewest, row.most, row.instead, row.base)
        for row in table(library(one), Edition.PUBLIC)
    ] == [
        ("yes", 25, 23, 27, None, 35),
        ("no", 10, 8, 12, None, 35),
        ("don't know", None, None, None, "[c]", 35),
    ]


def test_public_base_is_not_told_beside_a_confidential_count() -> None:
    one = asking("a", "smallshire", 2020, answers=["yes"] * 23 + ["no"] * 3)
    assert [
        (row.answer, row.count, row.instead, row.base)
        for row in table(library(one), Edition.PUBLIC)
    ] == [("yes", 25, None, None), ("no", None, "[c]", None)]


def test_rows_name_their_edition() -> None:
    for edition in Edition:
        assert {row.edition for row in table(real(), edition)} == {edition}
