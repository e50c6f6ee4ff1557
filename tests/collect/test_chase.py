from __future__ import annotations

import email
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator.collect.chase import Letter, letters
from generator.model.case import Case
from generator.model.returns import Return
from tests.aggregate.audits import audit, small
from tests.sites import ROOT

TEMPLATE = ROOT / "site/templates/chase.txt"
CASES = dict.fromkeys(("a", "b"), Case(pen_picture="A child in a busy home."))
CONTACT = {"role": "Business manager", "address": "audits@smallshire.example"}
LEAD = {"role": "Léad, for “schools” <all>", "address": "lead@schools.example"}
COMPLETE = Return.model_validate({"status": "complete"})


def written(as_at: date | None = None, template: Path = TEMPLATE, **fields: Any) -> list[Letter]:
    """The letters of an audit of two cases; the police answered for both, the school for none."""
    given: dict[str, Any] = {"cases": CASES, "tool": small().audits["small"].tool}
    given |= {"status": "collecting", "dates": {"due": "2031-03-15"}, "contact": CONTACT}
    given["asked"] = ("police", {"agency": "school", "contact": LEAD})
    given["returns"] = {case: {"police": COMPLETE} for case in CASES}
    return list(letters(audit(**(given | fields)), small(), template, as_at))


def test_letter_to_who_has_sent_nothing() -> None:
    (letter,) = written(date(2031, 3, 14))
    assert letter.text == (
        """\
To: Léad, for “schools” <all> <lead@schools.example>
Subject: Plans: 2 returns still to come, due 15 March 2031

Dear colleagues at Smallshire Schools,

Thank you for taking part in the audit "Plans" of Smallshire Safeguarding
Partnership.

These returns have not reached us yet:

  - Case A
  - Case B

Please send them by 15 March 2031: that is 1 day from 14 March 2031.

Each form has 2 questions and asks for 1 grade.

If your agency has no record of a child, or was not involved in the time we
look at, say so at the start of the form: that is an answer too, and all we
need.

If you cannot do it in time, tell us, and we will find a way. If you have
sent them in the meantime, you need do nothing.

Please write no names, and send forms the secure way that we always use.

Questions? Ask Business manager <audits@smallshire.example>.

With thanks and kind regards,
Business manager
Smallshire Safeguarding Partnership
"""
    )


def test_letter_to_who_has_sent_some_when_little_is_known() -> None:
    returns = {"a": {"school": COMPLETE}, "b": {"police": COMPLETE}}
    plain: dict[str, Any] = {"contact": None, "dates": {}, "tool": None, "made_up": "yes"}
    _, letter = written(asked=("police", "school"), returns=returns, **plain)
    assert letter.text == (
        """\
Subject: Plans: Case B still to come

Dear colleagues at Smallshire Schools,

Thank you for taking part in the audit "Plans" of Smallshire Safeguarding
Partnership. We have 1 return from you already.

One return has not reached us yet:

  - Case B

If your agency has no record of a child, or was not involved in the time we
look at, say so at the start of the form: that is an answer too, and all we
need.

If you cannot do it in time, tell us, and we will find a way. If you have
sent it in the meantime, you need do nothing.

Please write no names, and send forms the secure way that we always use.

With thanks and kind regards,
Smallshire Safeguarding Partnership

(Made-up data: no child, case or agency in this letter is real.)
"""
    )


@pytest.mark.parametrize(
    ("as_at", "asks"),
    [
        (None, "We asked for them by 15 March 2031."),
        (
            date(2031, 3, 10),
            "Please send them by 15 March 2031: that is 5 days from 10 March 2031.",
        ),
        (date(2031, 3, 15), "Please send them today, 15 March 2031: that is the day we asked for."),
        (
            date(2031, 3, 17),
            "We asked for them by 15 March 2031, 2 days before 17 March 2031. They still count: "
            "please send them as soon as you can.",
        ),
    ],
)
def test_days_are_counted_from_the_date_given(as_at: date | None, asks: str) -> None:
    (letter,) = written(as_at)
    assert asks in " ".join(letter.body.split())


def test_who_has_answered_for_every_case_gets_none() -> None:
    assert [letter.agency for letter in written()] == ["school"]


@pytest.mark.parametrize("status", ["not known", "outside period", "not involved", "partial"])
def test_that_there_are_no_answers_is_an_answer(status: str) -> None:
    said = Return.model_validate({"status": status})
    assert written(returns={case: {"police": COMPLETE, "school": said} for case in CASES}) == []


def test_a_form_with_routed_questions_takes_up_to_so_many() -> None:
    tool = small().audits["small"].tool
    assert tool
    data = tool.model_dump(mode="json")
    data["sections"][0]["questions"][1]["asked_if"] = {"R1": "yes"}
    (letter,) = written(tool=data)
    assert "Each form has up to 2 questions" in letter.body


def opened(letter: Letter) -> EmailMessage:
    message = email.message_from_bytes(letter.draft, policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def test_draft_opens_as_a_message_that_is_not_sent() -> None:
    (letter,) = written()
    draft = opened(letter)
    assert {name: str(draft[name]) for name in ("To", "Reply-To", "Subject", "X-Unsent")} == {
        "To": '"Léad, for “schools” <all>" <lead@schools.example>',
        "Reply-To": "Business manager <audits@smallshire.example>",
        "Subject": "Plans: 2 returns still to come, due 15 March 2031",
        "X-Unsent": "1",
    }
    assert draft.get_content().replace("\r\n", "\n") == letter.body


def test_draft_has_the_same_bytes_every_time() -> None:
    assert written() == written()
    assert written()[0].draft == written()[0].draft


def test_draft_to_nobody_has_no_address() -> None:
    (letter,) = written(asked=("school",), contact=None)
    assert (opened(letter)["To"], opened(letter)["Reply-To"]) == (None, None)


def test_wording_is_the_templates(tmp_path: Path) -> None:
    template = tmp_path / "chase.txt"
    template.write_text("Subject: {{ title }}\n\n\n\nHello {{ agency }}.\n", "utf-8")
    (letter,) = written(template=template)
    assert (letter.subject, letter.body) == ("Plans", "Hello Smallshire Schools.\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hello.\n", "its first line must start with `Subject:`"),
        ("Subject: {{ titel }}\n", "'titel' is undefined"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(tmp_path: Path, text: str, why: str) -> None:
    template = tmp_path / "chase.txt"
    template.write_text(text, "utf-8")
    with pytest.raises(jinja2.TemplateError) as raised:
        written(template=template)
    assert str(raised.value) == why
