"""From data to records: every fault once, and the rest still judged."""

import pytest

from generator.model.findings import Finding, FindingKind
from generator.model.returns import Answer, Judgement, Return, ReturnStatus
from generator.model.tool import Tool
from generator.read.shape import STAND_IN
from tests.read.reading import read, said

RETURN = "status: complete\nanswers: {R1: yes}\n"
FINDING = "late:\n  kind: worry\n  text: Late.\n"


@pytest.mark.parametrize(
    ("kind", "text", "faults"),
    [
        ("return", RETURN, []),
        ("findings", FINDING, []),
        # Keys.
        ("return", "staus: complete\n", ["1:1+5 unknown-key: `staus` is not known here"]),
        ("return", "{}\n", ["1:1+1 missing-key: `status` is missing"]),
        ("return", RETURN + "xyz: 1\n", ["3:1+3 unknown-key: `xyz` is not known here"]),
        (
            "findings",
            "late:\n  kind: worry\n  txet: Late.\n  teme: [a]\n",
            [
                "3:3+4 unknown-key: `txet` is not known here",
                "4:3+4 unknown-key: `teme` is not known here",
            ],
        ),
        # The one that is unknown is the one that is missing, however it is written.
        (
            "findings",
            "late:\n  kind: worry\n  what was found: Late.\n",
            ["3:3+14 unknown-key: `what was found` is not known here"],
        ),
        (
            "findings",
            FINDING + "  abc: 1\n  xyz: 2\n",
            ["4:3+3 unknown-key: `abc`, `xyz` are not known here"],
        ),
        (
            "findings",
            "kind: worry\ntext: Late.\n",
            ["1:1+4 missing-key: `kind` stands where the id of an entry should"],
        ),
        (
            "findings",
            "late: {}\nlost: {}\n",
            [
                "1:1+4 missing-key: `kind`, `text` are missing",
                "2:1+4 missing-key: `kind`, `text` are missing",
            ],
        ),
        # Ids and references.
        (
            "findings",
            FINDING + "  agencies: [The Police]\n",
            ["4:14+10 bad-id: `The Police` cannot be an id"],
        ),
        ("findings", FINDING.replace("late", "Late!"), ["1:1+5 bad-id: `Late!` cannot be an id"]),
        (
            "return",
            "status: complete\nanswers: {R-1: yes, R2: yes}\n",
            ["2:11+3 bad-id: `R-1` cannot be a reference"],
        ),
        # Values of another kind.
        (
            "return",
            "status: done\nanswers: {R1: yes}\n",
            ["1:9+4 wrong-value: `status`: `done` is none of the words that can stand here"],
        ),
        (
            "return",
            "status: complete\nreceived: 3 March\nanswers: {R1: yes}\n",
            ["2:11+7 wrong-value: `received`: `3 March` is not written as a date is here"],
        ),
        (
            "return",
            "status: complete\nanswers: {R1: true, R2: [yes], R3: {answer: {a: b}}}\n",
            [
                "2:15+4 wrong-value: `R1`: `true` cannot stand here",
                "2:25+1 wrong-value: `R2`: a list stands where `key: value` lines are expected",
                "2:45+1 wrong-value: `answer`: a set of keys is not text",
            ],
        ),
        (
            "findings",
            FINDING + "  themes: planning\n",
            ["4:11+8 wrong-value: `themes`: `planning` is not a list"],
        ),
        (
            "published",
            "source: a table\nunit: returns\nfigures:\n"
            "  R1: {counts: {yes: true, no: [1]}, total: 1.5}\n",
            [
                "4:22+4 wrong-value: `yes`: `true` is not a whole number",
                "4:32+1 wrong-value: `no`: a list: input should be a valid integer",
                "4:45+3 wrong-value: `total`: `1.5` is not a whole number",
            ],
        ),
        (
            "published",
            "source: a table\nunit: returns\nfigures:\n"
            "  R1: {counts: {}, percentages: {yes: 82%, no: true}}\n",
            [
                "4:39+3 wrong-value: `yes`: `82%` is not a percentage",
                "4:48+4 wrong-value: `no`: `true` is not a percentage",
            ],
        ),
        # What is counted.
        (
            "published",
            "source: a table\nunit: retuns\nfigures:\n  R1: {counts: {yes: 1}, unit: Family}\n",
            [
                "2:7+6 wrong-value: `unit`: `retuns` is misspelt",
                "4:32+6 wrong-value: `unit`: `Family` is no noun as it is written here",
            ],
        ),
        (
            "audit",
            "title: A\npartnership: p\nthemes: [t]\nstatus: published\nabout: A.\n"
            "counted: {families: 18, agencies: 4, contact: 7}\n",
            [
                "6:25+8 wrong-value: `agencies`: `agencies` does not belong here",
                "6:38+7 wrong-value: `contact`: `contact` is no noun as it is written here",
            ],
        ),
        (
            "findings",
            "- late\n",
            ["1:1+1 wrong-value: the file: a list stands where `key: value` lines are expected"],
        ),
        (
            "findings",
            "late\n",
            ["1:1+4 wrong-value: the file: `late` stands where `key: value` lines are expected"],
        ),
        (
            "findings",
            f"late:\n  kind: worry\n  text: {'x' * 60_001}\n",
            ["3:9+60001 wrong-value: `text`: the text has more than 60,000 characters"],
        ),
        ("summary", "x" * 60_000 + "\n", []),
        (
            "summary",
            "x" * 60_001 + "\n",
            ["1:1+60001 wrong-value: the file: the text has more than 60,000 characters"],
        ),
        ("summary", " \n", ["1:1+1 empty-text: the file is empty"]),
        (
            "tool",
            "title: |\n  A tool\n  of two lines\nsections: []\n",
            ["1:8+1 wrong-value: `title`: `A tool…` goes over several lines"],
        ),
        # Nothing there.
        ("findings", "late:\n", ["1:1+4 empty-text: `late` has nothing in it"]),
        (
            "findings",
            FINDING.replace("Late.", "' '"),
            ["3:3+4 empty-text: `text` has nothing in it"],
        ),
        (
            "findings",
            FINDING + "  themes: [~]\n",
            ["4:12+1 empty-text: `themes` has nothing in it"],
        ),
        ("findings", "~\n", ["1:1+1 empty-text: the file is empty"]),
        (
            "case",
            "---\nage_band: 5 to 9\n---\n",
            ["3:1+3 empty-text: there is no text below the front matter"],
        ),
        (
            "case",
            "---\npen_picture: A child.\n---\nA child.\n",
            ["2:1+11 front-matter: `pen_picture` is the text below the front matter"],
        ),
        ("case", "---\n---\nA child.\n", []),
        # YAML's faults, and what would only follow from them.
        (
            "findings",
            FINDING + "lost: *x\n",
            ["4:7+2 anchor-or-tag: `*x` is an anchor, alias or tag of YAML"],
        ),
        (
            "return",
            "status: complete\nanswers:\n  R1: yes\n  R1: {answr: no}\n",
            ["4:3+2 duplicate-key: `R1` stands here for the second time; it was first on line 3"],
        ),
        (
            "return",
            "status: complete\nnote: >-\nnote: Half of it.\nanswers:\nanswers: {R1: yes}\n",
            [
                "3:1+4 duplicate-key: `note` stands here for the second time; it was first on "
                "line 2",
                "5:1+7 duplicate-key: `answers` stands here for the second time; it was first on "
                "line 4",
            ],
        ),
    ],
)
def test_one_fault_one_diagnostic(kind: str, text: str, faults: list[str]) -> None:
    assert said(kind, text) == faults


