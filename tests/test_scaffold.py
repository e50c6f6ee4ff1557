"""`audits new`, `audits list` and `audits show`: from nothing to an audit one can look at."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.library import Audit
from generator.read.tree import read_tree
from tests.check.trees import lines
from tests.render.test_fragments import faults, pages_of
from tests.sites import EARLIER, EXAMPLE, REAL, ROOT, SMALL, see

NEW = "smallshire-2032-planning"
OPTIONS = {
    "--partnership": "smallshire",
    "--year": "2032",
    "--theme": "planning",
    "--cases": "2",
    "--agencies": "police, school",
}


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def new(*more: str, typed: str = "", **changed: str | None) -> Result:
    """Run `audits new` with options: those above, but for what is `changed`; None leaves one out.

    A name such as `partnership` stands for `--partnership`.
    """
    given = OPTIONS | {f"--{name}": value for name, value in changed.items()}
    words = [
        word for option, value in given.items() if value is not None for word in (option, value)
    ]
    return run("new", *words, *more, typed=typed)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small tree, in whose folder the command runs."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the real data, in whose folder the command runs."""
    shutil.copytree(ROOT / "audits", tmp_path / "audits")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def texts(folder: Path) -> dict[str, str]:
    """Every file below a folder by its path from there."""
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".cache" not in file.parts
    }


def audit_at(project: Path, name: str) -> Audit:
    return read_tree(project / "audits").library.audits[name]


# What is written.


def test_new_audit_passes_the_checks(project: Path) -> None:
    assert new().exit_code == 0
    assert lines(project / "audits") == ""


def test_new_says_what_it_made_and_what_comes_next(project: Path) -> None:
    done = new()
    assert (done.exit_code, done.stderr, done.stdout) == (
        0,
        "",
        f"audits/{NEW} is there. Next: write audit.yml and the cases, then `audits check`, "
        f"and `audits status {NEW}` while returns come in.\n",
    )
    assert (project / "audits" / NEW).is_dir()


def test_new_writes_these_files_and_touches_no_other(project: Path) -> None:
    before = texts(project)
    new()
    after = texts(project)
    written = [
        f"audits/{NEW}/{name}"
        for name in ("audit.yml", "briefing.md", "cases/a.md", "cases/b.md", "tool.yml")
    ]
    assert [path for path in after if path not in before] == written
    assert {path: after[path] for path in before} == before


def test_audit_file_holds_what_was_asked_for_and_nothing_made_up(project: Path) -> None:
    new()
    assert yaml.safe_load((project / "audits" / NEW / "audit.yml").read_text("utf-8")) == {
        "title": "Planning, 2032",
        "partnership": "smallshire",
        "themes": ["planning"],
        "status": "planned",
        "about": "What was looked at and why, in two or three sentences. Readers see this first.",
        "asked": ["police", "school"],
    }


def test_a_case_holds_nothing_but_a_text_to_replace(project: Path) -> None:
    new()
    for case in audit_at(project, NEW).cases.values():
        held = case.model_dump(exclude_defaults=True)
        assert list(held) == ["pen_picture"]
        assert held["pen_picture"].endswith("Replace this text.")


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [("1", "a", "a"), ("26", "a", "z"), ("27", "1", "27"), ("99", "1", "99")],
)
def test_as_many_cases_as_asked_for(count: str, first: str, last: str, project: Path) -> None:
    new(cases=count)
    cases = {file.stem for file in (project / "audits" / NEW / "cases").iterdir()}
    assert (len(cases), {first, last} <= cases) == (int(count), True)
    assert lines(project / "audits") == ""


def test_an_agency_named_twice_is_asked_once(project: Path) -> None:
    new(agencies="police,school,, police ")
    asked = [one.agency for one in audit_at(project, NEW).asked]
    assert (asked, lines(project / "audits")) == (["police", "school"], "")


