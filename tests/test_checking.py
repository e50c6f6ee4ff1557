"""A tree checked audit by audit: the same report however it is done, for what changed alone."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.checking import check_folder
from generator.kept.known import Report, look
from generator.kept.store import FOLDER
from generator.model.as_at import NoDate
from generator.pipeline import Again, check, check_audit
from tests.check.trees import AS_AT, tree_with

FOLLOWING = """\
title: Planning, three years later
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked: [police]
earlier: small
"""
FOLLOW_UP = """\
title: Planning for children at home
audit: small
points:
  - text: Plans came late.
    recommendation: small/plan-sooner
    standing: same
    now: They still do.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of four audits, one with a fault, one that follows another up."""
    audits = tree_with(
        tmp_path,
        {
            "audits/later/audit.yml": FOLLOWING,
            "audits/later/follow-up.yml": FOLLOW_UP,
            "audits/wrong/audit.yml": FOLLOWING.replace("planning]", "planing]").replace(
                "earlier: small\n", ""
            ),
        },
    )
    assert sorted(path.name for path in audits.iterdir() if path.is_dir()) == [
        "later",
        "printed",
        "small",
        "wrong",
    ]
    return tmp_path


@pytest.fixture
def at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files count as known at once, and not only some time after they were written."""
    monkeypatch.setattr("generator.kept.signature.TICK", -1_000_000_000)


def checked(project: Path, jobs: int = 1) -> tuple[Report, list[str]]:
    """The report, and which folders were checked for it."""
    known = look(project, AS_AT)
    if report := known.report():
        return report, []
    anew: list[str] = []

    def tell(of: int, folder: str) -> None:
        anew.append(folder or "registers")
        assert len(anew) <= of

    report = check_folder(project / "audits", AS_AT, jobs=jobs, known=known, tell=tell)
    return report, anew


def as_read_at_once(project: Path) -> Report:
    """The report of the whole tree in memory."""
    found = check(project / "audits", AS_AT)
    files = sorted(file.document.path for file in found.tree.files)
    return Report(tuple(files), found.diagnostics)


def as_kept(project: Path) -> Report:
    """The report of the whole tree in memory, by what is kept of it."""
    found = check(project / "audits", AS_AT, Again(project))
    return Report(tuple(file.document.path for file in found.tree.files), found.diagnostics)


def sorted_files(report: Report) -> Report:
    return Report(tuple(sorted(report.files)), report.diagnostics)


ALL = ["registers", "later", "printed", "small", "wrong"]


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_the_report_is_the_same_however_many_work_at_it(project: Path, jobs: int) -> None:
    report = check_folder(project / "audits", AS_AT, jobs=jobs)
    assert sorted_files(report) == as_read_at_once(project)
    assert any(fault.rule == "unknown-name" for fault in report.diagnostics)


def test_what_is_kept_says_the_same(project: Path) -> None:
    first, anew = checked(project)
    assert anew == ALL
    again, anew = checked(project, jobs=2)
    assert (again, anew) == (first, [])


def change(path: str, old: str, new: str) -> Callable[[Path], None]:
    def apply(project: Path) -> None:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return apply


def delete(path: str) -> Callable[[Path], None]:
    return lambda project: (project / path).unlink()


def new_audit(project: Path) -> None:
    shutil.copytree(project / "audits/printed", project / "audits/printed-again")


@pytest.mark.parametrize(
    ("apply", "anew"),
    [
        (change("audits/small/returns/a/police.yml", "R1", "R9"), ["later", "small"]),
        (change("audits/small/findings.yml", "late", "soon"), ["later", "small"]),
        (change("audits/printed/tool.yml", "R1", "R7"), ["printed"]),
        (change("audits/later/follow-up.yml", "plan-sooner", "plan-slower"), ["later"]),
        (change("audits/themes.yml", "planning", "plannings"), ALL),
        (delete("audits/small/recommendations.yml"), ["later", "small"]),
        (delete("audits/wrong/audit.yml"), ALL),
        (new_audit, ["registers", "later", "printed", "printed-again", "small", "wrong"]),
    ],
    ids=["return", "finding", "tool", "follow-up", "register", "gone", "head gone", "new audit"],
)
def test_a_change_costs_what_depends_on_it(
    project: Path, apply: Callable[[Path], None], anew: list[str]
) -> None:
    checked(project)
    apply(project)
    report, was_checked = checked(project)
    assert was_checked == anew
    assert sorted_files(report) == as_read_at_once(project)


