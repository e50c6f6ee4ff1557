"""`audits kit`: a folder for each agency, or why there can be none."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.check.trees import tree_with
from tests.collect.forms import FILES, KIT, TOOL


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose tool asks in every way."""
    made = tmp_path / "project"
    tree_with(made, FILES)
    (made / "mkdocs.yml").write_text("site_name: Small\n", encoding="utf-8")
    shutil.copytree(KIT, made / "site" / "kit")
    monkeypatch.chdir(made)
    return made


def kit(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["kit", *arguments])


def changed(project: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (project / path).write_text(text, encoding="utf-8")


def test_each_agency_has_a_folder_with_a_note_and_forms(project: Path) -> None:
    done = kit("small", "out")
    assert (done.exit_code, done.output) == (
        0,
        "The kit of small is in out: 2 folders, one an agency.\n",
    )
    made = (file for file in (project / "out").rglob("*") if file.is_file())
    assert sorted(file.relative_to(project / "out").as_posix() for file in made) == [
        "police/covering-note.txt",
        "police/police--a.html",
        "police/police--b.html",
        "police/police.html",
        "school/covering-note.txt",
        "school/school--a.html",
        "school/school--b.html",
        "school/school.html",
    ]


def test_an_agency_alone(project: Path) -> None:
    assert kit("small", "out", "--agency", "school").exit_code == 0
    assert [folder.name for folder in (project / "out").iterdir()] == ["school"]


def test_the_covering_note(project: Path) -> None:
    kit("small", "out")
    note = (project / "out/police/covering-note.txt").read_bytes()
    assert note.decode("utf-8-sig").replace("\r\n", "\n") == NOTE


def test_the_covering_note_says_to_whom(project: Path) -> None:
    audit = project / "audits/small/audit.yml"
    contact = "contact: {role: Business manager, address: audits@council.example}\n"
    audit.write_text(contact + audit.read_text("utf-8"), "utf-8")
    kit("small", "out", "--agency", "police")
    note = (project / "out/police/covering-note.txt").read_text("utf-8-sig")
    assert " ".join(note.partition("TO WHOM")[2].partition("HOW\n")[0].split()) == (
        "Send what you have filled in through the secure channel to Business manager "
        "<audits@council.example>, and ask there what is not clear."
    )


def test_the_covering_note_is_the_managers_to_change(project: Path) -> None:
    changed(project, {"site/kit/note.txt": "For {{ agency }}, by {{ due }}.\n"})
    kit("small", "out", "--agency", "police")
    note = (project / "out/police/covering-note.txt").read_text(encoding="utf-8-sig")
    assert note == "For Smallshire Police, by 1 March 2031.\n"


def test_the_words_of_the_form_can_be_those_of_another_language(project: Path) -> None:
    words = (KIT / "words.yml").read_text(encoding="utf-8")
    changed(project, {"site/kit/words.yml": words.replace("language: en", "language: cy")})
    kit("small", "out")
    form = (project / "out/police/police--a.html").read_text(encoding="utf-8")
    assert '<html lang="cy">' in form


REFUSED = {
    "no agency of it": (
        ["small", "out", "--agency", "polcie"],
        {},
        "Error: small does not ask polcie. Did you mean police?\nIt asks:\n  police\n  school\n",
    ),
    "a folder with something in it": (
        ["small", "site"],
        {},
        "Error: site is not empty: name a new folder, or empty it first.\n",
    ),
    "a folder among the data": (
        ["small", "audits/kit"],
        {},
        "Error: audits/kit is in the folder of the data: name another.\n",
    ),
    "no cases": (
        ["printed", "out"],
        {},
        "Error: There can be no kit of printed: it has no case in the folder `cases`, and so "
        "nobody to ask about anything.\n",
    ),
    "several answers": (
        ["small", "out"],
        {"audits/small/tool.yml": TOOL.replace("label: Why", "several: yes\n        label: Why")},
        "Error: There can be no kit of small: its tool lets R2 have several answers, and a return "
        "holds one: make each answer a question of its own.\n",
    ),
    "a note that cannot be read": (
        ["small", "out"],
        {"site/kit/note.txt": "For\n{{ agency }\n"},
        "Error: site/kit/note.txt:2: unexpected '}'\n",
    ),
    "words that are no list": (
        ["small", "out"],
        {"site/kit/words.yml": "language: en\ncase: [\n"},
        "Error: site/kit/words.yml:3: this is no list of names and texts.\n",
    ),
    "words that are too few": (
        ["small", "out"],
        {
            "site/kit/words.yml": (KIT / "words.yml")
            .read_text(encoding="utf-8")
            .replace("print: Print", "# print")
            .replace("blank_none: none blank", "")
        },
        "Error: site/kit/words.yml: the form needs `blank_none`, `print` as well.\n",
    ),
    "a note that asks for what is not known": (
        ["small", "out"],
        {"site/kit/note.txt": "For {{ agent }}\n"},
        "Error: A template in site/kit: 'agent' is undefined.\n",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_can_have_no_kit(project: Path, case: str) -> None:
    arguments, files, said = REFUSED[case]
    changed(project, files)
    done = kit(*arguments)
    assert done.output.endswith(said), done.output
    assert not (project / "out").exists()


NOTE: Final = """\
Smallshire Safeguarding Partnership

To Smallshire Police

Planning for children at home: your returns

Whether plans came in time.

WHAT WE ASK OF YOU
Please fill in one form for each of these cases, from your own agency's
records: Case A, Case B. A form has 4 questions and 2 judgements.

Which child is which stands in the list of cases. It comes to you
separately, through the secure channel that you always use.

BY WHEN
By 1 March 2031. If you can't make it, tell us now.

HOW
  police--a.html: the form on Case A
  police--b.html: the form on Case B
  police.html: all of these in one file, if you would rather have that

Save a form on your computer and open it by double click. It needs no
account, no installation and no network, and it sends nothing. Press “Save
my return”, and send us the file that it makes, whose name ends in .json,
through the secure channel.

If your agency does not know the child, say so at the top of the form: that
is an answer, too, and takes a minute. Send back what you have, even half
done, and say what is missing.

Write no names: not the child's, not a parent's, not a worker's. Leave out
dates of birth, addresses and numbers.

WHAT BECOMES OF IT
Your answers are laid beside those of the other agencies, and all of you
meet to agree what was good and what was not. Staff of the agencies can read
what you wrote, with your agency's name and without yours. The public can
read neither.
"""
