"""What the guides show is true: their files pass the check, their commands say what stands there.

The guides are read in an order, as one project that grows: a copy of the data. A block with a title
is a file of it, or a part of one:

    PATH                 the whole file
    PATH, a new entry    added at its end; so is `PATH, at the end`, where it is not there already
    PATH, changed lines  in place of what stands below the same keys

In what a command says, a line `…` stands for lines that are left out.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.checking import check_folder
from generator.cli import main
from generator.collect.form import forms_of
from generator.diagnostics import Severity
from generator.kept.known import look
from generator.read.tree import read_tree
from generator.region.rollup import QUERY
from tests.check.trees import AS_AT
from tests.collect.sent import saved, text
from tests.sites import ROOT, SITE_IS_BUILT

GUIDES = ROOT / "site" / "pages" / "guides"
BY_HAND = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(GUIDES.glob("*.md"))]
AUDIT = "exampleshire-2027-step-down"
"""What the guides make; it is not there before."""
SENT = {
    "example-early-help--b": (
        ("no", "no"),
        "Mum knew the number. {}, who does the mornings, did not.",
        "uneven",
    ),
    "example-school--a": (("no", "no"), "", "sound"),
}
"""What the agencies of the guide answer by form: to E1 and E2, with a comment, and their grade."""
BY_FORM = "returns/b/example-early-help.yml"
"""The return that the guide receives by form; those that were typed come with it."""
UNUSED = "no audit uses the agency `example-dentists`"
"""A guide adds an agency to show how, and says that nothing uses it yet."""

FENCE = re.compile(
    r"^```(?P<kind>\w*)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
PROMPT = re.compile(r"^[A-Z][^:\n]*: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block of a guide."""

    place: str
    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class Command:
    """A command that a guide shows, and what stands below it."""

    place: str
    line: str
    shown: str


def blocks(file: Path) -> Iterator[Block]:
    source = file.read_text(encoding="utf-8")
    for found in FENCE.finditer(source):
        place = f"{file.name}:{source.count(chr(10), 0, found.start()) + 1}"
        yield Block(place, found["kind"], found["title"] or "", found["text"])


def commands(block: Block) -> Iterator[Command]:
    """The commands of a console block, each with what it says."""
    before, *shown = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    assert not before, f"{block.place} says something before its first command"
    for one in shown:
        line, _, said = one.partition("\n")
        yield Command(block.place, line, said)


class Reader:
    """Somebody who does what the guides say, in a project of their own."""

    def __init__(self, project: Path) -> None:
        self.project = project

    def reads(self, guide: str, *, looks: bool = True) -> Iterator[Block]:
        """Do what a guide says, block by block; each is given once it is done.

        Where it comes to the returns, it sends its reader to the guide on them. Who does not look
        leaves out the commands that only show something.
        """
        for block in blocks(GUIDES / guide):
            if block.title:
                self.writes(block)
                if guide == "run-an-audit.md" and block.title.endswith(BY_FORM):
                    for one in blocks(GUIDES / "write-a-return.md"):
                        if one.title and one.title != block.title:
                            self.writes(one)
            elif block.kind == "console":
                for command in commands(block):
                    if looks or command.line.startswith("audits new"):
                        self.tries(command)
            yield block

    def writes(self, block: Block) -> None:
        path, _, how = block.title.partition(", ")
        file = self.project / path
        before = file.read_text(encoding="utf-8") if file.is_file() else ""
        match how:
            case "":
                after = block.text
            case "a new entry" | "at the end":
                assert before, f"{block.place}: there is no {path} to add to"
                after = before if block.text in before else before + block.text
            case "changed lines":
                after = before
                for key, part in top_keys(block.text).items():
                    old = top_keys(before)[key]
                    after = after.replace(old, part)
            case _:
                pytest.fail(f"{block.place}: how is `{how}` written?")
        if block.title.endswith(BY_FORM) and before:
            assert before == after, f"{block.place}: this is not what was received"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(after, encoding="utf-8", newline="\n")

    def tries(self, command: Command) -> None:
        words = shlex.split(command.line, comments=True)
        into = ""
        if ">" in words:
            *words, _, into = words
        if words[0] == "make":
            self.knows_target(command, words)
            return
        assert words[0] == "audits", f"{command.place}: `{command.line}` is no command of ours"
        if words[1] == "receive":
            self.gets_mail()
        typed = "".join(f"{answer}\n" for answer in PROMPT.findall(command.shown))
        done = CliRunner().invoke(main, words[1:], input=typed)
        if words == ["audits", "new"] and not typed:
            assert done.stdout.startswith("Partnership"), command.place  # it asks, and waits
            return
        fails = re.search(r"^(error\[|No: )", command.shown, re.MULTILINE) is not None
        assert done.exit_code == fails, f"{command.place}: {done.output}{done.exception or ''}"
        if into:
            (self.project / into).write_text(done.stdout, encoding="utf-8")
        elif command.shown:
            assert_shown(done.output, command)

    def gets_mail(self) -> None:
        """Two agencies send what their forms saved; the second time without a name."""
        library = read_tree(self.project / "audits").library
        there = {form.name: form for form in forms_of(library.audits[AUDIT], library)}
        inbox = self.project / "inbox"
        grandparent = "Gran" if inbox.is_dir() else "Doreen"
        inbox.mkdir(exist_ok=True)
        for name, (answers, comment, grade) in SENT.items():
            whole = saved(there[name], {"E1": answers[0], "E2": answers[1]}, {"JO": grade})
            whole["answers"]["E2"]["comment"] = comment.format(grandparent)
            (inbox / f"{name}.json").write_bytes(text(whole))

    def knows_target(self, command: Command, words: list[str]) -> None:
        """`make` takes too long to be tried here; that it works, `.ci/run` shows."""
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)) | {"help"}
        assert set(words[1:]) <= targets, f"{command.place}: make knows no {words[1:]}"
        said = SITE_IS_BUILT if "site" in words else ""
        assert command.shown in ("", said), f"{command.place}: make never says this"


