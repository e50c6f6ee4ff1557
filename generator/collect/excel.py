"""The form as a workbook: a sheet with the guidance, a sheet a case, and one that is not shown.

Nothing in it runs. What is no answer is locked, without a password. A hidden column says of each
row what it asks and a hidden row of each column what stands in it, so that a sheet is understood
after rows were moved or deleted or the sheet was given another name. The hidden sheet says which
form it is, and holds the choices and all that the form says itself: what else stands in a sheet
was typed by whoever filled it in. `generator.collect.filled` reads it back.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from textwrap import wrap
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from generator.collect.fields import (
    COMPLETED_BY_ASKED,
    GOOD_PRACTICE_ASKED,
    NOTE_ASKED,
    STATUS_ASKED,
    answer_choices,
    comment_asked,
    grade_choices,
    question_hint,
    reason_choices,
    status_choices,
)
from generator.collect.form import Form, FormJudgement, FormQuestion
from generator.model.returns import NonAnswer
from generator.read.markdown import plain
from generator.spreadsheet.place import address

FORMAT: Final = "audit-return 1"
"""What the first cell of a sheet with a return says, and the hidden sheet."""
HIDDEN: Final = "form"
"""The name of the hidden sheet."""
COLUMNS: Final = ("ref", "asked", "hint", "answer", "reason", "comment", "key")
"""What stands in the columns of a case's sheet; the last one is hidden."""
PROGRESS: Final = "progress"
"""The key of the row that counts what is answered."""
PROGRESS_SHOWN: Final = re.compile(r"[0-9]+ of [0-9]+ questions answered")
SEPARATOR: Final = " = "
"""Between a question and a value of it, in the key of a row that ticks the value."""
ASKED, JUDGED = "asked", "judged"
"""What the hidden sheet calls the fingerprint of a question, and that of a judgement."""
TICK: Final = "Yes"
"""What stands beside a value that is ticked, where several can be."""

_REF, _ASKED, _HINT, _ANSWER, _REASON, _COMMENT, _KEY = range(len(COLUMNS))
_WIDTHS: Final = (6, 36, 42, 19, 20, 52, 10)
_NOTE_WIDTHS: Final = (30, 100)
_GOOD_PRACTICES: Final = 6
_HEADER: Final = 5
"""The row of the headings, counted from 0."""
_FIRST_LIST: Final = 5
"""The column of the hidden sheet in which the first list of choices stands."""
_LONGEST_NAME: Final = 31
_MADE_UP: Final = "Made up: neither the audit nor its agencies and cases exist."


@dataclass(frozen=True)
class _Row:
    """A row of a case's sheet: what it asks, and which of its cells can be filled in."""

    key: str = ""
    ref: str = ""
    asked: str = ""
    hint: str = ""
    answer: tuple[str, ...] = ()
    """The choices of the answer; none where it has no answer to choose."""
    reason: tuple[str, ...] = ()
    comment: bool = False
    only_if: tuple[tuple[str, str], ...] = ()
    """The rows and their answers under which it is asked."""
    is_heading: bool = False
    is_counted: bool = False
    """Whether it is a question, which is answered or blank."""


def to_workbook(forms: Sequence[Form]) -> bytes:
    """The workbook of one agency, with a sheet for each of these forms: the same bytes twice."""
    out = io.BytesIO()
    rows = [list(_rows(form)) for form in forms]
    names = _sheet_names(forms)
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        # Without it the time of writing stands there, and two forms differ.
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC), "title": forms[0].title})
        paint = _formats(book)
        notes = _guidance(book.add_worksheet("Read this first"), forms[0], paint)
        sheets = [book.add_worksheet(name) for name in names]
        lists = _lists([row for case in rows for row in case])
        printed = [
            _case(sheet, form, case, lists, paint)
            for sheet, form, case in zip(sheets, forms, rows, strict=True)
        ]
        hidden = book.add_worksheet(HIDDEN)
        keys = dict.fromkeys(row.key for case in rows for row in case if row.key)
        _hidden(hidden, forms, lists, list(keys), sorted(notes.union(*printed)))
    return _growing(out.getvalue())


