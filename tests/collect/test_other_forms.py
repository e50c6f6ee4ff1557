"""The form for Kobo, REDCap and Microsoft Forms."""

from __future__ import annotations

import csv
import io
import re
from xml.etree import ElementTree

import pytest
import yaml
from pyxform.xls2xform import convert  # type: ignore[import-untyped]

from generator.collect.fields import STATUS_ASKED, STATUS_WORDS, fields_of
from generator.collect.form import Form
from generator.collect.msforms import to_plain_list
from generator.collect.redcap import COLUMNS, to_data_dictionary
from generator.collect.xlsform import to_xlsform
from generator.model.returns import ReturnStatus
from generator.spreadsheet.book import read_sheets
from tests.collect.asking import of_everything, small
from tests.collect.forms import KIT
from tests.conftest import Golden

FORMS = pytest.mark.parametrize("forms", [small(), of_everything()], ids=["small", "everything"])


@FORMS
def test_each_field_has_a_name_a_key_and_a_label_of_its_own(forms: tuple[Form, ...]) -> None:
    fields = fields_of(forms)
    for told in ("name", "key", "label"):
        assert len({getattr(field, told) for field in fields}) == len(fields)


@FORMS
def test_codes_are_of_letters_digits_and_underscores_and_differ(forms: tuple[Form, ...]) -> None:
    for field in fields_of(forms):
        codes = [choice.code for choice in field.choices]
        assert len(set(codes)) == len(codes)
        assert all(re.fullmatch("[a-z0-9_]+", code) for code in (field.name, *codes))


def test_what_became_of_a_return_is_said_as_on_the_page() -> None:
    words = yaml.safe_load((KIT / "words.yml").read_text(encoding="utf-8"))
    said = {status: STATUS_WORDS[ReturnStatus(status)] for status in words["statuses"]}
    assert said == {status: told["label"] for status, told in words["statuses"].items()}
    assert words["status"] == STATUS_ASKED


# XLSForm.


@FORMS
def test_pyxform_converts_it_without_a_warning(forms: tuple[Form, ...]) -> None:
    warnings: list[str] = []
    made = convert(io.BytesIO(to_xlsform(forms)), warnings=warnings, file_type=".xlsx")
    assert (made.warnings, warnings) == ([], [])
    ElementTree.fromstring(made.xform)  # noqa: S314 - our own


def test_an_xlsform_is_the_same_bytes_twice() -> None:
    assert to_xlsform(small()) == to_xlsform(small())


def test_what_an_xlsform_asks(golden: Golden) -> None:
    sheets = read_sheets(to_xlsform(of_everything()))
    lines = [
        " | ".join(cell for cell in (sheet.name, *row) if cell)
        for sheet in sheets
        for row in sheet.rows
    ]
    golden("collect/xlsform.txt", "\n".join(lines) + "\n")


# REDCap.


@FORMS
def test_a_data_dictionary_has_what_redcap_asks_for(forms: tuple[Form, ...]) -> None:
    head, *rows = csv.reader(io.StringIO(to_data_dictionary(forms)))
    names = [row[0] for row in rows]
    assert tuple(head) == COLUMNS
    assert len(COLUMNS) == 18
    assert names[0] == "record_id"
    assert len(set(names)) == len(names)
    # Else REDCap asks to rename it.
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,25}", name) and "__" not in name for name in names)
    named = set(re.findall(r"\[([a-z0-9_]+)[\](]", " ".join(row[11] for row in rows)))
    assert named <= set(names)


def test_a_data_dictionary_of_everything(golden: Golden) -> None:
    golden("collect/redcap.csv", to_data_dictionary(of_everything()).replace("\r\n", "\n"))


# Microsoft Forms.


def test_the_plain_list_of_everything(golden: Golden) -> None:
    golden("collect/msforms.txt", to_plain_list(of_everything()))
