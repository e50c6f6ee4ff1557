from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.aggregate.comparison import questions_of
from generator.aggregate.results import audit_results
from generator.aggregate.tally import Tally
from generator.aggregate.tidy import same_questions
from generator.model.edition import Edition
from generator.model.library import Library
from generator.region.files import FORMATS
from generator.region.rollup import AddedUp, Rollup, rollup
from generator.region.shown import to_csv, to_json, to_table
from tests.aggregate.audits import real
from tests.region.trees import FIRST, asking, exported, library, the_same


def added(*libraries: Library, folder: Path, **how: object) -> Rollup:
    return rollup(exported(folder, *libraries, **how))  # type: ignore[arg-type]


def seen(rows: tuple[AddedUp, ...]) -> list[str]:
    return [
        f"{row.year} {row.scale} {row.unit} {row.answer}: {row.fewest}-{row.most} of "
        f"{row.base_fewest}-{row.base_most}, {row.audits} of {row.partnerships}, "
        f"{row.left_out} left out"
        for row in rows
        if row.in_base
    ]


# Equal to our own sums.


def own_sums(of: Library) -> dict[tuple[str, str, int | None], Tally]:
    """The tallies of each question that several audits have figures of, by scale and year."""
    called = same_questions(map(questions_of, of.audits.values()))
    sums: dict[tuple[str, str, int | None], list[Tally]] = defaultdict(list)
    known: Counter[str] = Counter()
    for id_, audit in of.audits.items():
        for ref, result in audit_results(audit, of).questions.items():
            if (id_, ref) in called and (result.tally or result.has_figure):
                known[called[id_, ref]] += 1
                year = audit.dates.latest.year if audit.dates.latest else None
                key = (called[id_, ref], result.question.scale, year)
                sums[key] += [result.tally] if result.tally else []
    return {
        key: sum(tallies[1:], tallies[0])
        for key, tallies in sums.items()
        if tallies and known[key[0]] > 1
    }


def told_sums(rows: tuple[AddedUp, ...]) -> dict[tuple[str, str, int | None], Tally]:
    """The same, from a roll-up in which every count is exact."""
    sums: dict[tuple[str, str, int | None], dict[str, int]] = defaultdict(dict)
    bases = {}
    for row in rows:
        assert row.fewest == row.most
        if row.audits and row.fewest is not None:
            key = (row.same_as, row.scale, row.year)
            sums[key][row.answer] = row.fewest
            bases[key] = row.base_fewest
    of_scale = {key[1]: real().scales[key[1]] for key in sums if key[1] in real().scales}
    made = {
        key: Tally.of(of_scale[key[1]], {answer: n for answer, n in counts.items() if n})
        for key, counts in sums.items()
    }
    assert bases == {key: tally.base for key, tally in made.items()}
    return made


def without_noughts(sums: dict[tuple[str, str, int | None], Tally]) -> dict[object, object]:
    return {
        key: (tally.choices, tally.unit, {answer: n for answer, n in tally.counts.items() if n})
        for key, tally in sums.items()
    }


@pytest.mark.parametrize("made_up", [True, False])
def test_real_audits_come_to_our_own_sums(made_up: bool, tmp_path: Path) -> None:
    audits = {id_: one for id_, one in real().audits.items() if one.made_up is made_up}
    of = real().model_copy(update={"audits": audits})
    rows = added(of, folder=tmp_path).rows
    assert without_noughts(told_sums(rows)) == without_noughts(own_sums(of))
    assert len(own_sums(of)) > 5


