"""What somebody sees who edits the data while `mkdocs serve` shows the site."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.sites import SMALL, environment, project

LONGEST = 60
"""How many seconds a change may take to show, with other tests beside."""
BANNER = "The last good pages are shown."


class Served:
    """A project that is being served, and what the server says."""

    def __init__(self, folder: Path) -> None:
        self.audits = folder / "audits"
        self._log = folder / "said.txt"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        with self._log.open("w") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address],
                cwd=folder,
                env=environment(PYTHONUNBUFFERED="1"),
                stdout=log,
                stderr=log,
            )

    def page(self, path: str) -> str:
        """A page as the server gives it now; empty where it has none."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=LONGEST) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except (HTTPError, URLError, ConnectionError):
            return ""

    def said(self) -> str:
        """All that the server has said."""
        return self._log.read_text(encoding="utf-8")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds, no longer than a change may take."""
        end = time.monotonic() + LONGEST
        while not holds():
            assert self._server.poll() is None, f"the server ended:\n{self.said()}"
            assert time.monotonic() < end, f"not within {LONGEST} s: {what}\n{self.said()}"
            time.sleep(0.1)

    def stop(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(timeout=LONGEST)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """The small tree, being served."""
    running = Served(project(tmp_path / "project", SMALL / "audits"))
    try:
        running.until(lambda: "Plans came late." in running.page(FINDINGS), "the first page")
        yield running
    finally:
        running.stop()


FINDINGS = "audits/small/findings.html"
OVERVIEW = "audits/small/index.html"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_change_shows(served: Served) -> None:
    replace(served.audits / "small" / "findings.yml", "Plans came late.", "Plans came at last.")
    served.until(lambda: "Plans came at last." in served.page(FINDINGS), "the changed finding")


def test_broken_file_leaves_the_last_good_page_up_until_it_is_mended(served: Served) -> None:
    findings = served.audits / "small" / "findings.yml"
    replace(findings, "  kind: worry", "  knid: worry")
    served.until(lambda: BANNER in served.page(FINDINGS), "the banner")
    assert "Plans came late." in served.page(FINDINGS)
    assert "1 error in the data" in served.page(OVERVIEW)
    assert """\
error[unknown-key]: `knid` is not known here
 --> audits/small/findings.yml:2:3
""" in served.said()
    assert "Traceback" not in served.said()
    replace(findings, "  knid: worry\n  text: Plans came late.", "  kind: worry\n  text: Mended.")
    served.until(lambda: "Mended." in served.page(FINDINGS), "the mended page")
    assert BANNER not in served.page(FINDINGS)


def test_broken_twice_and_mended(served: Served) -> None:
    findings = served.audits / "small" / "findings.yml"
    whole = findings.read_text(encoding="utf-8")
    findings.write_text("late-plans: [\n", encoding="utf-8")
    served.until(lambda: "1 error in the data" in served.page(OVERVIEW), "the first fault")
    findings.write_text("late-plans:\n  kind: wory\n  txt: Late.\n", encoding="utf-8")
    served.until(lambda: "2 errors in the data" in served.page(OVERVIEW), "the other faults")
    assert "Plans came late." in served.page(FINDINGS)
    findings.write_text(whole, encoding="utf-8")
    served.until(lambda: BANNER not in served.page(FINDINGS), "the mended page")


def test_picture_that_goes_missing_does_not_end_the_serving(served: Served) -> None:
    picture = served.audits / "small" / "plan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    findings = served.audits / "small" / "findings.yml"
    replace(findings, "Plans came late.", "Plans came late. ![Plan](plan.png)")
    served.until(lambda: 'src="plan.png"' in served.page(FINDINGS), "the page with the picture")
    picture.unlink()
    served.until(lambda: BANNER in served.page(FINDINGS), "the banner")
    assert "Plans came late." in served.page(FINDINGS)
    assert "Traceback" not in served.said()


def test_case_comes_and_goes(served: Served) -> None:
    case = "audits/small/cases/c.html"
    cases, returns = served.audits / "small" / "cases", served.audits / "small" / "returns"
    assert served.page(case) == ""
    shutil.copytree(returns / "a", returns / "c")
    shutil.copy(cases / "a.md", cases / "c.md")
    served.until(lambda: "A child in a busy home." in served.page(case), "the page of the new case")
    assert "cases/c.html" in served.page("audits/small/returns.html")
    shutil.rmtree(returns / "c")
    (cases / "c.md").unlink()
    served.until(lambda: served.page(case) == "", "the end of that page")
    served.until(lambda: "cases/c.html" not in served.page(OVERVIEW), "a page without the case")
    assert BANNER not in served.page(OVERVIEW)


def test_data_that_was_away_for_a_while_is_watched_again(served: Served) -> None:
    away = served.audits.with_name("away")
    served.audits.rename(away)
    time.sleep(3)  # longer than the server takes to look
    away.rename(served.audits)
    time.sleep(3)
    replace(served.audits / "small/findings.yml", "Plans came late.", "Plans came far too late.")
    served.until(lambda: "far too late" in served.page(FINDINGS), "the change after it was back")
