"""What the real audits hold: the record that every one of them is here, and whole.

A number that changes on purpose is changed here too, and that is the review of it. What a source
holds and the data does not, and why, stands in the audit's `sources.md`.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.check.all_rules import diagnose
from generator.model.case import Case
from generator.model.edition import Edition
from generator.model.findings import FindingKind, RecommendationKind
from generator.model.library import Audit
from generator.model.record import Record, widest_edition
from generator.model.returns import Return
from tests.aggregate.audits import audit, real, real_tree
from tests.sites import AS_AT, ROOT

REAL = [one for _, one in sorted(real().audits.items()) if not one.made_up]

HELD = """\
audit                                      questions figures cases shares of-all
cheshire-east-2015-step-down                      37      15     8      8      0
cheshire-east-2016-domestic-abuse                 49      48     6      0      0
cheshire-east-2018-neglect                        21       9     6      0      0
inner-london-clinic-2016-domestic-abuse           10      10     0      0      0
pan-bedfordshire-2020-neglect-under-ones           6       0     6      5      0
pan-bedfordshire-2021-marac                        3       0     6      1      0
redbridge-2016-children-with-disabilities          0       0     6      1      2
redbridge-2016-cse-mase                            0       0     8      2      0
redbridge-2016-early-years                         0       0    10      4      0
redbridge-2017-multiple-needs                      0       0     8      5      0
solihull-2016-17-case-audit                        0       0     0      0      0
sutton-contacts                                    1       1     0      0      0
whittington-health-2015-medical-reports            6       5    24      0      0
"""
"""Questions of the tool, those with a figure, cases, figures in findings, figures of all children.