ANSWERS = st.lists(st.sampled_from(["yes", "no", "don't know", "blank"]), max_size=12)
AUDITS = st.lists(
    st.tuples(
        st.sampled_from(["smallshire", "elsewhere"]),
        st.sampled_from([None, 2021, 2022]),
        st.sampled_from(["yes-no", "grades"]),
        ANSWERS,
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=ANSWERS, made=AUDITS, format_=st.sampled_from(list(FORMATS)))
def test_any_audits_come_to_our_own_sums(
    first: list[str],
    made: list[tuple[str, int | None, str, list[str]]],
    format_: str,
    tmp_path: Path,
) -> None:
    """Each tree holds the first audit, which the questions of all others are the same as."""
    origin = asking(FIRST, "smallshire", 2000, answers=first)
    graded = {"yes": "good", "no": "poor"}
    others = [
        asking(
            f"audit-{number}",
            partnership,
            year,
            scale=scale,
            answers=[graded.get(one, one) if scale == "grades" else one for one in answers],
            **the_same(),
        )
        for number, (partnership, year, scale, answers) in enumerate(made)
    ]
    trees = [library(origin, *others[::2]), library(origin, *others[1::2])]
    whole = library(origin, *others)
    rows = added(*trees, folder=tmp_path, format_=format_).rows
    found: dict[tuple[str, int | None], Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.fewest:
            found[row.scale, row.year][row.answer] += row.fewest
    expected: dict[tuple[str, int | None], Counter[str]] = defaultdict(Counter)
    for (_, scale, year), tally in own_sums(whole).items():
        expected[scale, year].update({key: n for key, n in tally.counts.items() if n})
    assert {key: dict(of) for key, of in found.items() if of} == {
        key: dict(of) for key, of in expected.items() if of
    }


# What is never added.


def test_two_scales_are_never_added(tmp_path: Path) -> None:
    first = asking(FIRST, "smallshire", 2020, answers=["yes", "no"])
    other = asking("other", "smallshire", 2020, scale="grades", answers=["good"], **the_same())
    assert seen(added(library(first, other), folder=tmp_path).rows) == [
        "2020 grades returns good: 1-1 of 1-1, 1 of 1, 0 left out",
        "2020 grades returns poor: 0-0 of 1-1, 1 of 1, 0 left out",
        "2020 yes-no returns yes: 1-1 of 2-2, 1 of 1, 0 left out",
        "2020 yes-no returns no: 1-1 of 2-2, 1 of 1, 0 left out",
    ]


def test_two_scales_of_one_name_are_never_added_and_it_is_said(tmp_path: Path) -> None:
    ours = library(asking(FIRST, "smallshire", 2020, answers=["yes", "no"]))
    theirs = library(
        asking(FIRST, "smallshire", 2020, answers=["yes", "no"]),
        asking("other", "elsewhere", 2020, answers=["yes"], **the_same()),
    )
    values = ours.scales["yes-no"].values
    of_three = ours.scales["yes-no"].model_copy(
        update={"values": (*values, values[0].model_copy(update={"value": "partly"}))}
    )
    theirs = theirs.model_copy(
        update={
            "audits": {"other": theirs.audits["other"]},
            "scales": {**theirs.scales, "yes-no": of_three},
        }
    )
    # Only the name of the group says that it is the same: the first audit is in the other tree.
    files = exported(tmp_path, ours, theirs)
    text = files[1].read_text("utf-8").replace('"same_as": "other/R1"', f'"same_as": "{FIRST}/R1"')
    files[1].write_text(text, "utf-8")
    made = rollup(files)
    assert seen(made.rows) == [
        "2020 yes-no returns yes: 1-1 of 1-1, 1 of 1, 0 left out",
        "2020 yes-no returns no: 0-0 of 1-1, 1 of 1, 0 left out",
        "2020 yes-no returns partly: 0-0 of 1-1, 1 of 1, 0 left out",
        "2020 yes-no returns yes: 1-1 of 2-2, 1 of 1, 0 left out",
        "2020 yes-no returns no: 1-1 of 2-2, 1 of 1, 0 left out",
    ]
    assert made.said == (
        f"The scale yes-no has not the same answers everywhere in {files[0]} and {files[1]}: "
        "what is on one is not added to what is on the other.",
    )


def test_two_units_are_never_added(tmp_path: Path) -> None:
    printed = {"source": "T", "unit": "cases", "figures": {"R1": {"counts": {"yes": 3, "no": 4}}}}
    first = asking(FIRST, "smallshire", 2020, answers=["yes", "no"])
    other = asking("other", "smallshire", 2020, printed=printed, **the_same())
    assert seen(added(library(first, other), folder=tmp_path).rows) == [
        "2020 yes-no cases yes: 3-3 of 7-7, 1 of 1, 0 left out",
        "2020 yes-no cases no: 4-4 of 7-7, 1 of 1, 0 left out",
        "2020 yes-no returns yes: 1-1 of 2-2, 1 of 1, 0 left out",
        "2020 yes-no returns no: 1-1 of 2-2, 1 of 1, 0 left out",
    ]


def test_rounded_counts_add_up_to_a_range_and_what_is_confidential_is_left_out(
    tmp_path: Path,
) -> None:
    first = asking(FIRST, "smallshire", 2020, answers=["yes"] * 23 + ["no"] * 12)
    second = asking("b", "smallshire", 2020, answers=["yes"] * 31 + ["no"] * 9, **the_same())
    third = asking("c", "elsewhere", 2020, answers=["yes"] * 23 + ["no"] * 3, **the_same())
    of = library(first, second, third)
    made = added(of, folder=tmp_path, editions={0: Edition.PUBLIC})
    assert seen(made.rows) == [
        "2020 yes-no returns yes: 51-59 of 67-83, 2 of 1, 1 left out",
        "2020 yes-no returns no: 16-24 of 67-83, 2 of 1, 1 left out",
    ]
    assert {row.percent for row in made.rows} == {None}


def test_rounded_and_exact_counts_add_up_to_a_range(tmp_path: Path) -> None:
    origin = asking(FIRST, "smallshire", 2019, answers=["yes"] * 20 + ["no"] * 10)
    ours = asking("ours", "smallshire", 2020, answers=["yes"] * 23 + ["no"] * 12, **the_same())
    theirs = asking("theirs", "elsewhere", 2020, answers=["yes", "no"], **the_same())
    public = exported(tmp_path, library(origin, ours), editions={0: Edition.PUBLIC})
    (tmp_path / "exact").mkdir()
    exact = exported(tmp_path / "exact", library(origin, theirs))
    text = exact[0].read_text("utf-8").splitlines(keepends=True)
    exact[0].write_text(
        "".join(line for line in text if f'"audit": "{FIRST}"' not in line), "utf-8"
    )
    assert seen(rollup([*public, *exact]).rows)[2:] == [
        "2020 yes-no returns yes: 24-28 of 33-41, 2 of 2, 0 left out",
        "2020 yes-no returns no: 9-13 of 33-41, 2 of 2, 0 left out",
    ]


def test_what_was_printed_without_a_base_is_left_out(tmp_path: Path) -> None:
    printed = {"source": "T", "figures": {"R1": {"percentages": {"yes": "60"}}}}
    first = asking(FIRST, "smallshire", 2020, answers=["yes", "no"])
    other = asking("other", "elsewhere", 2020, printed=printed, **the_same())
    assert seen(added(library(first, other), folder=tmp_path).rows) == [
        "2020 yes-no returns yes: 1-1 of 2-2, 1 of 1, 1 left out",
        "2020 yes-no returns no: 1-1 of 2-2, 1 of 1, 1 left out",
    ]


def test_questions_of_one_audit_alone_are_not_there(tmp_path: Path) -> None:
    of = library(asking("a", "smallshire", 2020, answers=["yes"]), asking("b", "smallshire", 2021))
    assert added(of, folder=tmp_path) == Rollup((), ())


def test_made_up_audits_are_never_added_to_real_ones(tmp_path: Path) -> None:
    first = asking(FIRST, "smallshire", 2020, answers=["yes", "no"])
    other = asking("other", "elsewhere", 2020, answers=["yes"], **the_same())
    made_up = asking("x", "elsewhere", 2020, answers=["yes"], made_up=True, **the_same())
    made = added(library(first, other, made_up), folder=tmp_path)
    assert (seen(made.rows)[0], made.said) == (
        "2020 yes-no returns yes: 2-2 of 3-3, 2 of 2, 0 left out",
        ("Left out, as they are made up and others are not: x.",),
    )


def test_an_audit_that_stands_in_two_files_is_counted_once(tmp_path: Path) -> None:
    """The two trees have two names for the group, and it is one."""
    first = asking(FIRST, "smallshire", 2020, answers=["yes", "no"])
    ours = asking("ours", "smallshire", 2021, answers=["yes"], **the_same())
    theirs = asking("theirs", "elsewhere", 2021, answers=["no"], **the_same())
    before = asking("before", "elsewhere", 2010, answers=["no"], **the_same())
    trees = library(first, ours), library(first, theirs, before)
    files = exported(tmp_path, *trees)
    made = rollup(files)
    assert {row.same_as for row in made.rows} == {"before/R1"}
    assert seen(made.rows) == [
        "2010 yes-no returns yes: 0-0 of 1-1, 1 of 1, 0 left out",
        "2010 yes-no returns no: 1-1 of 1-1, 1 of 1, 0 left out",
        "2020 yes-no returns yes: 1-1 of 2-2, 1 of 1, 0 left out",
        "2020 yes-no returns no: 1-1 of 2-2, 1 of 1, 0 left out",
        "2021 yes-no returns yes: 1-1 of 2-2, 2 of 2, 0 left out",
        "2021 yes-no returns no: 1-1 of 2-2, 2 of 2, 0 left out",
    ]
    assert made.said == (f"{FIRST} stands in {files[0]} and {files[1]}, and is counted once.",)


def test_label_is_that_of_the_latest_audit(tmp_path: Path) -> None:
    first = asking(FIRST, "smallshire", 2020, answers=["yes"], label="In time")
    now = asking("now", "smallshire", 2024, answers=["no"], label="On time", **the_same())
    assert {row.label for row in added(library(first, now), folder=tmp_path).rows} == {"On time"}


# What is printed.


def two_years(folder: Path) -> tuple[AddedUp, ...]:
    first = asking(FIRST, "smallshire", 2020, answers=["yes"] * 33 + ["no"] * 7)
    now = asking(
        "now", "elsewhere", 2024, answers=["yes", "no", "no"], **the_same(changed="Shorter.")
    )
    return tuple(row for row in added(library(first, now), folder=folder).rows if row.in_base)


def test_table(tmp_path: Path) -> None:
    assert to_table(two_years(tmp_path)) == (
        """\
  scale   unit     year            answer  count  out of  percent  audits  left out
--------  -------  --------------  ------  -----  ------  -------  ------  --------
Plan came in time (first-2020/R1)
  yes-no  returns  2020            yes        33      40      83%       1
                                   no          7      40      18%       1
                   2024, reworded  yes         1       3                1
                                   no          2       3                1
"""
    )


def test_csv(tmp_path: Path) -> None:
    of = 'first-2020/R1,Plan came in time,no,yes-no,"[""yes"", ""no""]",returns,2020'
    assert to_csv(two_years(tmp_path)).splitlines()[:3] == [
        "\ufeffsame_as,label,reworded,scale,scale_values,unit,year,answer,in_base,fewest,most,"
        "base_fewest,base_most,partnerships,audits,left_out,percent",
        f"{of},yes,yes,33,33,40,40,1,1,0,83",
        f"{of},no,yes,7,7,40,40,1,1,0,18",
    ]


def test_json(tmp_path: Path) -> None:
    assert to_json(two_years(tmp_path)[:1]) == (
        """\
[
  {
    "same_as": "first-2020/R1",
    "label": "Plan came in time",
    "reworded": false,
    "scale": "yes-no",
    "scale_values": "[\\"yes\\", \\"no\\"]",
    "unit": "returns",
    "year": 2020,
    "answer": "yes",
    "in_base": true,
    "fewest": 33,
    "most": 33,
    "base_fewest": 40,
    "base_most": 40,
    "partnerships": 1,
    "audits": 1,
    "left_out": 0,
    "percent": 83
  }
]
"""
    )


def test_nothing_is_printed_where_nothing_is_the_same() -> None:
    assert (to_table(()), to_json(())) == ("", "[]\n")
