"""A form as a page says what the form asks, and runs and fetches nothing of anybody else's."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.collect.form_page import form_page
from generator.model.returns import NonAnswer, Reason, ReturnStatus
from tests.collect.forms import KIT, forms, stationery
from tests.conftest import Golden
from tests.sites import see

OLD = re.compile(r"=>|`|\b(?:let|const|class|async|await)\b|\?\.|\?\?|\.\.\.|\(\?<")
"""What browsers of 2013 do not know."""


def page(cases: int = 1) -> str:
    return form_page(forms()[:cases], stationery())


def data(cases: int = 1) -> Any:
    found = re.search(r'id="data">(.*?)</script>', page(cases))
    assert found
    return json.loads(found[1])


def without_inlined(html: str) -> str:
    """The page without its style, its script, its data, and their checksums."""
    html = re.sub(r"(<(style|script)[^>]*>).*?(</\2>)", r"\1\3", html, flags=re.DOTALL)
    return re.sub(r"sha256-[\w+/=]+", "sha256-", html)


def test_the_form_of_a_case(golden: Golden) -> None:
    golden("form.html", without_inlined(page()))


def test_it_is_well_formed_and_no_id_is_there_twice() -> None:
    seen = see(without_inlined(page(2)))
    assert (seen.faults, len(seen.ids)) == ([], len(set(seen.ids)))


def test_it_fetches_nothing_and_leads_nowhere_else() -> None:
    seen = see(without_inlined(page(2)))
    assert (seen.asks, seen.handlers) == ([], set())
    assert [link for link in seen.links if not link.startswith("#")] == []


def test_only_its_own_script_can_run() -> None:
    assert page().count("<script") == 2
    assert re.findall(r"<script>(.)", page(), re.DOTALL) == [stationery().script[0]]


def test_the_same_form_is_the_same_file() -> None:
    assert page(2) == page(2)


def test_a_form_of_several_cases_lets_one_choose() -> None:
    assert re.findall(r'<option value="(.)">(Case .)<', page(2)) == [
        ("a", "Case A"),
        ("b", "Case B"),
    ]


def test_each_word_of_the_model_has_words_in_the_form() -> None:
    words = stationery().words
    assert list(words["reasons"]) == [reason.value for reason in Reason]
    assert list(words["answers"]) == [
        answer.value for answer in NonAnswer if answer is not NonAnswer.BLANK
    ]
    assert list(words["statuses"]) == [
        status.value for status in ReturnStatus if status.can_be_said and not status.has_answers
    ]
    assert set(words["shapes"]) == {shape["name"] for shape in stationery().shapes}


def test_no_word_of_the_form_is_unused() -> None:
    used = (KIT / "form.js").read_text("utf-8") + (KIT / "form.html").read_text("utf-8")
    used += "comment_columns comment_hint tip_name tip_date"
    assert [name for name in stationery().words if not re.search(rf"\b{name}\b", used)] == []


def test_the_script_has_every_word_that_it_says() -> None:
    asked = set(re.findall(r"\bwords\.(\w+)", stationery().script))
    assert asked - set(stationery().words) == set()


def test_the_script_is_short_and_known_to_old_browsers() -> None:
    script = stationery().script
    code = re.sub(r"//.*", "", script)
    assert len(script.splitlines()) < 400
    assert OLD.findall(code) == []


def test_no_pattern_looks_behind() -> None:
    assert [one["name"] for one in data()["shapes"] if "(?<" in one["pattern"]] == []


def test_comments_under_several_headings_have_one_room() -> None:
    first = forms()[0]
    tool = first.tool.model_copy(update={"comment_columns": ("What helped", "What did not")})
    html = form_page([replace(first, tool=tool)], stationery())
    hints = re.findall(r'id="q-R1-comment-hint">([^<]+)<', html)
    assert hints == ["Say: What helped; What did not."]


@pytest.mark.parametrize("name", ["form.html", "form.js", "form.css"])
def test_all_words_stand_in_one_file(name: str) -> None:
    """Nothing that a reader sees is written in the template, the script or the style."""
    source = (KIT / name).read_text("utf-8")
    if name == "form.html":
        shown = re.sub(r"\{[%{#].*?[%}#]\}|<[^>]*>", " ", source, flags=re.DOTALL)
    else:
        source = re.sub(r"//.*|/\*.*?\*/", "", source, flags=re.DOTALL)
        shown = " ".join(re.findall(r"'([A-Z][a-z]+ [^']*)'", source))
    assert re.findall(r"[A-Za-z]{3,}", shown) == []
