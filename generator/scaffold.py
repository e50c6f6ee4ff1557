"""The files of a new audit: a folder that passes the checks, with comments that teach."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.library import Library
from generator.model.words import as_id

SCALE: Final = "yes-no"
"""The scale of the tool that an audit starts with, where it takes none over."""

_FIRST_CASE: Final = ord("a")


@dataclass(frozen=True)
class Wanted:
    """What is known of an audit before it starts."""

    partnership: str
    year: int
    theme: str
    cases: int
    agencies: Sequence[str]
    tool: str | None = None
    """The text of another audit's tool.yml, to be taken over."""

    @property
    def id(self) -> str:
        """The name of its folder."""
        return as_id(f"{self.partnership}-{self.year}-{self.theme}")

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases' ids: a, b, c …, or 1, 2, 3 … where letters run out."""
        if self.cases <= 26:
            return tuple(chr(_FIRST_CASE + index) for index in range(self.cases))
        return tuple(str(index + 1) for index in range(self.cases))


def files(wanted: Wanted, library: Library) -> Iterator[tuple[str, str]]:
    """The path below the audit's folder and the text of each file.

    The partnership, theme and agencies must stand in the registers; so must the scale `yes-no`
    where no tool is taken over.
    """
    yield "audit.yml", _audit(wanted, library)
    yield "tool.yml", wanted.tool or _TOOL
    for case in wanted.case_ids:
        yield f"cases/{case}.md", _CASE.format(case=case.upper())
    yield "briefing.md", _BRIEFING


PRINTED_PARTS: Final = {
    "figures": "figures: counts or percentages of answers",
    "cases": "a page or a paragraph for each case",
    "findings": "findings: what was good, what was not",
    "recommendations": "recommendations or an action plan",
    "follow-up": "points of an earlier audit, and what became of them",
}
"""What a printed report can have, each with the words in which it is asked for."""


def printed_files(
    wanted: Wanted, parts: Sequence[str], library: Library
) -> Iterator[tuple[str, str]]:
    """The path below the audit's folder and the text of each file, for a report that was printed.

    `parts` are those of PRINTED_PARTS that the report has; nothing is written for the others.
    """
    yield "audit.yml", _printed_audit(wanted, library, has_cases="cases" in parts)
    if "figures" in parts:
        yield "tool.yml", wanted.tool or _PRINTED_TOOL
        if not wanted.tool:
            yield "published.yml", _PUBLISHED
    for case in wanted.case_ids if "cases" in parts else ():
        yield f"cases/{case}.md", _CASE.format(case=case.upper())
    for part in ("findings", "recommendations", "follow-up"):
        if part in parts:
            yield f"{part}.yml", _PRINTED[part]


def _printed_audit(wanted: Wanted, library: Library, *, has_cases: bool) -> str:
    title = _line(f"{library.themes[wanted.theme].name}, {wanted.year}")
    took_part = ", ".join(dict.fromkeys(wanted.agencies))
    took = f"took_part: [{took_part}]" if took_part else "# took_part: [leave it out where none is]"
    number = f"number_of_cases: {wanted.cases}" if wanted.cases else "# number_of_cases: 20"
    cases = (
        ""
        if has_cases
        else f"""\
# How many cases were audited. Not how many were chosen: that goes to `sample`.
{number}
"""
    )
    return f"""\
# yaml-language-server: $schema=../../schema/audit.schema.json
# An audit as its report printed it. Lines that start with # are notes to you; delete them.
title: {title}
partnership: {wanted.partnership}
themes: [{wanted.theme}]
status: published
about: >-
  What was looked at and why, in two or three sentences of your own.
dates:
  published: {wanted.year}
# The document that all this is taken from.
source:
  title: The report's own title
  publisher: Who published it
  published: {wanted.year}
# The forms are gone; what is known of the answers stands in published.yml.
returns_kept: no
# The agencies that took part. Where the report names only some: number_of_agencies: 26
{took}
{cases}# What else was counted: shares of it in texts are held against it.
# counted: {{contacts: 40, families: 18}}
# How the cases came about:
# sample:
#   chosen: 59
#   found: 54
#   left_out: [{{count: 5, why: The notes were not found.}}]
"""


_PRINTED_TOOL: Final = f"""\
# yaml-language-server: $schema=../../schema/tool.schema.json
# The questions whose answers the report tells, called as the report calls them: 1.1, 2a, R1.
title: The questions of the report
sections:
  - id: questions
    title: The questions
    questions:
      - ref: 1.1
        label: A short label
        text: The question, as the report asks it?
        scale: {SCALE}
"""

TO_TYPE: Final = "the words of the report"
"""What stands in the row of a new published.yml until somebody types what was printed."""

