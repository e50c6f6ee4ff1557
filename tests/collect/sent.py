"""Returns as the form saves them, for the small tree and for any other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from generator.collect.form import Form, forms_of
from generator.model.library import Audit, Library
from generator.model.returns import NonAnswer, Return, ReturnStatus
from generator.read.tree import read_tree
from tests.sites import SMALL


def saved_returns(audit: Audit, library: Library) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every return of an audit that a form can say, as it saves it, with the file's name."""
    for form in forms_of(audit, library):
        held = audit.returns[form.case][form.agency]
        if held.status.can_be_said:
            yield (
                f"{form.name}.json",
                {
                    **saved(form, {}, {}),
                    "finished": held.status is not ReturnStatus.PARTIAL,
                    **_filled(held, form.questions, form.judgements),
                },
            )


def saved(form: Form, answers: Mapping[str, str], grades: Mapping[str, str]) -> dict[str, Any]:
    """A form with these answers and grades, as it is saved."""
    return {
        "format": "audit-return 1",
        "audit": form.audit,
        "tool": form.fingerprint,
        "asked": form.fingerprints,
        "agency": form.agency,
        "case": form.case,
        "saved": "2031-02-20T10:00:00Z",
        "finished": True,
        "status": "complete",
        "completed_by": "",
        "note": "",
        "answers": {ref: {"answer": word} for ref, word in answers.items()},
        "judgements": {ref: {"grade": word} for ref, word in grades.items()},
    }


def _filled(held: Return, questions: Any, judgements: Any) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for one in questions:
        given = held.answers.get(one.asked.ref)
        word = given.answer if given else ""
        answers[one.asked.ref] = {
            # A form does not say that a question is blank; it leaves it so.
            "answer": "" if word == NonAnswer.BLANK else word,
            "reason": given.reason.value if given and given.reason else "",
            "comment": (given.comment if given else None) or "",
        }
    grades: dict[str, Any] = {}
    for one in judgements:
        judged = held.judgements.get(one.asked.ref)
        grades[one.asked.ref] = {
            "grade": judged.grade if judged else "",
            "comment": (judged.comment if judged else None) or "",
        }
    return {
        "status": held.status.value,
        "completed_by": held.completed_by or "",
        "note": held.note or "",
        "answers": answers,
        "judgements": grades,
        "good_practice": [
            {"text": one.text, "agency": one.agency or ""} for one in held.good_practice
        ],
    }


def small(**changed: Any) -> dict[str, Any]:
    """The small tree's return of the police on case a, with some of it changed.

    `R1=…` and `JP=…` change what stands in an answer or a judgement.
    """
    library = read_tree(SMALL / "audits").library
    whole = deepcopy(next(one for _, one in saved_returns(library.audits["small"], library)))
    for key, value in changed.items():
        group = next((one for one in ("answers", "judgements") if key in whole[one]), "")
        if group:
            whole[group][key] |= value
        else:
            whole[key] = value
    return whole


def text(whole: object) -> bytes:
    """A saved return as the bytes of its file."""
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
