"""What a form asks, field by field, for the programs that have no form of their own for it.

Kobo, REDCap and Microsoft Forms all ask one thing after another, under a name or a heading that
stands over the column when the answers are exported. This list is what their forms are written
from, and what an export is read by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.collect.form import Form, FormJudgement, FormQuestion
from generator.model.registers import Scale
from generator.model.returns import NonAnswer, Reason, ReturnStatus
from generator.model.words import as_id, case_name
from generator.read.markdown import plain
from generator.read.yaml import Loc

GOOD_PRACTICES: Final = 3
"""How many examples of good practice a form has room for, where rows cannot be added."""

AUDIT_ID: Final = "audit_id"
"""The name of the field that nobody sees, and that says which audit it is."""

STATUS_WORDS: Final = {
    ReturnStatus.COMPLETE: "Yes, and this is our whole return",
    ReturnStatus.PARTIAL: "Yes, and part of our return is missing",
    ReturnStatus.NOT_KNOWN: "We have no record of this child",
    ReturnStatus.OUTSIDE_PERIOD: "We know them, but not from this time",
    ReturnStatus.NOT_INVOLVED: "We did no work with them",
}
"""How an agency says what became of its return: as the page does (site/kit/words.yml)."""

REASON_ASKED: Final = "Why do you not know, or why does it not apply?"
COMMENT_ASKED: Final = "What your answer rests on, and what could have been better."
STATUS_ASKED: Final = "Does your agency know this child or the family?"
COMPLETED_BY_ASKED: Final = "Your role and team. No name"
NOTE_ASKED: Final = "What a reader of this return must know, such as why part of it is missing"
GOOD_PRACTICE_ASKED: Final = "What was done well, and what it led to"
DONE_BY_ASKED: Final = "Who did it"


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen."""

    word: str
    """What stands for it in a return."""
    shown: str
    """How the form shows it."""
    code: str
    """What stands for it in an export of codes: letters, digits and underscores."""
    only: tuple[str, ...] = ()
    """The codes of the field that narrows this one, under which it can be chosen; none: always."""


@dataclass(frozen=True)
class When:
    """A field is asked where another has one of these answers."""

    name: str
    codes: tuple[str, ...]
    several: bool = False
    """Whether the other can have several."""


@dataclass(frozen=True)
class Field:
    """One thing that is asked."""

    at: Loc
    """The field of a return that it fills; see `generator.collect.came`."""
    key: str
    """What a mapping of columns calls it: `R1`, `R1 reason`, `good practice 2`."""
    name: str
    """Its name in a program, unique in the form: `q_r1`."""
    label: str
    """What is asked, in one line that no other field has."""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    """What can be chosen; none where it is a text."""
    several: bool = False
    is_long: bool = False
    """Whether it is a text of several lines."""
    asked_if: tuple[When, ...] = ()
    """All of these must hold."""
    narrowed_by: str = ""
    """The name of the field by which `Choice.only` goes."""
    section: str = ""
    """The heading that it stands under."""


def fields_of(forms: Sequence[Form]) -> tuple[Field, ...]:
    """The fields of one form for all these agencies and cases, which are asked the same."""
    form = forms[0]
    return (*_about(forms), *_questions(form), *_good_practice(form))


def hidden_fields(form: Form) -> tuple[tuple[str, str], ...]:
    """The fields that nobody sees, with what stands in them: which audit, which version of it."""
    return ((AUDIT_ID, form.audit), ("tool_version", form.fingerprint))