@pytest.mark.parametrize(
    "name",
    [
        "Plans: late",
        "Plans #1",
        "- a list",
        "[a, b]",
        "{a: b}",
        "yes",
        "2032",
        "* star",
        "'quoted'",
        'said "so"',
        "back\\slash",
        "Łódź & Ünïon 😀",
        "a %",
        "@home",
    ],
)
def test_a_theme_may_be_called_anything(name: str, project: Path) -> None:
    themes = project / "audits/themes.yml"
    themes.write_text(
        f"planning:\n  name: '{name.replace(chr(39), chr(39) * 2)}'\n  about: Plans.\n"
    )
    assert new().exit_code == 0
    assert (audit_at(project, NEW).title, lines(project / "audits")) == (f"{name}, 2032", "")


def test_a_long_name_is_cut_to_what_a_folder_may_be_called(project: Path) -> None:
    long = "a-theme-that-nobody-could-ever-have-called-by-a-shorter-name"
    themes = project / "audits/themes.yml"
    themes.write_text(themes.read_text() + f"{long}:\n  name: Long\n  about: Long.\n")
    assert new(theme=long).exit_code == 0
    assert (project / "audits" / f"smallshire-2032-{long}"[: len("audits/") + 53]).parent.is_dir()
    assert lines(project / "audits") == ""


MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def test_every_yaml_file_names_its_schema(project: Path) -> None:
    new()
    folder = project / "audits" / NEW
    named = {
        file.name: MODELINE.fullmatch(file.read_text("utf-8").partition("\n")[0])
        for file in sorted(folder.rglob("*.yml"))
    }
    assert {
        name: (folder / found[1]).resolve().relative_to(project.resolve()).as_posix()
        for name, found in named.items()
        if found
    } == {name: f"schema/{name.replace('.yml', '.schema.json')}" for name in named}
    assert [
        name
        for name in named
        if not (ROOT / "schema" / name.replace("yml", "schema.json")).is_file()
    ] == []


# A comment that shows how something is written: the key, or what stands below it.
SHOWN = re.compile(r"^# (?=(?:[a-z_]+:|  \S|   ? ?[a-z]+:))", re.MULTILINE)


def test_what_the_comments_show_can_stand_there(real: Path) -> None:
    """Take the sign of the comment away, as the comment says, and the audit still passes."""
    new(partnership="exampleshire", theme="neglect", agencies="example-school")
    folder = real / "audits/exampleshire-2032-neglect"
    for file in folder.rglob("*.*"):
        text = file.read_text("utf-8")
        file.write_text(SHOWN.sub("", text).replace("\nabout: >-\n", "\nabout: >-\n"), "utf-8")
    shown = yaml.safe_load((folder / "audit.yml").read_text("utf-8"))
    assert set(shown) >= {"in_short", "dates", "period", "case_selection"}
    case = (folder / "cases/a.md").read_text("utf-8").split("---\n")[1]
    assert set(yaml.safe_load(case)) == {"age_band", "level_of_need", "to_improve"}
    found = lines(real / "audits").splitlines()
    assert [line for line in found if "exampleshire-2032-neglect" in line] == []


# Taking over a tool.


def test_from_takes_over_the_tool_as_it_is(project: Path) -> None:
    assert new("--from", "small").exit_code == 0
    files = texts(project / "audits")
    assert files[f"{NEW}/tool.yml"] == files["small/tool.yml"]
    assert lines(project / "audits") == ""


def test_without_from_the_tool_is_a_small_one_of_its_own(project: Path) -> None:
    new()
    tool = audit_at(project, NEW).tool
    assert tool is not None
    assert [(one.ref, one.scale) for one in tool.questions] == [("P1", "yes-no")]


