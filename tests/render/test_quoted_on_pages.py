"""What readers are told of a figure that stands as its source printed it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.check.trees import faults, tree_with
from tests.render.test_fragments import pages_of

AUDIT = """\
title: Contacts
partnership: smallshire
themes: [planning]
status: published
about: >-
  Consent was asked for in [12 of 20 cases](printed) and [62% of families](printed), and
  [most managers](printed) found the plan, where [5 of 12 cases](printed@2016) had one.
asked: [police, school]
returns_kept: no
number_of_cases: 20
"""
FOLLOW_UP = """\
title: Contacts, 2016
dates: [2016]
number_of_cases: 12
points:
  - text: It was done in [5 of the 12 cases](printed).
    standing: better
    now: It was done in [9 of the 20 cases](printed).
"""


def told(html: str) -> dict[str, str]:
    """What each quoted figure says when it is pointed at, by its words."""
    return {
        words: basis
        for basis, words in re.findall(r'class="quoted" data-basis="([^"]*)"[^>]*>([^<]*)<', html)
    }


def test_readers_see_what_a_figure_was_checked_against(tmp_path: Path) -> None:
    audits = tree_with(
        tmp_path, {"audits/printed/audit.yml": AUDIT, "audits/printed/follow-up.yml": FOLLOW_UP}
    )
    assert [one for one in faults(audits) if one.severity == "error"] == []
    pages = pages_of(audits)
    assert told(pages["audits/printed/index.html"].html) == {
        "12 of 20 cases": "As printed; checked against 20 cases.",
        "62% of families": "As printed; not tested: how many families there were is not known.",
        "most managers": "As printed; not tested: how many managers there were is not known.",
        "5 of 12 cases": "As printed; checked against 12 cases.",
    }
    assert told(pages["audits/printed/then-and-now.html"].html) == {
        "5 of the 12 cases": "As printed; checked against 12 cases.",
        "9 of the 20 cases": "As printed; checked against 20 cases.",
    }
