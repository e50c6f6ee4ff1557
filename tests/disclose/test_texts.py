"""Sentences with figures, and how the public edition tells them of an audit of six cases."""

from __future__ import annotations

import pytest

from generator.aggregate.binding import AuditFigures
from generator.aggregate.totals import Totals
from generator.disclose.texts import About, told_text

OF_SIX = About(AuditFigures(totals=Totals(cases=6)), few=True, cases=6)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("In 9 of the 12 cases plans were late.", "In most of the cases plans were late."),
        ("75% of cases had one.", "Most cases had one."),
        ("Agencies looked at six cases.", "Agencies looked at a small number of cases."),
        ("Ten agencies audited the same six cases.", "Ten agencies audited the same cases."),
        ("In two cases nobody asked.", "In some cases nobody asked."),
        ("In one case workers were too hopeful.", "In a case workers were too hopeful."),
        ("Three cases show it best.", "About half of the cases show it best."),
        ("In three cases meetings were off.", "In about half of the cases meetings were off."),
        ("All of the six cases were open.", "Nearly all cases were open."),
        ("No case had a plan.", "Hardly any case had a plan."),
        ("[59% of cases](printed) had it.", "About half of the cases had it."),
        ("One looked into 63 more cases.", "One looked into some more cases."),
        ("Areas audit five to seven cases.", "Areas audit some cases."),
        ("{{ cases() }} cases", "a small number of cases"),
        ("None of the six children was heard.", "Few children were heard."),
    ],
)
def test_figures_are_told_in_words(written: str, told: str) -> None:
    assert told_text(written, OF_SIX) == told


@pytest.mark.parametrize(
    "written",
    [
        "Two things are to do. In 2016 it was 49 questions in five sections.",
        "Auditors had three weeks, from 3 March 2016, and looked back six months.",
        "Make sure that 95% of plans are in time.",
        "No one asked what each one needed.",
        "[30% of children](elsewhere) live so.",
    ],
)
def test_what_counts_no_child_stays(written: str) -> None:
    assert told_text(written, OF_SIX) == written


def test_what_an_audit_counts_in_its_rows_is_never_taken_for_a_part_of_the_audit() -> None:
    of_reports = About(AuditFigures(totals=Totals(cases=25), unit="reports"), few=False, cases=25)
    told = told_text("Social care found 19 of the 24 reports of use.", of_reports)
    assert told == "Social care found nearly all of the reports of use."