def test_every_real_tool_can_be_taken_over(real: Path) -> None:
    """Each into an audit of another year."""
    tools = sorted(file.parent.name for file in (ROOT / "audits").glob("*/tool.yml"))
    asked = {"partnership": "exampleshire", "theme": "neglect", "agencies": "example-school"}
    ends = {
        audit: new("--from", audit, year=str(year), **asked).exit_code
        for year, audit in enumerate(tools, start=2032)
    }
    assert ends == dict.fromkeys(tools, 0)
    found = lines(real / "audits").splitlines()
    assert [line for line in found if line.startswith("audits/exampleshire-20")] == []


@pytest.mark.parametrize(
    ("audit", "why"),
    [
        (
            "smal",
            "There is no audit smal. Did you mean small?\nThe audits are:\n  printed\n  small\n",
        ),
        ("bare", "bare has no tool to take over.\n"),
    ],
)
def test_from_an_audit_without_a_tool_is_refused(audit: str, why: str, project: Path) -> None:
    (project / "audits/bare").mkdir()
    (project / "audits/bare/audit.yml").write_text(
        "title: Bare\npartnership: smallshire\nthemes: [planning]\nstatus: planned\nabout: So.\n"
    )
    if audit != "bare":
        shutil.rmtree(project / "audits/bare")
    done = new("--from", audit)
    assert (done.exit_code, done.stdout, done.stderr.partition("Error: ")[2]) == (2, "", why)
    assert not (project / "audits" / NEW).exists()


# Asking for what is missing.

PROMPTS = {
    "--partnership": "Partnership (its id in audits/partnerships.yml): ",
    "--year": "Year: ",
    "--theme": "Main theme (its id in audits/themes.yml): ",
    "--cases": "How many cases [6]: ",
    "--agencies": "Agencies asked (their ids, with commas between): ",
}


def test_new_asks_for_everything(project: Path) -> None:
    new()
    with_options = texts(project / "audits" / NEW)
    shutil.rmtree(project / "audits" / NEW)
    done = run("new", typed="".join(f"{answer}\n" for answer in OPTIONS.values()))
    assert done.exit_code == 0
    asked = "".join(f"{prompt}{OPTIONS[option]}\n" for option, prompt in PROMPTS.items())
    assert done.stdout.startswith(asked + f"audits/{NEW} is there.")
    assert texts(project / "audits" / NEW) == with_options


@pytest.mark.parametrize("option", PROMPTS)
def test_new_asks_for_what_alone_is_missing(option: str, project: Path) -> None:
    done = new(typed=f"{OPTIONS[option]}\n", **{option.removeprefix("--"): None})
    asked = f"{PROMPTS[option]}{OPTIONS[option]}\n"
    assert (done.exit_code, done.stdout.partition("audits/smallshire")[0]) == (0, asked)
    assert (project / "audits" / NEW).is_dir()


def test_six_cases_are_offered(project: Path) -> None:
    assert new(typed="\n", cases=None).exit_code == 0
    assert len(audit_at(project, NEW).cases) == 6


def test_a_year_that_is_none_is_asked_for_again(project: Path) -> None:
    done = new(typed="soon\n2032\n", year=None)
    assert (done.exit_code, done.stdout.count(PROMPTS["--year"])) == (0, 2)
    assert (project / "audits" / NEW).is_dir()


# What is refused.


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        (
            "partnership",
            "smalshire",
            "audits/partnerships.yml has no smalshire. Did you mean smallshire?",
        ),
        (
            "theme",
            "plans",
            "audits/themes.yml has no plans. It has `planning`; add it there first.",
        ),
        ("agencies", "police,scool", "audits/agencies.yml has no scool. Did you mean school?"),
        (
            "agencies",
            "zzz",
            "audits/agencies.yml has no zzz. It has `police`, `school`; add it there first.",
        ),
        ("agencies", " , ", "Name at least one agency."),
        ("year", "26", "Invalid value for '--year': 26 is not in the range 1990<=x<=2999."),
        ("cases", "0", "Invalid value for '--cases': 0 is not in the range x>=1."),
    ],
)
def test_what_is_unknown_is_refused_and_nothing_is_written(
    option: str, value: str, why: str, project: Path
) -> None:
    before = texts(project)
    done = new(**{option: value})
    assert (done.exit_code, done.stdout, done.stderr.partition("Error: ")[2]) == (2, "", f"{why}\n")
    assert texts(project) == before