def _growing(workbook: bytes) -> bytes:
    """The workbook with rows that grow with what is typed, which a row of a set height does not.

    Every program would find the height of such a row by itself, but some not before it is edited.
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(workbook)) as written, ZipFile(out, "w", ZIP_DEFLATED) as parts:
        for part in written.infolist():
            data = written.read(part)
            if part.filename.startswith("xl/worksheets/sheet"):
                data = data.replace(b' customHeight="1"', b"")
            parts.writestr(part, data)
    return out.getvalue()


# What a case's sheet asks.


def _rows(form: Form) -> Iterator[_Row]:
    yield _Row(asked="About this return", is_heading=True)
    said = tuple(choice.shown for choice in status_choices())
    yield _Row("status", asked=STATUS_ASKED, hint=_STATUS_HINT, answer=said)
    yield _Row("completed by", asked=COMPLETED_BY_ASKED, comment=True)
    yield _Row("note", asked=NOTE_ASKED, comment=True)
    for section in form.sections:
        about = plain(section.about) if section.about else ""
        yield _Row(asked=section.title or "Overall", hint=about, is_heading=True)
        for question in section.questions:
            yield from _of_question(form, question)
        for judgement in section.judgements:
            yield _of_judgement(judgement)
    yield _Row(asked="Good practice", hint=_GOOD_PRACTICE_HINT, is_heading=True)
    agencies = (form.agency_name, *form.others.values())
    for at in range(_GOOD_PRACTICES):
        hint = "Write it under Comment. Under Answer choose who did it, if another agency."
        yield _Row(
            f"good practice {at + 1}",
            asked=GOOD_PRACTICE_ASKED,
            hint=hint,
            answer=agencies,
            comment=True,
        )


_STATUS_HINT: Final = "Where you have no answers to give, this is all that we need."
_GOOD_PRACTICE_HINT: Final = "In your own agency's work or another's; a row each. Leave the rest."


def _of_question(form: Form, question: FormQuestion) -> Iterator[_Row]:
    asked = question.asked
    others = {one.asked.ref: one for one in form.questions}
    routed = [(others[ref], word) for ref, word in asked.asked_if.items() if ref in others]
    only = [f"Only where {one.asked.ref} is {one.scale.shown(word)}." for one, word in routed]
    row = _Row(
        asked.ref,
        asked.ref,
        plain(asked.text),
        " ".join([*only, question_hint(question)]).strip(),
        comment=True,
        only_if=tuple(_given(one, word) for one, word in routed),
        is_counted=True,
    )
    if question.is_in_words:
        yield row
        return
    reasons = tuple(choice.shown for choice in reason_choices())
    choices = answer_choices(question)
    if not asked.several:
        yield replace(row, answer=tuple(choice.shown for choice in choices), reason=reasons)
        return
    besides = [choice for choice in choices if choice.word not in question.scale.choices]
    yield replace(
        row,
        hint=f"Several can be ticked, in the rows below. {row.hint}".strip(),
        answer=tuple(choice.shown for choice in besides),
        reason=reasons,
        is_counted=False,
    )
    for value in question.scale.choices:
        label = question.scale.shown(value)
        yield _Row(
            f"{asked.ref}{SEPARATOR}{value}", asked=label, answer=(TICK,), only_if=row.only_if
        )


def _given(question: FormQuestion, word: str) -> tuple[str, str]:
    """The row in which an answer is given, and what stands there where it is this one."""
    if question.asked.several:
        return f"{question.asked.ref}{SEPARATOR}{word}", TICK
    return question.asked.ref, question.scale.shown(word)


def _of_judgement(judgement: FormJudgement) -> _Row:
    asked = judgement.asked
    grades = tuple(choice.shown for choice in grade_choices(judgement))
    hint = plain(asked.guidance) if asked.guidance else ""
    return _Row(asked.ref, asked.ref, plain(asked.label), hint, answer=grades, comment=True)


# How it is written.

_Formats = dict[str, Any]
_Lists = dict[tuple[str, ...], str]
"""Where in the hidden sheet each list of choices stands, as a formula."""


def _formats(book: Any) -> _Formats:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    cell = base | {"text_wrap": True, "border": 1, "border_color": "#9AA5B1"}
    # As text: what is typed stays what was typed, and 4-6 does not become a date.
    typed = cell | {"locked": False, "num_format": "@", "bg_color": "#FFFBE6"}
    made = {
        "base": base,
        "wrapped": base | {"text_wrap": True},
        "title": base | {"bold": True, "font_size": 14},
        "bold": base | {"bold": True, "text_wrap": True},
        "header": cell | {"bold": True, "bg_color": "#1F3A5F", "font_color": "#FFFFFF"},
        "heading": cell | {"bold": True, "bg_color": "#DCE6F1"},
        "cell": cell,
        "closed": cell | {"bg_color": "#E4E7EB"},
        "typed": typed,
        "lacking": {"bg_color": "#F9C6C6"},
        "unasked": {"font_color": "#7B8794"},
    }
    return {name: book.add_format(properties) for name, properties in made.items()}


def _sheet_names(forms: Sequence[Form]) -> list[str]:
    """A name each: that of the case, no longer than a sheet's can be."""
    names: list[str] = []
    for form in forms:
        name, number = form.case_name[:_LONGEST_NAME], 1
        while name.casefold() in (other.casefold() for other in names):
            number += 1
            name = f"{form.case_name[: _LONGEST_NAME - 4]} {number}"
        names.append(name)
    return names