_PUBLISHED: Final = """\
# yaml-language-server: $schema=../../schema/published.schema.json
# What the report printed, and nothing else: what you leave out is unknown, never nought.
source: Table 1
# What one count stands for: returns, cases, children, or any other plural in small letters.
unit: cases
figures:
  # Type what is there: counts, percentages or both, and the total where one was printed.
  #   1.1: {counts: {yes: 12, no: 8}, total: 20}
  #   1.2: {counts: {yes: 5}, total: 19}          the others are not printed
  #   1.3: {percentages: {yes: 88}, total: 26}    the count is worked out, and said to be
  #   1.4: {counts: {yes: "<5", no: 16}}          suppressed by the report
  #   1.5: {joined: {good or better: 62}, total: 20}
  1.1: {printed_as: %s}
""".replace("%s", TO_TYPE)

_PRINTED: Final = {
    "findings": """\
# yaml-language-server: $schema=../../schema/findings.schema.json
# What was found, in your own words; the name before the colon is its id.
first-finding:
  kind: worry
  text: What was found, in a sentence.
  # What a team can ask itself about it: printed in a theme's discussion pack.
  # questions: [Who asks us this?]
""",
    "recommendations": """\
# yaml-language-server: $schema=../../schema/recommendations.schema.json
# What is to be done. Dates no more exact than printed: 2019-03, Q2 2019, autumn term 2019, ongoing.
first-recommendation:
  text: Do this.
  # lead: the role that answers for it
  # due: Q2 2019
  # What its plan said of it then: kept as it was.
  # at_source: {state: in progress, rag: amber, percent: 60}
""",
    "follow-up": """\
# yaml-language-server: $schema=../../schema/follow-up.schema.json
# The earlier audit's points. Figures in `text` are held against its own number of cases.
title: The earlier audit
# number_of_cases: 12
points:
  - text: What it found.
    # better, partly, same, worse, not tested or question changed
    standing: not tested
    now: What this report says about it.
""",
}


def _audit(wanted: Wanted, library: Library) -> str:
    title = _line(f"{library.themes[wanted.theme].name}, {wanted.year}")
    asked = "\n".join(f"  - {agency}" for agency in dict.fromkeys(wanted.agencies))
    return f"""\
# yaml-language-server: $schema=../../schema/audit.schema.json
# The audit at a glance. Lines that start with # are notes to you; delete them as you go.
title: {title}
partnership: {wanted.partnership}
themes: [{wanted.theme}]
# planned, collecting, discussing or published. While returns come in, none counts as missing.
status: planned
about: >-
  What was looked at and why, in two or three sentences. Readers see this first.
# Three to five things a practitioner should do differently. Write them when the agencies have met.
# in_short:
#   - Ask what lies behind an absence.
# When what happened: 2026-11-21, or 2026-11 or 2026 where no more is known.
# dates:
#   sent: {wanted.year}-01-12
#   due: {wanted.year}-02-02
#   meeting: {wanted.year}-02-16
#   published: {wanted.year}-03
# The time auditors look at, and how the cases were chosen.
# period: the last six months of each agency's involvement
# case_selection: >-
#   Drawn at random from the cases open in January.
# Who is asked about every case. About some cases only: - agency: police
#                                                          cases: [a, c]
asked:
{asked}
"""


def _line(text: str) -> str:
    """A line as YAML: as it is, or between quotes where it could be read as something else."""
    return (
        text if re.fullmatch(r"[A-Za-z][\w ,.()-]*", text) else json.dumps(text, ensure_ascii=False)
    )


_TOOL = f"""\
# yaml-language-server: $schema=../../schema/tool.schema.json
# What each agency is asked about each case. Keep it short, and ask one thing at a time.
title: Audit tool
guidance:
  - Answer from your own agency's records, about one person at a time.
  - Write no names. Say what could have been done better, even where the answer is yes.
sections:
  - id: plan
    title: The plan
    questions:
      # The reference stands for the question everywhere: R1, P1 … Never use one twice.
      - ref: P1
        label: Names and dates
        text: Does each action in the plan have a person and a date?
        # What can be answered: see audits/scales.yml.
        scale: {SCALE}
        guidance: >-
          Look at the plan that the agencies share, not at your own.
        example: >-
          No. Four of nine actions say "all" where a name should be, and two have no date.
"""

_CASE = """\
---
# unborn, under 1, 1 to 4, 5 to 9, 10 to 14 or 15 to 17: no closer than the learning needs.
# age_band: 5 to 9
# universal, early help, child in need, child protection, looked after or closed.
# level_of_need: child in need
# What worked well and what to improve: each with its themes and agencies.
# to_improve:
#   - text: Nobody asked what lay behind the absence.
#     themes: [voice-and-experience]
---
Case {case}. The situation in a few sentences, in general terms: no name, no place, no date, and
nothing by which anyone would know whose it is. Replace this text.
"""

_BRIEFING: Final = """\
---
# What a team reads in seven minutes, on two sides of a sheet. Findings, recommendations and what
# to do are drawn from the other files; write here what only people can. Delete these lines.
# What led to the audit, if more is to be said than under `about` in audit.yml:
# background: >-
#   Two reviews had said that neglect is noticed late.
# What a team can ask itself. At a finding there can be `questions`, too.
# questions:
#   - Who sees this child every day, and what would they say?
# Where to get help: services and roles, no names of people.
# help:
#   - The safeguarding lead in your agency.
---
Why it matters to a child and to those who work with children, in a few sentences. Replace this
text.
"""