def top_keys(text: str) -> dict[str, str]:
    """The lines of each key of a YAML file that stands at the margin."""
    parts = re.split(r"^(?=[a-z_]+:)", text, flags=re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts if ":" in part}


def assert_shown(said: str, command: Command) -> None:
    """What a command says must be what the guide shows."""
    said, shown = said.rstrip("\n"), command.shown.rstrip("\n")
    where = f"{command.place}: $ {command.line}"
    if "…" not in shown.splitlines():
        assert said == shown, where
        return
    # The width of columns hangs on lines that are left out.
    parts = [
        r"(?:.*\n)*?" if line == "…" else r" *" + r"\s+".join(map(re.escape, line.split())) + "\n"
        for line in shown.splitlines()
    ]
    assert re.fullmatch("".join(parts), f"{said}\n"), f"{where}\nsays\n{said}"


def found(project: Path) -> set[str]:
    """What the check says is wrong, notes and the agency that nothing uses yet apart."""
    report = check_folder(project / "audits", AS_AT, jobs=1, known=look(project, AS_AT))
    told = [one for one in report.diagnostics if one.severity is not Severity.NOTE]
    return {one.message for one in told} - {UNUSED}


def assert_right(reader: Reader, guide: str) -> None:
    """Read a guide; what is wrong with a file must be shown before the next one is written."""
    shown: set[str] = set()
    unsaid: set[str] = set()
    for block in reader.reads(guide):
        if block.kind == "console":
            shown |= {fault for fault in unsaid if fault in block.text}
            unsaid -= shown
        elif block.title:
            assert unsaid == set(), f"before {block.place}"
            unsaid = found(reader.project) - shown
    assert unsaid == set(), f"at the end of {guide}"


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Somebody with a copy of the data and what forms are made with; commands run there."""
    for folder in ("audits", "site/kit", "site/templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    return Reader(tmp_path)


def test_run_an_audit(reader: Reader) -> None:
    assert_right(reader, "run-an-audit.md")
    # It ends with nothing that the reader was not told how to mend.
    assert found(reader.project) == set()


def test_write_a_return(reader: Reader) -> None:
    for block in reader.reads("run-an-audit.md", looks=False):
        if block.title.endswith("cases/b.md"):
            break
    assert_right(reader, "write-a-return.md")
    assert found(reader.project) == set()


def test_enter_a_report(reader: Reader) -> None:
    """What it says of the whole is true once all of it is typed."""
    for block in reader.reads("enter-a-report.md"):
        assert block.text, block.place
    assert found(reader.project) == set()


def test_review_findings(reader: Reader) -> None:
    """Goes on from an audit that was run."""
    for block in reader.reads("run-an-audit.md", looks=False):
        assert block.text, block.place
    assert_right(reader, "review-findings.md")


def test_add_up_a_region(reader: Reader) -> None:
    """It shows the query that is asked, whole."""
    queries = [block.text for block in reader.reads("add-up-a-region.md") if block.kind == "sql"]
    assert queries == [QUERY]


@pytest.mark.parametrize("file", BY_HAND, ids=lambda file: file.name)
def test_every_command_is_known(file: Path, reader: Reader) -> None:
    """Commands shown without what they say are tried as well, on the data as it is."""
    shown = [one for block in blocks(file) if block.kind == "console" for one in commands(block)]
    for command in shown:
        if not command.shown and AUDIT not in command.line:
            reader.tries(command)


@pytest.mark.parametrize("file", BY_HAND, ids=lambda file: file.name)
def test_every_file_that_is_shown_has_its_path(file: Path) -> None:
    """Nothing is shown that no test writes."""
    shown = [block for block in blocks(file) if block.kind in ("yaml", "markdown", "yml", "md")]
    assert [block.place for block in shown if not block.title] == []


@pytest.mark.parametrize("file", sorted(GUIDES.glob("*.md")), ids=lambda file: file.name)
def test_every_file_that_is_shown_is_in_a_guide_that_is_tried(file: Path) -> None:
    tried = {
        *("run-an-audit.md", "write-a-return.md", "review-findings.md"),
        "enter-a-report.md",
    }
    assert file.name in tried or [block.title for block in blocks(file) if block.title] == []


def test_every_path_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_/.]*(?:/|\.(?:py|toml|yml|css|html)))`", text))
    files = {file.relative_to(ROOT).as_posix() for file in (ROOT / "generator").rglob("*.py")}
    missing = {
        one
        for one in named
        if not (ROOT / one).exists() and not any(file.endswith(f"/{one}") for file in files)
    }
    assert (missing, len(named) > 15) == (set(), True)