def test_an_audit_that_is_there_is_not_written_over(project: Path) -> None:
    new()
    before = texts(project)
    done = new(cases="9", agencies="school")
    why = f"There is an audit {NEW} already.\n"
    assert (done.exit_code, done.stdout, done.stderr.partition("Error: ")[2]) == (2, "", why)
    assert texts(project) == before


@pytest.mark.parametrize(
    ("more", "code"), [((), 2), (("--from", "small"), 0)], ids=["own", "taken over"]
)
def test_the_scale_of_the_first_question_must_be_there(
    more: tuple[str, ...], code: int, project: Path
) -> None:
    for file in (project / "audits").rglob("*.yml"):
        file.write_text(file.read_text("utf-8").replace("yes-no", "two-answers"), "utf-8")
    done = new(*more)
    assert (done.exit_code, "audits/scales.yml has no yes-no." in done.stderr) == (code, code == 2)


# Its pages.


def test_pages_of_a_new_audit_say_what_there_is(project: Path) -> None:
    new()
    made = pages_of(project / "audits")
    assert [uri.removeprefix(f"audits/{NEW}/") for uri in made if NEW in uri] == [
        "index.html",
        "briefing.html",
        "cases/index.html",
        "cases/a.html",
        "cases/b.html",
        "about.html",
        "returns.html",
        "tool.html",
    ]
    assert faults(made) == []
    overview = see(made[f"audits/{NEW}/index.html"].html).text
    assert overview.endswith(
        "Overview 7-minute briefing To print: 7-minute briefing Smallshire · planned "
        "What was looked at and why, in two or three sentences. Readers see this first. "
        "2 cases 2 agencies asked 1 question How sure are we? 2 cases were looked at, to learn "
        "from: that does not tell how common anything is. 0 of 4 returns came back with answers. "
        "Nothing came from: Smallshire Police, Smallshire Schools. "
        "How it was done · What the figures mean "
        "Themes and agencies Planning Smallshire Police Smallshire Schools"
    )


# Listing and showing.


@pytest.mark.usefixtures("project")
def test_list() -> None:
    new()
    done = run("list")
    assert (done.exit_code, done.stderr, done.stdout) == (
        0,
        "",
        """\
small                     Smallshire  April 2031   2 cases  published
printed                   Smallshire  no date yet  ? cases  published
smallshire-2032-planning  Smallshire  no date yet  2 cases  planned
""",
    )


def test_list_of_no_audits_is_empty(project: Path) -> None:
    for folder in ("small", "printed"):
        shutil.rmtree(project / "audits" / folder)
    done = run("list")
    assert (done.exit_code, done.stderr, done.stdout) == (0, "", "")


def test_list_says_which_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made_up = [line for line in run("list").stdout.splitlines() if line.endswith("made up")]
    assert [line.split()[0] for line in made_up] == [EXAMPLE, EARLIER]


@pytest.mark.usefixtures("project")
def test_show() -> None:
    done = run("show", "small", "--as-at", "2031-06-01")
    assert (done.exit_code, done.stderr, done.stdout) == (
        0,
        "",
        """\
Planning for children at home (small)
Smallshire Safeguarding Partnership, April 2031, published

Whether plans came in time.

2 cases, 2 agencies
4 of 4 returns with answers
1 worry
1 recommendation: 1 no date set
""",
    )


@pytest.mark.usefixtures("project")
def test_show_of_a_thin_audit_says_what_is_known_and_no_more() -> None:
    assert run("show", "printed", "--as-at", "2031-06-01").stdout == (
        """\
Planning as a report printed it (printed)
Smallshire Safeguarding Partnership, no date yet, published

Whether plans came in time.

2 agencies
"""
    )


