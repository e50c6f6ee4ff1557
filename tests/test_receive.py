"""`audits receive`, as somebody meets it who has a folder full of what agencies sent."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.collect.opened import ENDINGS
from generator.diagnostics.wording import joined
from generator.read.tree import read_tree
from tests.check.trees import lines
from tests.collect.sent import saved_returns, small, text
from tests.sites import EXAMPLE, ROOT, SMALL

RETURN = "audits/small/returns/a/police.yml"
KEPT = "What came is kept in audits/small/received, which git ignores.\n"
WRITTEN = """\
# yaml-language-server: $schema=../../../../schema/return.schema.json
status: complete
received: 2031-02-20
answers:
  R1: no
  R2: yes
judgements:
  JP: good
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["receive", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small tree, to which the police have not returned case a yet, and a folder for mail."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / RETURN).unlink()
    (tmp_path / "mail").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def comes(name: str = "a.json", **changed: Any) -> str:
    """A file in the mail."""
    Path("mail", name).write_bytes(text(small(**changed)))
    return f"mail/{name}"


def files(project: Path) -> dict[str, str]:
    """Every file of the tree with its text."""
    return {
        path.relative_to(project).as_posix(): path.read_text("utf-8")
        for path in sorted((project / "audits").rglob("*"))
        if path.is_file()
    }


def test_a_return_is_written_as_by_hand(project: Path) -> None:
    done = run(comes(), "--received", "2031-02-20")
    assert (done.output, done.exit_code) == (
        "police, case a  in, complete, 2 of 2 questions answered  (mail/a.json)\n"
        f"1 return is taken in.\n{KEPT}",
        0,
    )
    assert (project / RETURN).read_text("utf-8") == WRITTEN


def test_what_came_is_kept_and_is_no_part_of_the_tree(project: Path) -> None:
    file = comes()
    assert run(file).exit_code == 0
    (kept,) = (project / "audits/small/received").glob("*.json")
    assert kept.read_bytes() == Path(file).read_bytes()
    assert [fault for fault in lines(project / "audits").splitlines() if "received" in fault] == []


def test_git_ignores_what_came(project: Path) -> None:
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=project, check=True)
    run(comes())
    done = subprocess.run(
        ["git", "status", "--porcelain", "--", "audits/small/received", RETURN],
        cwd=project,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == f"?? {RETURN}\n"


def test_a_dry_run_writes_nothing(project: Path) -> None:
    before = files(project)
    done = run(comes(), "--dry-run")
    assert (done.output, done.exit_code) == (
        "police, case a  would be taken in, complete, 2 of 2 questions answered  (mail/a.json)\n"
        "1 return would be taken in.\n",
        0,
    )
    assert files(project) == before


def test_a_bad_return_stops_no_other(project: Path) -> None:
    (project / "audits/small/returns/b/police.yml").unlink()
    comes("1.json", R1={"answer": "yess"})
    comes("2.json", case="b")
    Path("mail/3.json").write_bytes(text(small())[:300])
    Path("mail/read me.txt").write_text("Here they are.", "utf-8")
    done = run("mail")
    assert (done.stdout, done.stderr, done.exit_code) == (
        """\
error[not-on-scale]: `R1`: `yess` is not on the scale “Yes or no”
 --> mail/1.json, question R1, answer
  |
1 | yess
  | ^^^^
  |
  = tip: Did you mean `yes`?

error[unreadable-return]: the file ends in the middle: not all of it arrived
  --> mail/3.json:17:2
   = tip: Ask for it again; the form saves it with *Save my return*.

Found 2 errors in 2 files.

police, case a  not in: 1 error  (mail/1.json)
police, case b  in, complete, 2 of 2 questions answered  (mail/2.json)
1 return is taken in, 1 is not in and 1 file could not be read.
"""
        + KEPT,
        f"Not opened, as no return ends so ({joined(ENDINGS)} do): mail/read me.txt\n",
        1,
    )
    assert not (project / RETURN).exists()
    assert (project / "audits/small/returns/b/police.yml").exists()


def test_what_points_to_a_child_is_kept_out_and_not_copied(project: Path) -> None:
    before = files(project)
    done = run(comes(R1={"comment": "Kayleigh was late."}))
    assert "error[name]: `Kayleigh` is no word that is known here" in done.output
    assert (done.exit_code, files(project)) == (1, before)


def test_a_word_that_the_audit_allows_is_let_in(project: Path) -> None:
    audit = project / "audits/small/audit.yml"
    allowed = "{word: Kayleigh, reason: The name of a service, by: Audit group}"
    audit.write_text(f"{audit.read_text('utf-8')}identifiers_allowed: [{allowed}]\n", "utf-8")
    assert run(comes(R1={"comment": "Kayleigh was late."})).exit_code == 0
    assert "Kayleigh" in (project / RETURN).read_text("utf-8")


def test_markup_and_formulas_stay_the_text_that_they_are(project: Path) -> None:
    typed = 'so <script>alert(1)</script>, "quoted"\n=1+1\n😀 &amp; {x}'
    done = run(comes(R1={"comment": typed}))
    assert done.exit_code == 0, done.output
    held = read_tree(project / "audits").library.audits["small"].returns["a"]["police"]
    assert held.answers["R1"].comment == typed


def test_a_fault_in_a_long_comment_is_marked_in_its_line(project: Path) -> None:
    comment = "First line.\n" + "Then this was said again and again. " * 5 + "Kayleigh came."
    assert project
    shown = run(comes(R1={"comment": comment})).output
    assert " --> mail/a.json, question R1, comment\n" in shown
    marked = shown[shown.index("2 | ") :].splitlines()
    assert marked[0][marked[1].index("^") :].startswith("Kayleigh")


DIFFERS = """\
error[second-return]: `police` has a return on case `a` already, and this one differs
 --> mail/b.json, case
  |
1 | a
  | ^
  |
  = tip: Say --replace to take this one, --keep to leave that.

Found 1 error in 1 file.

police, case a  not in: one that differs is there  (mail/b.json)
    R1: “no” → “yes”
    R1, comment: nothing → “It did.”
    JP: “good” → “poor”
0 returns are taken in and 1 is not in.
"""
SECOND: dict[str, Any] = {"R1": {"answer": "yes", "comment": "It did."}, "JP": {"grade": "poor"}}


@pytest.fixture
def second(project: Path) -> str:
    """A second return, that differs from the first."""
    run(comes(), "--received", "2031-02-20")
    assert project
    return comes("b.json", **SECOND)


def test_a_second_return_shows_what_differs_and_changes_nothing(project: Path, second: str) -> None:
    done = run(second)
    assert (done.output, done.exit_code) == (DIFFERS, 1)
    assert (project / RETURN).read_text("utf-8") == WRITTEN


def test_a_second_return_that_is_to_replace_the_first_keeps_that_beside_what_came(
    project: Path, second: str
) -> None:
    assert run(second, "--replace").exit_code == 0
    assert "comment: It did." in (project / RETURN).read_text("utf-8")
    (replaced,) = (project / "audits/small/received").glob("replaced-a-police-*.yml")
    assert replaced.read_text("utf-8") == WRITTEN


def test_a_second_return_may_be_left(project: Path, second: str) -> None:
    assert run(second, "--keep").exit_code == 0
    assert (project / RETURN).read_text("utf-8") == WRITTEN


@pytest.mark.parametrize(("answer", "replaces"), [("y", True), ("n", False)])
def test_whoever_sits_at_a_terminal_is_asked(
    project: Path, second: str, answer: str, replaces: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.receive.is_asked_at_terminal", lambda: True)
    done = CliRunner().invoke(main, ["receive", second], input=answer)
    assert "Replace the one that is there? [y/N]" in done.output
    assert ((project / RETURN).read_text("utf-8") != WRITTEN) == replaces


def test_the_same_return_again_is_in_already(project: Path) -> None:
    file = comes()
    run(file, "--received", "2031-02-20")
    done = run(file, "--received", "2031-03-01")
    assert (done.output, done.exit_code) == (
        "police, case a  in already, with the same words  (mail/a.json)\n"
        f"0 returns are taken in and 1 is in already.\n{KEPT}",
        0,
    )
    assert (project / RETURN).read_text("utf-8") == WRITTEN


def test_a_return_takes_the_place_of_no_return(project: Path) -> None:
    (project / RETURN).write_text("status: no return\n", "utf-8")
    assert run(comes(), "--received", "2031-02-20").exit_code == 0
    assert (project / RETURN).read_text("utf-8") == WRITTEN


def test_two_files_with_one_return_that_differ_are_both_kept_out(project: Path) -> None:
    comes("1.json")
    comes("2.json", **SECOND)
    done = run("mail")
    assert (
        "error[second-return]: mail/2.json has another return of `police` on case `a`, which "
        "differs in `R1`, `JP`, `R1, comment`\n"
    ) in done.output
    assert (done.exit_code, (project / RETURN).exists()) == (1, False)


def test_two_files_that_say_the_same_are_one_return(project: Path) -> None:
    comes("1.json")
    comes("2.json", saved="2031-02-21T10:00:00Z")
    done = run("mail")
    assert "1 return is taken in and 1 is in already.\n" in done.output
    assert (done.exit_code, (project / RETURN).exists()) == (0, True)


LETTER = """\
To: Smallshire Police
Subject: Your returns for “Planning for children at home”: please look at them once more

Thank you for your returns for “Planning for children at home”.
These are in: Case B.
These could not be taken in yet:

Case A (police--a.json)
  - question R1, answer: “R1”: “yess” is not on the scale “Yes or no”. Did you mean “yes”?
  - question R1, comment: something stands here that may name or point to a person. It is not \
repeated in this letter. Please put a role in its place, such as “mum” or “the class teacher”, or \
leave it out.
  - question R2, answer: a reason is missing. Please choose one: not recorded; no access to the \
record; not involved at the time; question unclear; not our role; did not arise.

police--c.json
  - the file could not be opened, or not all of it arrived. Please save it again in the form, and \
send the file that ends in .json.

Please open what you sent (in the form: “Open a saved return”), put right what is named
here, save it, and send it again in the same way. What you typed is still in your file.
"""


def test_a_letter_says_what_to_do_and_repeats_no_name(project: Path) -> None:
    comes("police--a.json", R1={"answer": "yess", "comment": "Kayleigh and Marlon were late."})
    whole = small(R1={"answer": "yess", "comment": "Kayleigh and Marlon were late."})
    whole["answers"]["R2"] = {"answer": "don't know"}
    Path("mail/police--a.json").write_bytes(text(whole))
    comes("police--b.json", case="b")
    Path("mail/police--c.json").write_bytes(b"{")
    done = run("mail", "--reply", "letters")
    assert "To send back: letters/police.txt\n" in done.output
    assert [path.name for path in (project / "letters").iterdir()] == ["police.txt"]
    assert (project / "letters/police.txt").read_text("utf-8") == LETTER


def test_no_letter_is_written_over(project: Path) -> None:
    (project / "letters").mkdir()
    done = run(comes(), "--reply", "letters")
    assert (done.exit_code, (project / RETURN).exists()) == (2, False)
    assert "letters is there already; name a new folder." in done.output


def test_where_the_tool_has_errors_nothing_is_judged(project: Path) -> None:
    tool = project / "audits/small/tool.yml"
    tool.write_text(tool.read_text("utf-8").replace("scale: yes-no", "scale: yes-mo", 1), "utf-8")
    done = run(comes())
    assert (done.exit_code, (project / RETURN).exists()) == (1, False)
    assert done.output == (
        "audits/small/tool.yml:9:16: no scale is called `yes-mo`\n"
        "1 error in the data; `audits check` shows all of them.\n"
    )


def test_a_folder_without_returns_is_said_to_have_none(project: Path) -> None:
    assert project
    done = run("mail")
    assert (done.exit_code, done.output.splitlines()[-1]) == (
        2,
        f"Error: There is no return here: no file that ends in {joined(ENDINGS)}.",
    )


def test_errors_in_the_rest_of_the_audit_are_counted(project: Path) -> None:
    findings = project / "audits/small/findings.yml"
    findings.write_text(findings.read_text("utf-8").replace("themes:", "thmes:", 1), "utf-8")
    done = run(comes())
    assert done.output.splitlines()[-1] == "The check finds 1 error in the rest of the audit."
    assert (done.exit_code, (project / RETURN).exists()) == (0, True)


def test_no_link_leads_a_return_out_of_the_tree(project: Path) -> None:
    outside = project / "outside"
    outside.mkdir()
    shutil.rmtree(project / "audits/small/returns/a")
    (project / "audits/small/returns/a").symlink_to(outside)
    done = run(comes())
    assert (done.exit_code, list(outside.iterdir())) == (1, [])


def test_all_returns_of_the_example_come_back_as_they_were_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a form does not say is taken out of the typed ones: the day, and an empty answer."""
    shutil.copytree(ROOT / "audits", tmp_path / "audits")
    monkeypatch.chdir(tmp_path)
    library = read_tree(tmp_path / "audits").library
    returns = tmp_path / "audits" / EXAMPLE / "returns"
    typed = {}
    (tmp_path / "mail").mkdir()
    for name, whole in saved_returns(library.audits[EXAMPLE], library):
        (tmp_path / "mail" / name).write_bytes(text(whole))
        file = returns / whole["case"] / f"{whole['agency']}.yml"
        typed[file] = re.sub(
            r"^received: .*\n|^  \w+:\n(?!    )", "", file.read_text("utf-8"), flags=re.MULTILINE
        )
        file.unlink()
    done = run("mail")
    assert done.exit_code == 0, done.output
    differ = [file.name for file, held in typed.items() if file.read_text("utf-8") != held]
    assert (differ, len(typed)) == ([], 53)