@pytest.mark.usefixtures("at_rest")
def test_what_has_not_changed_is_not_read(project: Path) -> None:
    first, _ = checked(project)
    assert look(project, AS_AT).report() == first
    (project / FOLDER / "report.json").unlink()
    for file in (project / FOLDER / "outcomes").iterdir():
        file.unlink()
    kept = sorted(file.name for file in (project / FOLDER).glob("*.json"))
    assert kept == ["contents.json", "program.json"]
    assert checked(project) == (first, ALL)


def test_what_has_just_changed_does_not_count_as_known(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.kept.signature.TICK", 3_600_000_000_000)
    checked(project)
    assert look(project, AS_AT).report() is None


@pytest.mark.usefixtures("at_rest")
def test_a_change_of_as_many_letters_with_the_time_set_back_is_seen(project: Path) -> None:
    file = project / "audits/small/findings.yml"
    checked(project)
    before = file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("planning", "plxnning"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    report, _ = checked(project)
    assert sorted_files(report) == as_read_at_once(project)
    assert any("plxnning" in fault.message for fault in report.diagnostics)


def test_what_is_kept_is_of_use_in_another_checkout(project: Path, tmp_path: Path) -> None:
    first, _ = checked(project)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copytree(project / "audits", elsewhere / "audits", copy_function=shutil.copyfile)
    shutil.copytree(project / FOLDER, elsewhere / FOLDER)
    assert checked(elsewhere) == (first, [])


def test_another_date_is_another_report(project: Path) -> None:
    checked(project)
    assert look(project, date(2026, 1, 1)).report() is None
    assert look(project, NoDate("nobody knows")).report() is None


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def of_other_bytes(file: Path) -> None:
    file.write_bytes(b"\xff\xfe" + os.urandom(400))


def of_another_file(file: Path) -> None:
    others = [one for one in file.parent.rglob("*.json") if one != file]
    file.write_bytes(others[0].read_bytes() if others else b"{}")


def of_another_shape(file: Path) -> None:
    file.write_text('[["audits/small/audit.yml"], [[1, 2]]]', encoding="utf-8")


@pytest.mark.usefixtures("at_rest")
@pytest.mark.parametrize(
    "damage", [truncated, emptied, of_other_bytes, of_another_file, of_another_shape]
)
def test_what_is_damaged_is_worked_out_again(
    project: Path, damage: Callable[[Path], None], capfd: pytest.CaptureFixture[str]
) -> None:
    first, _ = checked(project)
    kept = sorted((project / FOLDER).rglob("*.json"))
    assert {file.parent.name for file in kept} == {FOLDER, "outcomes"}
    for file in kept:
        damage(file)
    again, _ = checked(project)
    assert again == first
    assert capfd.readouterr() == ("", "")


def test_what_others_may_write_to_is_not_believed(project: Path) -> None:
    checked(project)
    (project / FOLDER).chmod(0o777)
    assert look(project, AS_AT).report() is None
    assert checked(project)[1] == ALL


def test_nobody_else_may_read_what_is_kept(project: Path) -> None:
    checked(project)
    assert (project / FOLDER).stat().st_mode & 0o077 == 0
    assert (project / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("again", [checked, as_kept], ids=["check", "build"])
def test_what_has_no_use_any_more_goes(
    project: Path, again: Callable[[Path], Report | tuple[Report, list[str]]]
) -> None:
    again(project)
    outcomes = project / FOLDER / "outcomes"
    for number in range(300):
        (outcomes / f"{number}.json").write_text("{}", encoding="utf-8")
    change("audits/small/findings.yml", "late", "soon")(project)
    again(project)
    assert len(list(outcomes.iterdir())) == 105
    assert checked(project)[1] == []


def test_two_at_once_do_not_disturb_each_other(project: Path) -> None:
    (project / "mkdocs.yml").write_text(
        "site_name: x\nplugins:\n  - audits:\n      as_at: 2031-12-31\n", encoding="utf-8"
    )
    command = [str(Path(sys.executable).with_name("audits")), "check"]
    both = [subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE) for _ in range(2)]
    said = [one.communicate()[0] for one in both]
    assert said[0] == said[1]
    assert b"planing" in said[0]
    assert not list((project / FOLDER).rglob(".new-*"))


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A process that is started is ended by Ctrl-C, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_all_at_once(project: Path) -> None:
    for number in range(40):
        shutil.copytree(project / "audits/small", project / f"audits/small-{number}")
    command = [str(Path(sys.executable).with_name("audits")), "check", "--jobs", "2"]
    with subprocess.Popen(
        command,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as working:
        while not list((project / FOLDER).glob("outcomes/*.json")):
            time.sleep(0.01)
        os.killpg(working.pid, signal.SIGINT)
        out, err = working.communicate(timeout=60)
    assert (working.returncode, out, err) == (1, b"", b"\nAborted!\n")
    assert all(file.read_bytes() for file in (project / FOLDER).rglob("*.json"))


def test_what_a_killed_process_leaves_is_done_all_the_same(project: Path) -> None:
    for number in range(20):
        shutil.copytree(project / "audits/small", project / f"audits/small-{number}")
    killed: list[tuple[int, str]] = []

    def tell(*told: Any) -> None:
        for process in multiprocessing.active_children():
            process.kill()
            killed.append(told)

    report = check_folder(project / "audits", AS_AT, jobs=2, tell=tell)
    assert killed
    assert report == check_folder(project / "audits", AS_AT, jobs=1)


def test_who_waits_at_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(project: Path) -> None:
    for number in range(8):
        shutil.copytree(project / "audits/small", project / f"audits/small-{number}")
    (project / "audits/x\x1b[31m").mkdir()
    (project / "mkdocs.yml").touch()
    command = [str(Path(sys.executable).with_name("audits")), "check", "--as-at", "2031-12-31"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # Linux says so where the other end is closed
            while part := os.read(ours, 65536):
                shown += part
    os.close(ours)
    assert shown.count(b"\r") >= len(ALL) + 9
    assert b"/14" in shown
    assert b"small-7" in shown
    assert b"\x1b[31m" not in shown
    shutil.rmtree(project / FOLDER)
    piped = subprocess.run(command, check=False, cwd=project, capture_output=True)
    assert piped.stderr == b""


def test_one_audit_is_checked_by_what_it_names(project: Path) -> None:
    found = check_audit(project / "audits", "later", AS_AT)
    assert [audit.id for audit in found.tree.judged] == ["later"]
    assert set(found.tree.library.audits) == {"later", "small"}
    own = [
        fault
        for fault in check(project / "audits", AS_AT).diagnostics
        if fault.place.path.startswith("audits/later/")
    ]
    assert [fault for fault in found.diagnostics if "/later/" in fault.place.path] == own


@pytest.mark.usefixtures("at_rest")
def test_what_is_read_again_is_only_what_changed(project: Path) -> None:
    again = Again(project)
    first = check(project / "audits", AS_AT, again)
    change("audits/later/follow-up.yml", "They still do.", "Some still do.")(project)
    second = check(project / "audits", AS_AT, again)
    before = {id(file) for file in first.tree.files}
    anew = {file.audit for file in second.tree.files if id(file) not in before}
    assert anew == {None, "later"}
    assert second.diagnostics == check(project / "audits", AS_AT).diagnostics
