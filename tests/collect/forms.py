"""An audit whose tool asks in every way there is, and its forms."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.collect.form import Form, forms_of
from generator.collect.form_page import Stationery
from generator.identify.vocabulary import of_library
from generator.model.library import Library
from generator.read.tree import read_tree
from tests.check.trees import tree_with
from tests.sites import ROOT

KIT: Final = ROOT / "site" / "kit"
TOOL: Final = """\
title: A tool that asks in every way
guidance:
  - Answer from *your own* records.
sections:
  - id: plan
    title: The plan
    about: Whether it came, and <b>what</b> it says.
    questions:
      - ref: R1
        label: Plan came in time
        text: Did the plan come in *time*?
        scale: yes-no
        guidance: Look at its date. </script><script>alert(1)</script>
        example: No. It came a week late.
      - ref: R2
        label: Why late
        text: Was anybody told why it was late?
        scale: yes-no
        asked_if: {R1: no}
        applies: The plan came late.
        parts: [told, told why]
      - ref: "1.3"
        label: How well
        text: From 0 to 3, how well?
        scale: nought-to-three
      - ref: W1
        label: In words
        text: What would have helped?
        scale: in-words
judgements:
  - ref: JP
    label: The plan
    section: plan
    scale: grades
    guidance: Start from what the child noticed.
  - ref: JX
    label: The partnership's work
    scale: grades
    of: partnership
"""
SCALES: Final = """\
yes-no:
  name: Yes or no
  kind: answers
  favourable: [yes]
  values:
    - value: yes
      meaning: The record shows it.
    - value: no
nought-to-three:
  name: Nought to three
  kind: score
  lowest: 0
  highest: 3
in-words:
  name: In words
  kind: prose
grades:
  name: Two grades
  kind: grades
  favourable: [good]
  values:
    - value: good
    - value: poor
"""
FILES: Final = {"audits/small/tool.yml": TOOL, "audits/scales.yml": SCALES}


@cache
def library() -> Library:
    """The small tree with this tool."""
    with TemporaryDirectory() as folder:
        return read_tree(tree_with(Path(folder), FILES)).library


@cache
def forms() -> tuple[Form, ...]:
    """Its forms."""
    return forms_of(library().audits["small"], library())


@cache
def stationery() -> Stationery:
    """What the project's forms are made with."""
    return Stationery(KIT, of_library(library()))