def test_show_takes_its_states_from_the_day_it_is_given(project: Path) -> None:
    recommendations = project / "audits/small/recommendations.yml"
    recommendations.write_text(recommendations.read_text("utf-8") + "  due: 2031-05-31\n", "utf-8")
    shown = [run("show", "small", "--as-at", day).stdout for day in ("2031-05-31", "2031-06-01")]
    assert [text.splitlines()[-1] for text in shown] == [
        "1 recommendation: 1 open",
        "1 recommendation: 1 overdue",
    ]


def test_show_ends_with_what_to_do_differently(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    shown = run("show", REAL, "--as-at", "2026-11-21").stdout.partition("To do differently:\n")[2]
    assert len(shown.splitlines()) == len(audit_at(ROOT, REAL).in_short)
    assert all(line.startswith("  - ") for line in shown.splitlines())


def test_show_marks_what_is_made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    second = run("show", EXAMPLE, "--as-at", "2026-11-21").stdout.splitlines()[1]
    assert second.endswith(", published, made up")


@pytest.mark.usefixtures("project")
def test_show_of_an_unknown_audit_names_the_nearest() -> None:
    done = run("show", "prnted")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Error: There is no audit prnted. Did you mean printed?\n" in done.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("list",), 1),
        (("show", "small", "--as-at", "2031-06-01"), 1),
        (("show", "printed", "--as-at", "2031-06-01"), 0),
    ],
    ids=["list", "the broken one", "another"],
)
def test_errors_are_said_first(command: tuple[str, ...], code: int, project: Path) -> None:
    findings = project / "audits/small/findings.yml"
    findings.write_text(findings.read_text("utf-8").replace("kind:", "knid:"), "utf-8")
    done = run(*command)
    assert (done.exit_code, done.stderr.startswith("audits/small/findings.yml:2:3: ")) == (
        code,
        bool(code),
    )


@pytest.mark.usefixtures("project")
def test_show_needs_a_date_where_there_is_no_checkout() -> None:
    done = run("show", "small")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "Error: The date is not known: git says: not a git repository (or any of the parent "
        "directories): .git. Say --as-at DATE.\n"
    )


# An audit that a report printed.


PARTS = ("figures", "cases", "findings", "recommendations", "follow-up")
PRINTED = ("--printed", *(word for part in PARTS for word in ("--has", part)))


def test_a_printed_report_passes_the_checks_as_it_is_scaffolded(project: Path) -> None:
    done = new(*PRINTED)
    assert (done.exit_code, done.stderr) == (0, "")
    folder = project / "audits" / NEW
    assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*.*")) == [
        "audit.yml",
        "cases/a.md",
        "cases/b.md",
        "findings.yml",
        "follow-up.yml",
        "published.yml",
        "recommendations.yml",
        "tool.yml",
    ]
    said = lines(project / "audits").splitlines()
    assert [line for line in said if ": error[" in line or ": warning[" in line] == []


@pytest.mark.parametrize("part", [*PARTS, None])
def test_only_what_a_report_has_is_written(part: str | None, project: Path) -> None:
    answers = "".join(f"{'y' if one == part else 'n'}\n" for one in PARTS)
    done = new("--printed", typed=answers)
    assert done.exit_code == 0
    expected = {
        "figures": {"tool.yml", "published.yml"},
        "cases": {"cases"},
        None: set(),
    }.get(part, {f"{part}.yml"})
    found = {path.name for path in (project / "audits" / NEW).iterdir()}
    assert found == {"audit.yml"} | expected


def test_what_a_report_has_is_asked_for_printed_reports_only(project: Path) -> None:
    done = new("--has", "figures")
    assert done.stderr.endswith("Error: --has goes with --printed.\n")
    assert not (project / "audits" / NEW).exists()
