"""People fill in the form: in a browser, by mouse and by keyboard, in one go and in several."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Download, Page, expect

from generator.cli import main
from generator.collect.form import forms_of
from generator.collect.form_page import Stationery, form_page
from generator.identify.vocabulary import of_library
from generator.model.returns import Answer, NonAnswer, Return, ReturnStatus
from generator.read.tree import read_tree
from tests.check.trees import tree_with
from tests.collect.forms import FILES, KIT, forms, stationery
from tests.sites import EXAMPLE, ROOT

ODD: Final = 'He said "no" \U0001f642 in Łódź,\n\n  and <b>left</b>.\n=1+1'
"""What comments hold, and programs stumble over."""
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms of the police: of case A, and of both cases."""
    made = tmp_path_factory.mktemp("kit")
    (made / "one.html").write_text(form_page(forms()[:1], stationery()), encoding="utf-8")
    (made / "all.html").write_text(form_page(forms()[:2], stationery()), encoding="utf-8")
    return made


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser on a computer of its own, on which everything that goes wrong is noted."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def visit(context: BrowserContext, folder: Path) -> Iterator[Visit]:
    """Opens a form by double click: it asks nothing of a network, and nothing goes wrong in it."""
    wrong: list[str] = []
    asked_for: list[str] = []

    def opened(name: str = "one", *, by: BrowserContext = context) -> Page:
        page = by.new_page()
        page.on("console", lambda said: wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: asked_for.append(asked.url))
        page.goto((folder / f"{name}.html").as_uri())
        return page

    yield opened
    of_network = [address for address in asked_for if not address.startswith(("file:", "blob:"))]
    assert (wrong, of_network) == ([], [])


def answers(page: Page) -> None:
    """Say that the agency knows the child."""
    page.get_by_label("Yes, and we answer the questions").check()


def choose(page: Page, ref: str, label: str) -> None:
    page.locator(f'[id="q-{ref}"]').get_by_label(label, exact=False).first.check()


def comment(page: Page, ref: str, text: str) -> None:
    page.locator(f'[id="q-{ref}-comment"]').fill(text)


def counts(page: Page) -> str:
    return page.locator("#counts").inner_text()


def save(page: Page, folder: Path) -> tuple[Path, Path]:
    """Save the return; gives the file to send and the copy to read."""
    files: list[Download] = []
    page.on("download", lambda file: files.append(file))  # noqa: PLW0108 - no method of a list
    with page.expect_download(lambda file: file.suggested_filename.endswith(".txt")):
        page.locator("#bar").get_by_text("Save my return").click()
    for file in files:
        file.save_as(folder / file.suggested_filename)
    to_send, to_read = (folder / file.suggested_filename for file in files)
    return to_send, to_read


def saved(page: Page, folder: Path) -> Any:
    """What the file to send holds, without when it was saved."""
    whole = json.loads(save(page, folder)[0].read_text(encoding="utf-8"))
    for one in whole.get("returns", [whole]):
        assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", one.pop("saved"))
    return whole


def test_a_return_is_filled_in_saved_opened_again_and_finished(
    browser: Browser, visit: Visit, tmp_path: Path
) -> None:
    page = visit()
    assert counts(page) == "0 of 3 answered, 3 blank"
    answers(page)
    page.get_by_label("Your role and team").fill("Sergeant, public protection")
    choose(page, "R1", "Don't know")
    page.locator("#q-R1").get_by_label("Not recorded").check()
    comment(page, "R1", ODD)
    choose(page, "1.3", "2")
    assert counts(page) == "2 of 3 answered, 1 blank"
    to_send, _ = save(page, tmp_path)
    assert to_send.name == "police--a.json"
    assert json.loads(to_send.read_text(encoding="utf-8"))["finished"] is False

    elsewhere = browser.new_context()
    page = visit(by=elsewhere)
    page.get_by_label("Open a saved return").set_input_files(to_send)
    expect(page.locator("#told")).to_have_text("police--a.json is open.")
    assert page.locator("#q-R1-comment").input_value() == ODD
    comment(page, "W1", "A call.")
    choose(page, "JP", "Good")
    page.get_by_label("What was done well").first.fill("The school rang\nat once.")
    page.get_by_label("Who did it").first.select_option("school")
    page.get_by_label("Yes, this is our whole return").check()
    assert counts(page) == "3 of 3 answered, none blank"
    assert saved(page, tmp_path) == {
        "format": "audit-return 1",
        "audit": "small",
        "tool": forms()[0].fingerprint,
        "asked": forms()[0].fingerprints,
        "agency": "police",
        "case": "a",
        "finished": True,
        "status": "complete",
        "completed_by": "Sergeant, public protection",
        "note": "",
        "answers": {
            "R1": {"answer": "don't know", "reason": "not recorded", "comment": ODD},
            "1.3": {"answer": "2", "reason": "", "comment": ""},
            "W1": {"answer": "", "reason": "", "comment": "A call."},
        },
        "judgements": {"JP": {"grade": "good", "comment": ""}},
        "good_practice": [{"text": "The school rang\nat once.", "agency": "school"}],
    }
    elsewhere.close()