def _lists(rows: Sequence[_Row]) -> _Lists:
    """Each list of choices once, with where it stands in the hidden sheet."""
    found = dict.fromkeys(
        choices for row in rows for choices in (row.answer, row.reason) if choices
    )
    return {
        choices: f"={HIDDEN}!{_fixed(1, column)}:{_fixed(len(choices), column)}"
        for column, choices in enumerate(found, _FIRST_LIST)
    }


def _fixed(row: int, column: int) -> str:
    return re.sub(r"([A-Z]+)([0-9]+)", r"$\1$\2", address(row, column))


def _case(
    sheet: Any, form: Form, rows: Sequence[_Row], lists: _Lists, paint: _Formats
) -> frozenset[str]:
    """Write the sheet of a case; all that it says itself."""
    top = [*_top(form)]
    body = range(_HEADER + 1, _HEADER + 1 + len(rows))
    for column, width in enumerate(_WIDTHS):
        hidden = {"hidden": True} if column == _KEY else {}
        sheet.set_column(column, column, width, None, hidden)
    sheet.set_row(0, None, None, {"hidden": True})
    for column, text in enumerate((FORMAT, _which(form), "", *COLUMNS[_ANSWER:])):
        sheet.write_string(0, column, text)
    sheet.set_row(1, _TITLE)
    for at, (text, style) in enumerate(top, 1):
        sheet.write_string(at, 0, text, paint[style])
    formula, progress = _progress(rows)
    sheet.write_formula(_HEADER - 1, 0, formula, paint["base"], progress)
    sheet.write_string(_HEADER - 1, _KEY, PROGRESS)
    for column, text in enumerate(_HEADINGS):
        sheet.write_string(_HEADER, column, text, paint["header"])
    for at, row in zip(body, rows, strict=True):
        _row(sheet, at, row, lists, paint)
    _warn(sheet, body, rows, paint)
    answers = f"{address(body[0], _ANSWER)}:{address(body[-1], _COMMENT)}"
    sheet.ignore_errors({"number_stored_as_text": answers})  # a score of 10 is one
    sheet.protect("", {"format_rows": True, "format_columns": True})
    sheet.freeze_panes(_HEADER + 1, _HINT)
    _printing(sheet, form, body[-1])
    said = [text for text, _ in top] + list(_HEADINGS)
    said += [text for row in rows for text in (row.ref, row.asked, row.hint)]
    return frozenset(text for text in said if text)


_HEADINGS: Final = ("Ref", "Question", "What to look for", "Answer", "Reason", "Comment")


def _which(form: Form) -> str:
    """What the sheet is about, as its hidden row says it: ids have no spaces."""
    return f"{form.audit} {form.fingerprint} {form.agency} {form.case}"