In 2016 no figure was printed for C4. In 2015 and 2018 most answers were not printed.
"""

FOUND = """\
audit                                      strengths worries learning voices said references
cheshire-east-2015-step-down                      11      35       23      3   52         13
cheshire-east-2016-domestic-abuse                 10      23       19      0    0          0
cheshire-east-2018-neglect                        17      18        0      0    0          0
inner-london-clinic-2016-domestic-abuse            2       2        1      0    0          0
pan-bedfordshire-2020-neglect-under-ones          13      18        6      1    2          2
pan-bedfordshire-2021-marac                       16      28        7      1    3          3
redbridge-2016-children-with-disabilities          7       8        1      0    0          0
redbridge-2016-cse-mase                            9       6        0      0    0          0
redbridge-2016-early-years                         6       3        1      0    0          0
redbridge-2017-multiple-needs                      4       6        1      0    0          0
solihull-2016-17-case-audit                        6       1        0      0    0          0
sutton-contacts                                    2       2        0      0    0          0
whittington-health-2015-medical-reports            2       4        0      0    0          0
"""
"""Findings of each kind, who was heard and how much they said, and works referred to."""

ASKED = """\
audit                                      recommendations actions audit-process for-the-Board
cheshire-east-2015-step-down                             5       2             6             0
cheshire-east-2016-domestic-abuse                       21       7             5             0
cheshire-east-2018-neglect                               9       0             5             0
inner-london-clinic-2016-domestic-abuse                  0       0             0             0
pan-bedfordshire-2020-neglect-under-ones                 2       4             0            11
pan-bedfordshire-2021-marac                              8       0             0            13
redbridge-2016-children-with-disabilities                1       0             0             0
redbridge-2016-cse-mase                                  5       1             0             0
redbridge-2016-early-years                               3       0             0             0
redbridge-2017-multiple-needs                           10       2             0             0
solihull-2016-17-case-audit                              6       0             0             0
sutton-contacts                                          1       0             0             0
whittington-health-2015-medical-reports                  1       0             0             0
"""
"""What each asks for, by kind."""

ANSWERED = """\
audit                                      parts-of-analysis points-followed-up
cheshire-east-2015-step-down                              11                  0
cheshire-east-2016-domestic-abuse                         12                  0
cheshire-east-2018-neglect                                 0                  8
inner-london-clinic-2016-domestic-abuse                    0                  0
pan-bedfordshire-2020-neglect-under-ones                   7                  0
pan-bedfordshire-2021-marac                                3                  0
redbridge-2016-children-with-disabilities                  0                  0
redbridge-2016-cse-mase                                    0                  0
redbridge-2016-early-years                                 0                  0
redbridge-2017-multiple-needs                              0                  0
solihull-2016-17-case-audit                                0                  5
sutton-contacts                                            0                  1
whittington-health-2015-medical-reports                    0                  0
"""


def held(of: Audit) -> Iterator[int]:
    figures = of.published.figures.values() if of.published else ()
    yield len(of.tool.questions) if of.tool else 0
    yield sum(1 for one in figures if one.counts or one.percentages)
    yield len(of.cases) or of.number_of_cases or 0
    yield sum(len(one.shares) for one in of.findings.values())
    yield len(of.published.population) if of.published else 0


def found(of: Audit) -> Iterator[int]:
    kinds = Counter(one.kind for one in of.findings.values())
    yield from (kinds[kind] for kind in FindingKind)
    yield len(of.voices)
    yield sum(len(one.said) for one in of.voices.values())
    works = [*(one.works for one in of.findings.values()), of.further_reading]
    works += [part.works for part in of.analysis.values()]
    yield len({work for some in works for work in some})


def asked(of: Audit) -> Iterator[int]:
    kinds = Counter(one.kind for one in of.recommendations.values())
    yield from (kinds[kind] for kind in RecommendationKind)


def answered(of: Audit) -> Iterator[int]:
    yield len(of.analysis)
    yield len(of.follow_up.points) if of.follow_up else 0


@pytest.mark.parametrize(
    ("table", "row"),
    [(HELD, held), (FOUND, found), (ASKED, asked), (ANSWERED, answered)],
    ids=["held", "found", "asked", "answered"],
)
def test_every_real_audit_holds_what_its_source_does(table: str, row: Any) -> None:
    head = table.partition("\n")[0].split()[1:]
    recorded = {
        name: dict(zip(head, map(int, numbers), strict=True))
        for name, *numbers in (line.split() for line in table.splitlines()[1:])
    }
    assert {one.id: dict(zip(head, row(one), strict=True)) for one in REAL} == recorded


@pytest.mark.parametrize("one", REAL, ids=lambda one: one.id)
def test_every_real_audit_says_what_is_left_out_of_it(one: Audit) -> None:
    left_out = re.search(
        r"^## .*\bleft out\b.*\n+(.+)", one.sources or "", re.MULTILINE | re.IGNORECASE
    )
    assert left_out, f"audits/{one.id}/sources.md has no part on what is left out"
    assert one.source, f"audits/{one.id}/audit.yml names no source"


def test_registers_hold_nothing_that_no_audit_uses() -> None:
    unused = [one for one in diagnose(real_tree(), AS_AT) if one.rule == "unused-id"]
    assert [f"{one.place.path}: {one.message}" for one in unused] == []


def test_real_data_has_nothing_but_notes() -> None:
    assert [one for one in diagnose(real_tree(), AS_AT) if one.severity != "note"] == []


CE, REDBRIDGE = "cheshire-east", "redbridge"
DOES_NOT_ADD_UP = {
    "2016: W1 is 83% and 18%": (
        "sum-through-rounding",
        f"audits/{CE}-2016-domestic-abuse/published.yml",
        "W1",
    ),
    "2016: C4 is asked and not reported": (
        "not-reported",
        f"audits/{CE}-2016-domestic-abuse/published.yml",
        "C4",
    ),
    "2016: the last heading is misprinted": (
        "heading-differs",
        f"audits/{CE}-2016-domestic-abuse/published.yml",
        "working-together",
    ),
    "2015: 18.25% fits no number of returns": (
        "impossible-percentage",
        f"audits/{CE}-2015-step-down/published.yml",
        "P10",
    ),
    "2015: 33.3 + 18.25 + 48.5": (
        "shares-dont-add-up",
        f"audits/{CE}-2015-step-down/published.yml",
        "P10",
    ),
    "2015: 29 + 51 + 19.4": (
        "shares-dont-add-up",
        f"audits/{CE}-2015-step-down/published.yml",
        "M3",
    ),
    "2018: 59% of six cases": (
        "impossible-percentage",
        f"audits/{CE}-2018-neglect/published.yml",
        "R1",
    ),
    "2018: 38% of six cases": (
        "impossible-percentage",
        f"audits/{CE}-2018-neglect/published.yml",
        "R2",
    ),
    "2018: 87% of six cases, which is not on the list": (
        "impossible-percentage",
        f"audits/{CE}-2018-neglect/published.yml",
        "I1",
    ),
    "2018: March and May 2017": (
        "dates-disagree",
        f"audits/{CE}-2018-neglect/follow-up.yml",
        "the earlier audit",
    ),
    "2018: seven of eight without a lead, none with a date or an outcome": (
        "recommendations-incomplete",
        f"audits/{CE}-2018-neglect/recommendations.yml",
        "recommendations",
    ),
    "the clinic: 44% and 14 of 34 in one bracket": (
        "percentage-differs",
        "audits/inner-london-clinic-2016-domestic-abuse/published.yml",
        "C3",
    ),
    "Redbridge: eight audited, of the 6, in a sentence": (
        "quoted-figure",
        f"audits/{REDBRIDGE}-2017-multiple-needs/findings.yml",
        "four of six cases",
    ),
    "Redbridge: eight audited, of the 6": (
        "case-count-differs",
        f"audits/{REDBRIDGE}-2017-multiple-needs/findings.yml",
        "6 cases",
    ),
    "Redbridge: not SMART in 4 of the 6, and two had no such plan": (
        "base-too-wide",
        f"audits/{REDBRIDGE}-2017-multiple-needs/findings.yml",
        "plans-not-smart",
    ),
}
"""What does not add up in the sources, as they are known for it, and the rule that reports it.