def coded(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Choices of words and how they are shown, each with a code of its own.

    >>> [choice.code for choice in coded([("4-6", "4-6"), ("don't know", "Don't know")])]
    ['4_6', 'dont_know']
    """
    choices: list[Choice] = []
    for word, shown in pairs:
        code = as_id(word.replace("'", "")).replace("-", "_") or "other"
        choices.append(Choice(word, shown, _unique(code, [one.code for one in choices])))
    return tuple(choices)


def answer_choices(question: FormQuestion) -> tuple[Choice, ...]:
    """What a question can be answered by: its scale, and why there is no answer."""
    besides = [
        (one.value, _shown(one.value))
        for one in (NonAnswer.DONT_KNOW, NonAnswer.NOT_APPLICABLE)
        if one.value not in question.scale.choices
    ]
    return coded([*_of_scale(question.scale), *besides])


def grade_choices(judgement: FormJudgement) -> tuple[Choice, ...]:
    """The grades of a judgement."""
    return coded(_of_scale(judgement.scale))


def status_choices() -> tuple[Choice, ...]:
    """What an agency can say of its return."""
    return coded((one.value, words) for one, words in STATUS_WORDS.items())


def reason_choices() -> tuple[Choice, ...]:
    """Why there is no answer, each under the answer that it explains."""
    choices = coded((one.value, _shown(one.value)) for one in Reason)
    explained = {one.word: one.code for one in coded((one.value, "") for one in NonAnswer)}
    return tuple(
        replace(choice, only=(explained[reason.explains.value],))
        for choice, reason in zip(choices, Reason, strict=True)
    )


def agency_choices(forms: Sequence[Form]) -> tuple[Choice, ...]:
    """The agencies that are asked."""
    return coded({form.agency: form.agency_name for form in forms}.items())


def question_hint(question: FormQuestion) -> str:
    """What helps to answer a question, in a line: when it applies, what to look for, an example."""
    asked = question.asked
    parts = (asked.applies, asked.guidance, asked.example and f"For example: {asked.example}")
    return " ".join(plain(part) for part in parts if part)


def comment_asked(form: Form) -> str:
    """What the form asks for in a comment."""
    return "; ".join(form.tool.comment_columns) or COMMENT_ASKED


def _about(forms: Sequence[Form]) -> Iterator[Field]:
    agencies = agency_choices(forms)
    codes = {choice.word: choice.code for choice in agencies}
    cases = tuple(
        replace(
            choice, only=tuple(codes[form.agency] for form in forms if form.case == choice.word)
        )
        for choice in coded((case, case_name(case)) for case in {form.case: 0 for form in forms})
    )
    heading = forms[0].title
    yield Field(("agency",), "agency", "agency", "Your agency", choices=agencies, section=heading)
    yield Field(
        ("case",), "case", "case", "The case", choices=cases, narrowed_by="agency", section=heading
    )
    yield Field(
        ("status",), "status", "status", STATUS_ASKED, choices=status_choices(), section=heading
    )
    yield Field(
        ("completed_by",), "completed by", "completed_by", COMPLETED_BY_ASKED, section=heading
    )
    yield Field(("note",), "note", "note", NOTE_ASKED, is_long=True, section=heading)


def _has_answers() -> When:
    said = status_choices()
    return When("status", tuple(one.code for one in said if ReturnStatus(one.word).has_answers))


def _questions(form: Form) -> Iterator[Field]:
    names = {one.word: one.code for one in coded((ref, "") for ref in form.fingerprints)}
    asked: dict[str, Field] = {}
    for section in form.sections:
        heading = section.title or "Overall"
        for question in section.questions:
            for field in _of_question(form, question, names[question.asked.ref], asked):
                asked.setdefault(question.asked.ref, field)
                yield replace(field, section=heading)
        for judgement in section.judgements:
            for field in _of_judgement(judgement, names[judgement.asked.ref]):
                yield replace(field, section=heading)


def _of_question(
    form: Form, question: FormQuestion, part: str, asked: dict[str, Field]
) -> Iterator[Field]:
    ref, name = question.asked.ref, f"q_{part}"
    routed = [
        When(asked[earlier].name, codes, asked[earlier].several)
        for earlier, word in question.asked.asked_if.items()
        if earlier in asked
        and (codes := tuple(one.code for one in asked[earlier].choices if one.word == word))
    ]
    when = (_has_answers(), *routed)
    text, hint = plain(question.asked.text), question_hint(question)
    at = ("answers", ref)
    if question.is_in_words:
        yield Field(
            (*at, "comment"),
            f"{ref} comment",
            name,
            f"{ref}. {text}",
            hint,
            is_long=True,
            asked_if=when,
        )
        return
    choices = answer_choices(question)
    several = question.asked.several
    yield Field((*at, "answer"), ref, name, f"{ref}. {text}", hint, choices, several, asked_if=when)
    non_answers = [NonAnswer.DONT_KNOW.value, NonAnswer.NOT_APPLICABLE.value]
    unknown = tuple(one.code for one in choices if one.word in non_answers)
    yield Field(
        (*at, "reason"),
        f"{ref} reason",
        f"reason_{part}",
        f"{ref} reason. {REASON_ASKED}",
        choices=reason_choices(),
        asked_if=(*when, When(name, unknown, several)),
        narrowed_by=name,
    )
    yield Field(
        (*at, "comment"),
        f"{ref} comment",
        f"comment_{part}",
        f"{ref} comment. {comment_asked(form)}",
        is_long=True,
        asked_if=when,
    )


def _of_judgement(judgement: FormJudgement, part: str) -> Iterator[Field]:
    asked = judgement.asked
    at = ("judgements", asked.ref)
    hint = plain(asked.guidance) if asked.guidance else ""
    label = f"{asked.ref}. {plain(asked.label)}"
    yield Field(
        (*at, "grade"),
        asked.ref,
        f"j_{part}",
        label,
        hint,
        grade_choices(judgement),
        asked_if=(_has_answers(),),
    )
    yield Field(
        (*at, "comment"),
        f"{asked.ref} comment",
        f"comment_{part}",
        f"{asked.ref} comment. Why this grade?",
        is_long=True,
        asked_if=(_has_answers(),),
    )


def _good_practice(form: Form) -> Iterator[Field]:
    agencies = coded(({form.agency: form.agency_name} | dict(form.others)).items())
    for at in range(GOOD_PRACTICES):
        key, name = f"good practice {at + 1}", f"good_practice_{at + 1}"
        heading = "Good practice"
        yield Field(
            ("good_practice", at, "text"),
            key,
            name,
            f"Good practice {at + 1}. {GOOD_PRACTICE_ASKED}",
            is_long=True,
            asked_if=(_has_answers(),),
            section=heading,
        )
        yield Field(
            ("good_practice", at, "agency"),
            f"{key} agency",
            f"{name}_agency",
            f"Good practice {at + 1} agency. {DONE_BY_ASKED}",
            choices=agencies,
            asked_if=(_has_answers(),),
            section=heading,
        )


def _of_scale(scale: Scale) -> list[tuple[str, str]]:
    return [(value, scale.shown(value)) for value in scale.choices]


def _shown(word: str) -> str:
    return word[:1].upper() + word[1:]


def _unique(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where another has it already."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}_{number}"
    return found
