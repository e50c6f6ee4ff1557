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
        yield f"cases/{case}.md", _CASE


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
  - Answer from your own agency's records, about one child at a time.
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
The child's situation in a few sentences, in general terms: no name, no place, no date, and
nothing by which anyone would know the child. Replace this text.
"""
