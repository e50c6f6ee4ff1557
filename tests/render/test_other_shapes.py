"""Pages of shapes that other reports have: adults, samples, surveys, action plans, printed rows."""

from __future__ import annotations

import re

import pytest

from tests.check.trees import faults, tree_with
from tests.render.test_fragments import pages_of

AUDIT = """\
title: Adults at risk
partnership: smallshire
themes: [planning]
status: published
about: Whether somebody asked.
asked: [police, school]
returns_kept: no
people: adults
number_of_cases: 54
sample:
  there_were: 310
  chosen: 59
  found: 54
  left_out: [{count: 5, why: The notes were not found.}]
surveys:
  - {title: Survey of staff, invited: 120, answered: 90, rate: 75, groups: {GPs: {answered: 30}}}
"""
PLAN = """\
write-it:
  text: Write the procedure.
  themes: [planning]
  lead: Head of service
  other_leads: [Designated nurse]
  priority: high
  due: autumn term 2019
  done: {text: It is written.}
  milestones: [{text: A draft is out., due: Q2 2019, done: yes}]
turn-it-down:
  text: Ring every caller back.
  not_accepted: Some wish to stay unnamed.
  at_source: {state: closed, rag: red, percent: 0}
"""
FIGURES = """\
source: Table 1
unit: adults
target: 90
figures:
  R1:
    counts: {yes: 11}
    total: 20
    earlier: {2030: {percentages: {yes: 60}, total: 15}}
    by: {locality: {north: {counts: {yes: 7}, total: 11}, south: {counts: {yes: 4}, total: 9}}}
    agreement: {same: 18, of: 20}
  R2: {counts: {yes: "<5", no: 16}, total: 20}
  JP: {counts: {good: 14, poor: 6}, total: 20}
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The words of each page of an audit of adults, by its name."""
    audits = tree_with(
        tmp_path_factory.mktemp("adults"),
        {
            "audits/printed/audit.yml": AUDIT,
            "audits/printed/recommendations.yml": PLAN,
            "audits/printed/published.yml": FIGURES,
        },
    )
    assert [one for one in faults(audits) if one.severity == "error"] == []
    return {
        uri.removeprefix("audits/printed/"): _words(page.html)
        for uri, page in pages_of(audits).items()
        if uri.startswith("audits/printed/")
    }


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The words of the register of all recommendations, that audit's among them."""
    audits = tree_with(
        tmp_path_factory.mktemp("register"),
        {"audits/printed/audit.yml": AUDIT, "audits/printed/recommendations.yml": PLAN},
    )
    return _words(pages_of(audits)["recommendations/index.html"].html)


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("about.html", "Sample 310 to choose from, 59 chosen, 54 found 5 left out: The notes"),
        ("about.html", "Survey of staff 90 answered of 120 invited (75%) GPs: 30"),
        ("recommendations.html", "Head of service; Designated nurse"),
        ("recommendations.html", "Priority high"),
        ("recommendations.html", "date not given, done It is written."),
        ("recommendations.html", "Q2 2019, done A draft is out."),
        ("recommendations.html", "Not accepted Some wish to stay unnamed."),
        ("recommendations.html", "In its source: closed, red, 0% done"),
        ("results.html", "55% yes; 11 of 20 adults"),
        ("results.html", "no : not printed".replace(" :", ":")),
        ("results.html", "Target 90%: ✗ missed"),
        ("results.html", "2030: 60% yes (9, worked out) no: not printed of 15"),
        ("results.html", "north: 7 yes no: not printed of 11"),
        ("results.html", "Two raters agreed on 18 of 20."),
        ("results.html", "<5 yes (suppressed by the source)".replace("<", "&lt;")),
        ("index.html", "14 good"),
        ("index.html", "54 cases 59 chosen of 310 90 of 120 answered: Survey of staff"),
    ],
)
def test_pages_show_what_was_typed(page: str, words: str, shown: dict[str, str]) -> None:
    assert words in shown[page]


@pytest.mark.parametrize(
    "words",
    [
        "Priority high",
        "Head of service; Designated nurse",
        "Some wish to stay unnamed. In its source: closed, red, 0% done",
    ],
)
def test_register_shows_what_a_plan_says(words: str, register: str) -> None:
    assert words in register


def test_no_page_shows_a_nought_that_nobody_printed(shown: dict[str, str]) -> None:
    assert re.findall(r"\b0 (?:no|yes)\b", shown["results.html"]) == []