def filled(page: Page) -> None:
    """A return in which everything is said."""
    answers(page)
    page.get_by_label("Your role and team").fill("Sergeant")
    page.get_by_label("What a reader of this return must know").fill("The minutes are lost.")
    choose(page, "R1", "No")
    choose(page, "R2", "Not applicable")
    page.locator("#q-R2").get_by_label("Not our role").check()
    comment(page, "R1", ODD)
    comment(page, "W1", "A call.")
    choose(page, "1.3", "0")
    choose(page, "JP", "Poor")
    page.get_by_label("What was done well").first.fill("The school rang.")
    page.get_by_label("Part of it is missing").check()


COPY: Final = """\
Planning for children at home
Smallshire Police, Case A
Copy of a return. The file to send is police--a.json.
Completed by: Sergeant
The minutes are lost.

R1 Did the plan come in time?
  No
  He said "no" \U0001f642 in Łódź,
\u0020\u0020
    and <b>left</b>.
  =1+1

R2 Was anybody told why it was late?
  Not applicable
  Not our role

1.3 From 0 to 3, how well?
  0

W1 What would have helped?
  A call.

JP The plan
  Poor

JX The partnership's work
  blank

Good practice: The school rang.
  Smallshire Police"""
RECEIVED: Final = """\
# yaml-language-server: $schema=../../../../schema/return.schema.json
status: partial
received: 2031-02-01
completed_by: Sergeant
note: The minutes are lost.
answers:
  R1:
    answer: no
    comment: |-
      He said "no" \U0001f642 in Łódź,

        and <b>left</b>.
      =1+1
  R2:
    answer: not applicable
    reason: not our role
  1.3: 0
  W1:
    answer: blank
    comment: A call.
judgements:
  JP: poor
good_practice:
  - text: The school rang.
"""


def test_the_copy_to_read_says_it_all(visit: Visit, tmp_path: Path) -> None:
    page = visit()
    filled(page)
    _, copy = save(page, tmp_path)
    assert copy.name == "police--a.txt"
    text = copy.read_bytes().decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n")
    assert text.replace("\r", "") == COPY