def _top(form: Form) -> Iterator[tuple[str, str]]:
    made_up = f" {_MADE_UP}" if form.made_up else ""
    yield f"{form.agency_name}: {form.case_name}", "title"
    yield f"{form.title}, {form.partnership}.{made_up}", "base"
    due = f"Due by {form.dates.due.words}. " if form.dates.due else ""
    yield (
        f"{due}Fill in the yellow cells. No names: write the child, mum, the school nurse.",
        "base",
    )


def _progress(rows: Sequence[_Row]) -> tuple[str, str]:
    """How many questions are answered: as a formula, and what it comes to before any is."""
    cells = [
        address(at, _ANSWER if row.answer else _COMMENT)
        for at, row in enumerate(rows, _HEADER + 1)
        if row.is_counted
    ]
    # A function takes no more than 255 arguments.
    sums = [f"COUNTA({','.join(cells[at : at + 200])})" for at in range(0, len(cells), 200)]
    of = f" of {len(cells)} questions answered"
    return f'={"+".join(sums) or "0"}&"{of}"', f"0{of}"


def _row(sheet: Any, at: int, row: _Row, lists: _Lists, paint: _Formats) -> None:
    shown = ((row.asked, _WIDTHS[_ASKED]), (row.hint, _WIDTHS[_HINT]))
    sheet.set_row(at, _height(*shown, lines=_LINES_OF_COMMENT if row.comment else 1))
    if row.is_heading:
        for column in range(_KEY):
            text = {_ASKED: row.asked, _HINT: row.hint}.get(column, "")
            sheet.write(at, column, text, paint["heading"])
        return
    for column, text in ((_REF, row.ref), (_ASKED, row.asked), (_HINT, row.hint)):
        sheet.write_string(at, column, text, paint["cell"])
    sheet.write_string(at, _KEY, row.key)
    for column, choices in ((_ANSWER, row.answer), (_REASON, row.reason)):
        sheet.write_blank(at, column, None, paint["typed" if choices else "closed"])
        if choices:
            sheet.data_validation(at, column, at, column, _choosing(lists[choices]))
    sheet.write_blank(at, _COMMENT, None, paint["typed" if row.comment else "closed"])


_LINES_OF_COMMENT: Final = 3
_TITLE: Final = 22.0
"""Points that a row with a title takes."""
_LINE: Final = 13.0
"""Points that a line of text takes."""
_SIGNS: Final = 1.15
"""Signs of a text for each sign of a column's width, which is told in digits."""


def _height(*texts: tuple[str, int], lines: int = 1) -> float:
    """Points that these texts take, each in a column of so many signs."""
    return _LINE * max(lines, *(len(wrap(text, int(width * _SIGNS))) for text, width in texts)) + 3


def _choosing(source: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_title": "Not one of the choices",
        "error_message": "Choose from the list. What else there is to say belongs under Comment.",
    }


def _warn(sheet: Any, body: range, rows: Sequence[_Row], paint: _Formats) -> None:
    """Colours: a reason that is lacking, and a question that does not apply."""
    at_key = {row.key: at for at, row in zip(body, rows, strict=True)}
    first = body[0]
    unknown = [one.value.capitalize() for one in (NonAnswer.DONT_KNOW, NonAnswer.NOT_APPLICABLE)]
    answer, reason = (f"${address(first, column)}" for column in (_ANSWER, _REASON))
    said = ",".join(f'{answer}="{word}"' for word in unknown)
    lacking = {
        "type": "formula",
        "criteria": f'=AND(OR({said}),{reason}="")',
        "format": paint["lacking"],
    }
    sheet.conditional_format(first, _REASON, body[-1], _REASON, lacking)
    for at, row in zip(body, rows, strict=True):
        tests = [
            f'{_fixed(at_key[key], _ANSWER)}<>"{word.replace(_QUOTE, _QUOTE * 2)}"'
            for key, word in row.only_if
            if key in at_key
        ]
        if tests:
            unasked = {
                "type": "formula",
                "criteria": f"=OR({','.join(tests)})",
                "format": paint["unasked"],
            }
            sheet.conditional_format(at, 0, at, _COMMENT, unasked)


_QUOTE: Final = '"'