def test_what_is_not_at_fault_is_kept() -> None:
    file, faults = read(
        "return",
        "status: complete\nreceived: 3 March\nanswers:\n  R1: yes\n  R2: [no]\n"
        "  R3: {answer: no, comment: Late., remark: x}\njudgements: {JP: good, JX: {comment: x}}\n",
    )
    assert len(faults) == 4
    assert not file.whole
    assert file.held == Return(
        status=ReturnStatus.COMPLETE,
        answers={"R1": Answer(answer="yes"), "R3": Answer(answer="no", comment="Late.")},
        judgements={"JP": Judgement(grade="good"), "JX": Judgement(grade=STAND_IN, comment="x")},
    )


def test_what_is_missing_has_a_stand_in() -> None:
    file, faults = read("findings", "late: {themes: [planning]}\n")
    assert [one.rule for one in faults] == ["missing-key"]
    assert file.held == {
        "late": Finding(kind=FindingKind.STRENGTH, text=STAND_IN, themes=("planning",))
    }


def test_a_question_without_reference_does_not_cost_the_tool() -> None:
    file, _ = read(
        "tool",
        "title: A tool\nsections:\n  - id: plan\n    title: The plan\n    questions:\n"
        "      - {label: One, text: One?, scale: yes-no}\n"
        "      - {ref: R2, label: Two, text: Two?, scale: yes-no}\n",
    )
    assert isinstance(file.held, Tool)
    assert [question.ref for question in file.held.questions] == [STAND_IN, "R2"]


def test_places_stay_right_when_items_of_a_list_go() -> None:
    file, _ = read("findings", FINDING + "  themes: [A B, planning, C D, review]\n")
    assert file.held["late"].themes == ("planning", "review")
    place = file.document.place(("late", "themes", 1))
    assert (place.line, place.column, place.width) == (4, 32, 6)


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        (FINDING, True),
        (FINDING + "  detail: ''\n", True),
        (FINDING + "  remark: x\n", True),
        (FINDING + "  reach: far\n", True),
        ("late: {kind: worry}\n", True),
        (FINDING + "Lost: {kind: worry, text: Lost.}\n", False),
        (FINDING + "lost: x\n", False),
        (FINDING + "remarks: {kind: [x]}\n", False),
        ("- late\n", False),
        ("late: {\n", False),
        ("", False),
    ],
)
def test_whether_names_are_lost(text: str, *, keeps: bool) -> None:
    assert read("findings", text)[0].keeps_names is keeps
