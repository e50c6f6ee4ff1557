"""Exports as Kobo, REDCap and Microsoft Forms write them, of returns that are typed by hand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from generator.collect.fields import Field, fields_of, hidden_fields
from generator.collect.form import Form
from generator.collect.mapping import Mapped, drafted, read_map, understood_map
from generator.collect.written import fields_of as filled_in
from generator.model.returns import NonAnswer, Return
from tests.draft.books import workbook

Returns = Sequence[tuple[Form, Return]]


def kobo(forms: Sequence[Form], returns: Returns) -> bytes:
    """Codes below names with their groups, between semicolons, and what Kobo adds."""
    fields = fields_of(forms)
    hidden = hidden_fields(forms[0])
    head = [*(name for name, _ in hidden), *(f"part_1/{field.name}" for field in fields)]
    rows = [["start", *head, "_uuid", "_submission_time"]]
    for form, held in returns:
        said = [value for _, value in hidden] + list(_cells(fields, form, held, in_codes=True))
        rows.append(["2031-02-20T09:00:00", *said, "5d1a", "2031-02-20T10:00:00"])
    return _csv(rows, ";").encode("utf-8-sig")


def redcap(forms: Sequence[Form], returns: Returns) -> bytes:
    """Codes below names, between commas, and what REDCap adds."""
    fields = fields_of(forms)
    hidden = hidden_fields(forms[0])
    head = [*(name for name, _ in hidden), *(field.name for field in fields)]
    rows = [["record_id", *head, "audit_return_complete"]]
    for number, (form, held) in enumerate(returns, 1):
        said = [value for _, value in hidden] + list(_cells(fields, form, held, in_codes=True))
        rows.append([str(number), *said, "2"])
    return _csv(rows, ",").encode()


def microsoft(forms: Sequence[Form], returns: Returns) -> bytes:
    """What the form shows below its headings, as .xlsx, and what Microsoft Forms adds."""
    fields = fields_of(forms)
    rows = [["ID", "Start time", "Email", *(field.label for field in fields)]]
    for number, (form, held) in enumerate(returns, 1):
        said = _cells(fields, form, held, in_codes=False)
        rows.append([str(number), "2/20/31 9:00:00", "anonymous", *said])
    return workbook({"Sheet1": rows})


def _cells(fields: Sequence[Field], form: Form, held: Return, *, in_codes: bool) -> Iterator[str]:
    says = {("agency",): form.agency, ("case",): form.case, **filled_in(held)}
    for field in fields:
        word = says.get(field.at, "")
        known = {choice.word: choice for choice in field.choices}
        if word == NonAnswer.BLANK:
            yield ""
        elif word in known:
            yield known[word].code if in_codes else known[word].shown
        else:
            yield word


def _csv(rows: Sequence[Sequence[str]], sign: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue()


def mapped(headings: Sequence[str], forms: Sequence[Form], *changes: tuple[str, str]) -> Mapped:
    """The mapping that is drafted for these headings, with some of its lines changed."""
    text = drafted(headings, "answers.csv", forms)
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    file, faults = read_map(text.encode(), "map.yml")
    assert faults == ()
    found, faults = understood_map(file, forms)
    assert faults == ()
    return found