def test_what_was_saved_is_received(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit()
    filled(page)
    to_send, _ = save(page, tmp_path)
    project = tmp_path / "project"
    tree_with(project, FILES)
    (project / "mkdocs.yml").write_text("site_name: Small\n", encoding="utf-8")
    monkeypatch.chdir(project)
    done = CliRunner().invoke(
        main, ["receive", str(to_send), "--received", "2031-02-01", "--replace"]
    )
    assert done.exit_code == 0, done.output
    received = project / "audits/small/returns/a/police.yml"
    assert received.read_text(encoding="utf-8") == RECEIVED


def test_what_is_typed_is_there_after_a_break(visit: Visit) -> None:
    page = visit()
    answers(page)
    comment(page, "R1", ODD)
    page.close()
    page = visit()
    expect(page.locator("#told")).to_have_text("What you typed here before is back.")
    assert page.locator("#q-R1-comment").input_value() == ODD


def test_what_is_kept_can_be_cleared(visit: Visit) -> None:
    page = visit()
    answers(page)
    comment(page, "R1", ODD)
    page.on("dialog", lambda asked: asked.accept())
    page.get_by_text("Clear what is kept in this browser").click()
    assert page.locator("#q-R1-comment").input_value() == ""
    assert page.evaluate("localStorage.length") == 0
    page.close()
    expect(visit().locator("#told")).to_be_empty()


def test_a_browser_that_keeps_nothing_says_so_and_saves(
    context: BrowserContext, visit: Visit, tmp_path: Path
) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get: function () {"
        " throw new Error('denied'); }});"
    )
    page = visit()
    expect(page.locator("#kept")).to_have_text(
        "This browser keeps nothing between visits. Save your return before you close the page."
    )
    answers(page)
    choose(page, "R1", "Yes")
    assert saved(page, tmp_path)["answers"] == {
        "R1": {"answer": "yes", "reason": "", "comment": ""}
    }


def test_where_no_file_can_be_written_the_text_is_shown(
    context: BrowserContext, visit: Visit
) -> None:
    context.add_init_script("window.Blob = function () { throw new Error('denied'); };")
    page = visit()
    answers(page)
    comment(page, "R1", ODD)
    page.locator("#bar").get_by_text("Save my return").click()
    expect(page.locator("#saved")).to_have_text(
        "No file could be written. What you typed is still here. Copy the text below into an empty "
        "file of Notepad, and save that as police--a.json."
    )
    text = json.loads(page.get_by_label("The text of your return").input_value())
    assert text["answers"]["R1"]["comment"] == ODD


def test_a_question_appears_where_an_answer_leads_to_it(visit: Visit, tmp_path: Path) -> None:
    page = visit()
    answers(page)
    expect(page.locator("#q-R2")).to_be_hidden()
    choose(page, "R1", "No")
    choose(page, "R2", "Yes")
    assert counts(page) == "2 of 4 answered, 2 blank"
    choose(page, "R1", "Yes")
    expect(page.locator("#q-R2")).to_be_hidden()
    assert counts(page) == "1 of 3 answered, 2 blank"
    assert list(saved(page, tmp_path)["answers"]) == ["R1"]


def test_who_does_not_know_the_child_answers_nothing(visit: Visit, tmp_path: Path) -> None:
    page = visit()
    choose_first = page.get_by_label("We have no record of this child")
    choose_first.check()
    expect(page.locator("#questions")).to_be_hidden()
    assert counts(page) == "We have no record of this child"
    whole = saved(page, tmp_path)
    assert (whole["status"], whole["finished"], whole["answers"]) == ("not known", True, {})


def test_a_reason_is_asked_for_at_once(visit: Visit) -> None:
    page = visit()
    answers(page)
    shown = page.locator("#q-R1 .reason:visible")
    expect(shown).to_have_count(0)
    choose(page, "R1", "Don't know")
    assert shown.all_inner_texts()[0].splitlines()[0] == "Why don't you know?"
    choose(page, "R1", "Not applicable")
    assert shown.all_inner_texts()[0].splitlines()[0] == "Why does it not apply?"


def test_it_is_not_finished_without_the_reasons(visit: Visit) -> None:
    page = visit()
    answers(page)
    choose(page, "R1", "Don't know")
    page.get_by_label("Yes, this is our whole return").check()
    page.locator("#bar").get_by_text("Save my return").click()
    assert page.locator("#saved p").all_inner_texts() == [
        "Before it is finished:",
        "Case A, R1: say why you don't know, or why it does not apply",
        "It is not saved as finished. Mend this, or choose “Not yet” and save.",
    ]
    expect(page.locator("#saved")).to_be_focused()


def test_an_answer_can_be_taken_back(visit: Visit) -> None:
    page = visit()
    answers(page)
    choose(page, "R1", "Yes")
    page.get_by_role("button", name="Clear this answer R1").click()
    assert counts(page) == "0 of 3 answered, 3 blank"


NUMBER: Final = "Take it out, since it leads to one person."
NAME: Final = "Write who it is, such as “the child”, “mum” or “the school nurse”."
WARNED_OF: Final = {
    "The NHS number is 943 476 5919.": f"“943 476 5919” looks like an NHS number. {NUMBER}",
    "Born on 3 March 2012.": "“3 March 2012” looks like an exact date. Write when it was in words "
    "that fit many, such as “in the spring”.",
    "We told Ryan to ring.": f"“Ryan” looks like a name. {NAME}",
    "Kelly's mum rang.": f"“Kelly” looks like a name. {NAME}",
    "The child, Łucja, said so.": f"“Łucja” looks like a name. {NAME}",
    "Call 07700 900123.": f"“07700 900123” looks like a telephone number. {NUMBER}",
    "Lives at AB1 2DE.": f"“AB1 2DE” looks like a postcode. {NUMBER}",
    "Lives at 14 Acacia Avenue.": f"“14 Acacia Avenue” looks like an address. {NUMBER}",
    "Write to kelly7@example.com.": f"“kelly7@example.com” looks like an e-mail address. {NUMBER}",
    "AB 12 34 56 C": f"“AB 12 34 56 C” looks like a National Insurance number. {NUMBER}",
    "School rang mum in the spring, and Dad said no. Children's Services had a plan.": "",
    "12 of 15 visits. The school told us at the gate, three weeks later.": "",
    "Ring the helpline on 0808 800 5000.": "",
    ODD: "",
}


def test_it_warns_of_what_points_to_a_child_and_of_nothing_else(visit: Visit) -> None:
    page = visit()
    said = {}
    for text in WARNED_OF:
        comment(page, "W1", text)
        said[text] = page.locator("#q-W1-comment-warning").inner_text()
    assert said == WARNED_OF


def test_several_cases_are_filled_in_one_after_the_other(visit: Visit, tmp_path: Path) -> None:
    page = visit("all")
    answers(page)
    choose(page, "R1", "Yes")
    page.get_by_label("Case", exact=True).select_option("b")
    expect(page.locator("h1")).to_have_text("Planning for children at home: Case B")
    assert counts(page) == "0 of 3 answered, 3 blank"
    page.get_by_label("We did no work with them").check()
    page.get_by_label("Case", exact=True).select_option("a")
    assert page.locator("#case option").all_inner_texts() == [
        "Case A: 1 of 3 answered",
        "Case B: 3 of 3 answered",
    ]
    whole = saved(page, tmp_path)
    assert (whole["format"], [(one["case"], one["status"]) for one in whole["returns"]]) == (
        "audit-returns 1",
        [("a", "partial"), ("b", "not involved")],
    )


NO_RETURN: Final = "some.json is no saved return, or it is damaged. Nothing was changed."
OTHER: Final = "some.json is a return of another audit, agency or case. Nothing was changed."


def test_a_file_that_is_no_return_of_this_form_changes_nothing(
    visit: Visit, tmp_path: Path
) -> None:
    ours = {"format": "audit-return 1", "audit": "small", "agency": "police", "case": "a"}
    empty: dict[str, Any] = {"answers": {}, "judgements": {}}
    files = {
        "{": NO_RETURN,
        "[]": NO_RETURN,
        "null": NO_RETURN,
        json.dumps(ours): NO_RETURN,
        json.dumps({**ours, **empty, "answers": {"R1": None}}): NO_RETURN,
        json.dumps({**ours, **empty, "agency": "school"}): OTHER,
        json.dumps({**ours, **empty, "case": "b"}): OTHER,
    }
    file = tmp_path / "some.json"
    page = visit()
    comment(page, "R1", ODD)
    for text, said in files.items():
        file.write_text(text, encoding="utf-8")
        page.evaluate("document.getElementById('told').textContent = ''")
        page.get_by_label("Open a saved return").set_input_files(file)
        expect(page.locator("#told")).to_have_text(said)
    assert page.locator("#q-R1-comment").input_value() == ODD


def test_a_return_of_an_older_form_says_what_did_not_fit(visit: Visit, tmp_path: Path) -> None:
    old = {
        "format": "audit-return 1",
        "audit": "small",
        "tool": "00000000",
        "agency": "police",
        "case": "a",
        "finished": True,
        "status": "complete",
        "answers": {
            "R1": {"answer": "mostly", "reason": "", "comment": "Kept."},
            "R9": {"answer": "yes", "reason": "", "comment": "Gone."},
        },
        "judgements": {},
    }
    file = tmp_path / "old.json"
    file.write_text(json.dumps(old), encoding="utf-8")
    page = visit()
    page.get_by_label("Open a saved return").set_input_files(file)
    expect(page.locator("#told p")).to_have_text(
        [
            "old.json is open.",
            "old.json is of another version of this form. What fits was filled in.",
            'What did not fit: R1: mostly; R9: {"answer":"yes","reason":"","comment":"Gone."}.',
        ]
    )
    assert page.locator("#q-R1-comment").input_value() == "Kept."


def test_the_keyboard_is_enough(visit: Visit) -> None:
    page = visit()
    for key in ("Tab", "Tab", "Tab", "Tab", "Space", "Tab"):
        page.keyboard.press(key)
    page.keyboard.type("Sergeant")
    for key in ("Tab", "Tab", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    assert page.locator("input:checked").evaluate_all("all => all.map(one => one.value)") == [
        "answers",
        "don't know",
        "later",
    ]


def test_it_prints_as_a_form(visit: Visit) -> None:
    page = visit()
    filled(page)
    page.emulate_media(media="print")
    assert page.locator("button:visible, textarea:visible, #bar:visible").count() == 0
    expect(page.locator("#q-R1 .typed")).to_be_visible()
    assert page.locator("#q-R1 .typed").inner_text() == ODD


@pytest.mark.parametrize("width", [320, 360])
def test_nobody_has_to_scroll_sideways(browser: Browser, visit: Visit, width: int) -> None:
    """320 is what a screen of 1280 has left where it is magnified four times."""
    context = browser.new_context(viewport={"width": width, "height": 256})
    page = visit("all", by=context)
    filled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing(
    browser: Browser, visit: Visit, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = visit("all", by=context)
    filled(page)
    comment(page, "W1", "We told Ryan.")
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    context.close()


def test_without_scripts_it_can_be_printed_and_says_so(browser: Browser, visit: Visit) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = visit(by=context)
    expect(page.locator("noscript")).to_be_visible()
    assert page.locator("button:visible").count() == 0
    context.close()


FILL = """(fields) => fields.forEach(([selector, value]) => {
  const field = document.querySelector(selector);
  const isInSight = field.checkVisibility({visibilityProperty: true});
  if (!isInSight) throw Error(`${selector} is not in sight`);
  if (field.type === 'radio') return field.click();
  field.focus();
  field.value = value;
  if (field.value !== value) throw Error(`${selector} does not take ${value}`);
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {bubbles: true}));
})"""
"""Fills in one field after the other, at once: what hands do is tried above, one by one."""


def types(page: Page, typed: Return) -> None:
    """Fill in what somebody wrote by hand, as its agency would have."""
    answers(page)
    page.get_by_label(ENDS[typed.status]).check()
    page.evaluate(FILL, list(fields_of(typed)))


def fields_of(typed: Return) -> Iterator[tuple[str, str]]:
    """Where in the form each part of a return is filled in, and what; of a choice it says where."""
    yield "#completed_by", typed.completed_by or ""
    yield "#note", typed.note or ""
    for ref, given in typed.answers.items():
        if given.answer != NonAnswer.BLANK:
            yield f'input[name="q-{ref}"][value="{given.answer}"]', ""
        if given.reason:
            yield f'input[name="q-{ref}-reason"][value="{given.reason}"]', ""
        if given.comment:
            yield f'[id="q-{ref}-comment"]', given.comment
    for ref, judged in typed.judgements.items():
        yield f'input[name="q-{ref}"][value="{judged.grade}"]', ""
        if judged.comment:
            yield f'[id="q-{ref}-comment"]', judged.comment
    for number, practice in enumerate(typed.good_practice, 1):
        yield f"#practice-{number}", practice.text
        yield f"#practice-{number}-agency", practice.agency or ""


ENDS: Final = {
    ReturnStatus.COMPLETE: "Yes, this is our whole return",
    ReturnStatus.PARTIAL: "Part of it is missing",
}


def without_date(file: Path) -> list[str]:
    """A return without when it came in."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("received:")]


def test_ten_agencies_returns_come_back_as_if_written_by_hand(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    (root / "audits").mkdir(parents=True)
    for one in (*(ROOT / "audits").glob("*.yml"), *(ROOT / "audits").glob("example-*/")):
        copied = shutil.copytree if one.is_dir() else shutil.copy
        copied(one, root / "audits" / one.name)
    (root / "mkdocs.yml").write_text("site_name: Example\n", encoding="utf-8")
    monkeypatch.chdir(root)
    library = read_tree(root / "audits").library
    audit = library.audits[EXAMPLE]
    made = Stationery(KIT, of_library(library))
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    by_hand = {}
    context = browser.new_context()
    # By hand, a question can be named to say that it is blank; a form leaves it out.
    answered = [
        form
        for form in forms_of(audit, library)
        if (typed := audit.returns[form.case][form.agency]).status.has_answers
        and Answer() not in typed.answers.values()
    ]
    for form in {form.agency: form for form in answered}.values():
        page_file = tmp_path / f"{form.name}.html"
        page_file.write_text(form_page([form], made), encoding="utf-8")
        page = context.new_page()
        page.goto(page_file.as_uri())
        types(page, audit.returns[form.case][form.agency])
        save(page, inbox)
        page.close()
        written = Path("audits", EXAMPLE, "returns", form.case, f"{form.agency}.yml")
        by_hand[written] = without_date(written)
        written.unlink()
    context.close()
    for copy in inbox.glob("*.txt"):
        copy.unlink()
    done = CliRunner().invoke(main, ["receive", str(inbox), "--received", "2026-03-20"])
    assert done.exit_code == 0, done.output
    assert {file: without_date(file) for file in by_hand} == by_hand
    assert len(by_hand) == 10