Of 2016 it is also known that its prose quotes the collated table: so it does, and nothing is wrong.
"""


def test_what_does_not_add_up_in_the_sources_is_reported() -> None:
    reported = [
        (one.rule, one.place.path, one.about)
        for one in diagnose(real_tree(), AS_AT)
        if one.rule != "not-reported" or (one.about == "C4" and "2016" in one.place.path)
    ]
    assert sorted(reported) == sorted(DOES_NOT_ADD_UP.values())


def test_the_arithmetic_stands_in_what_is_reported() -> None:
    """And the place is that of the value itself."""
    said = {
        (one.rule, one.about): (one.place.line > 1, one.message)
        for one in diagnose(real_tree(), AS_AT)
    }
    assert said["recommendations-incomplete", "recommendations"] == (
        True,
        "8 recommendations in the source's table: no lead for 7, no date for 8 and no outcome "
        "for 8",
    )
    assert said["base-too-wide", "plans-not-smart"][1].endswith("of 2 of the 6: it is 4 of 4")
    assert said["case-count-differs", "6 cases"][1] == (
        "out of 6 cases, and the audit has 8, here and in 4 more places"
    )
    assert said["impossible-percentage", "R1"][1] == (
        "R1: 59% of cases: no whole number of 6 gives it; 3 is 50% and 4 is 67%"
    )
    assert said["impossible-percentage", "P10"][1] == (
        "P10: no number of returns up to 200 gives 33.3%, 18.25% and 48.5% together; 18.25% alone "
        "takes 126 or more"
    )


# Nothing of one child that only the audit group may see.


def restricted(held: Any, where: str) -> Iterator[str]:
    """Where a record, or one in it, fills a field that is for the audit group alone."""
    if isinstance(held, Record):
        for name, field in type(held).model_fields.items():
            value = getattr(held, name)
            if widest_edition(type(held), name) is not Edition.RESTRICTED:
                yield from restricted(value, f"{where}.{name}")
            elif name != "identifiers_allowed" and value != field.get_default(
                call_default_factory=True
            ):  # what an audit lets stand is for its group, and says why
                yield f"{where}.{name}"
    elif isinstance(held, dict):
        for key, value in held.items():
            yield from restricted(value, f"{where}.{key}")
    elif isinstance(held, tuple):
        for value in held:
            yield from restricted(value, where)


@pytest.mark.parametrize("one", REAL, ids=lambda one: one.id)
def test_no_real_audit_fills_a_restricted_field(one: Audit) -> None:
    assert list(restricted(one, one.id)) == []


def test_a_restricted_field_that_is_filled_is_found() -> None:
    case = Case.model_validate({"pen_picture": "A child.", "area": "Town", "ethnicity": "So"})
    came = Return.model_validate({"status": "complete", "completed_by": "A worker"})
    filled = audit(id="made", cases={"a": case}, returns={"a": {"police": came}})
    assert list(restricted(filled, "made")) == [
        "made.cases.a.ethnicity",
        "made.cases.a.area",
        "made.returns.a.police.completed_by",
    ]


# Adding an audit changes no code.

NAMED = [
    *real().audits,
    *(name for name in real().partnerships),
    *(one.name for one in real().partnerships.values()),
    *(one.short for one in real().partnerships.values()),
]
SPECIAL = re.compile("|".join(re.escape(name) for name in NAMED), re.IGNORECASE)
CODE = sorted((ROOT / "generator").rglob("*.py"))
LOOKS = sorted(
    file
    for folder in ("site/templates", "site/theme")
    for file in (ROOT / folder).rglob("*.*")
    if file.suffix in (".html", ".css", ".js")
)


def strings(source: str) -> Iterator[str]:
    """Every string of a program but its docstrings, which name audits as examples."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def path(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", CODE, ids=path)
def test_no_code_knows_an_audit_by_name(file: Path) -> None:
    assert [one for one in strings(file.read_text("utf-8")) if SPECIAL.search(one)] == []


@pytest.mark.parametrize("file", LOOKS, ids=path)
def test_no_template_or_style_knows_an_audit_by_name(file: Path) -> None:
    assert SPECIAL.findall(file.read_text("utf-8")) == []


def test_an_audit_that_code_knows_by_name_is_found() -> None:
    name = REAL[0].id
    source = f'def f(audit):\n    """Such as {name}."""\n    return audit.id == "{name}"\n'
    assert [one for one in strings(source) if SPECIAL.search(one)] == [name]
