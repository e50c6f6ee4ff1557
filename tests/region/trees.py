"""Libraries of several audits that ask the same, and their exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.aggregate.comparison import questions_of
from generator.aggregate.tidy import TidyRow, same_questions
from generator.model.edition import Edition
from generator.model.library import Audit, Library
from generator.model.returns import Return
from generator.model.tool import Tool
from generator.pipeline import rows_of
from generator.region.files import FORMATS
from tests.aggregate.audits import audit, small

FIRST = "first-2020"
"""The audit that the others name."""


def asking(id_: str, partnership: str, year: int | None, **question: Any) -> Audit:
    """An audit that asks one question, R1, on the small tree's yes and no if nothing else is said.

    Its `answers` are what each of its returns says; without them it is as a report `printed` it.
    """
    answers: Sequence[str] = question.pop("answers", ())
    printed = question.pop("printed", None)
    made_up = question.pop("made_up", False)
    whole = {"ref": "R1", "label": "Plan came in time", "text": "Did it?", "scale": "yes-no"}
    sections = [{"id": "plan", "title": "The plan", "questions": [whole | question]}]
    made: Audit = audit(
        id=id_,
        partnership=partnership,
        dates={"published": str(year)} if year else {},
        tool=Tool.model_validate({"title": "A tool", "sections": sections}),
        number_of_cases=30,
        made_up=made_up,
        asked=["police", "school"],
        **({"published": printed} if printed else {}),
    )
    returns = {
        f"case-{number}": {
            ("police", "school")[number % 2]: Return.model_validate(
                {"status": "complete", "answers": {"R1": answer}}
            )
        }
        for number, answer in enumerate(answers)
    }
    return made.model_copy(update={"returns": returns})


def the_same(as_audit: str = FIRST, ref: str = "R1", **more: str) -> dict[str, Any]:
    """The link to the question of another audit."""
    return {"same_as": [{"audit": as_audit, "ref": ref, **more}]}


def library(*audits: Audit) -> Library:
    """The registers of the small tree with these audits."""
    return small().model_copy(update={"audits": {one.id: one for one in audits}})


def table(of: Library, edition: Edition = Edition.INTRANET) -> Iterator[TidyRow]:
    """The tidy table of a library."""
    called = same_questions(map(questions_of, of.audits.values()))
    for one in of.audits.values():
        yield from rows_of(one, of, edition, called)


def exported(
    folder: Path,
    *libraries: Library,
    format_: str = "json",
    editions: Mapping[int, Edition] = {},
) -> list[Path]:
    """An export of each library: tree-0, tree-1, ..."""
    files = []
    for number, of in enumerate(libraries):
        file = folder / f"tree-{number}.{format_}"
        FORMATS[format_](table(of, editions.get(number, Edition.INTRANET)), file)
        files.append(file)
    return files