def _printing(sheet: Any, form: Form, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.repeat_rows(_HEADER)
    sheet.print_area(0, 0, last, _COMMENT)
    made_up = "&C Made up" if form.made_up else ""
    sheet.set_footer(f"&L{_escaped(form.title)}{made_up}&R{form.case_name}, page &P of &N")


def _escaped(text: str) -> str:
    """A text in which the sign for a code of the footer is one."""
    return text.replace("&", "&&")


def _guidance(sheet: Any, form: Form, paint: _Formats) -> frozenset[str]:
    """Write the sheet with the guidance; all that it says."""
    notes = [*_notes(form)]
    for column, width in enumerate(_NOTE_WIDTHS):
        sheet.set_column(column, column, width)
    for at, (left, right, style) in enumerate(notes):
        sheet.write_string(at, 0, left, paint[style])
        if style == "title":
            sheet.set_row(at, _TITLE)
        else:
            sheet.set_row(at, _height((left, _NOTE_WIDTHS[0]), (right, _NOTE_WIDTHS[1])))
        if right:
            sheet.write_string(at, 1, right, paint["wrapped"])
    sheet.protect("", {"format_rows": True, "format_columns": True})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    return frozenset(text for left, right, _ in notes for text in (left, right) if text)


def _notes(form: Form) -> Iterator[tuple[str, str, str]]:
    """The lines of the guidance: a word, what it means, and the style of the word."""
    yield form.tool.title, "", "title"
    yield "Audit", f"{form.title}, {form.partnership}", "bold"
    if form.made_up:
        yield "", _MADE_UP, "bold"
    yield "For", form.agency_name, "bold"
    if form.period:
        yield "Look at", form.period, "bold"
    if form.dates.due:
        yield "Due by", form.dates.due.words, "bold"
    yield "", "", "base"
    yield "How to fill it in", _STEPS[0], "bold"
    yield from (("", step, "base") for step in _STEPS[1:])
    notes = [plain(note) for note in form.tool.guidance]
    if notes:
        yield "", "", "base"
        yield "What to bear in mind", notes[0], "bold"
        yield from (("", note, "base") for note in notes[1:])
    yield "", "", "base"
    yield "Under Comment", comment_asked(form), "bold"
    every: tuple[FormQuestion | FormJudgement, ...] = (*form.questions, *form.judgements)
    for scale in {one.scale.name: one.scale for one in every}.values():
        meanings = [(one.shown, plain(one.meaning)) for one in scale.values if one.meaning]
        if meanings:
            yield "", "", "base"
            yield scale.name, plain(scale.about) if scale.about else "", "bold"
            yield from ((word, meaning, "wrapped") for word, meaning in meanings)


_STEPS: Final = (
    "A sheet for each case. Say first whether you know the child. Where you do not, or have no "
    "answers to give, the rest of the sheet stays empty.",
    "Choose each answer from its list, and write what it rests on under Comment.",
    "Where you don't know, or the question does not apply, choose that, and why under Reason. The "
    "cell is red until you have.",
    "What you leave empty counts as left blank, and as nothing else.",
    "Save the workbook as it is, as .xlsx, and send it back the way it came. Nothing is sent by "
    "itself.",
)


def _hidden(
    sheet: Any,
    forms: Sequence[Form],
    lists: _Lists,
    keys: Sequence[str],
    printed: Sequence[str],
) -> None:
    """What the form is, what its status words stand for, what it says, and its choices."""
    form = forms[0]
    facts = [("format", FORMAT, ""), ("audit", form.audit, ""), ("tool", form.fingerprint, "")]
    facts += [("agency", form.agency, ""), *(("case", one.case, one.case_name) for one in forms)]
    facts += [("status", choice.shown, choice.word) for choice in status_choices()]
    judged = {one.asked.ref for one in form.judgements}
    facts += [
        (JUDGED if ref in judged else ASKED, ref, hash_) for ref, hash_ in form.fingerprints.items()
    ]
    facts += [("row", key, "") for key in keys]
    for at, fact in enumerate(facts):
        for column, text in enumerate(fact):
            sheet.write_string(at, column, text)
    for at, text in enumerate(printed):
        sheet.write_string(at, 3, text)
    for column, choices in enumerate(lists, _FIRST_LIST):
        for at, choice in enumerate(choices, 1):
            sheet.write_string(at, column, choice)
    sheet.hide()
