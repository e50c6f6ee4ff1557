"""`mkdocs serve`: from an answer that was changed to the page that shows it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from generator.render import uris
from tests.bench.country import RETURNS, Country
from tests.bench.lines import Line, Untold

_LONGEST: Final = 600
"""Seconds after which a page is waited for no more."""
_TICKS: Final = os.sysconf("SC_CLK_TCK")


class NeverShownError(RuntimeError):
    """A page did not come to show what was changed."""


def lines(country: Country) -> Iterator[Line | Untold]:
    """The processor seconds at two sizes, alone and beside each other."""
    small, large = country.part(0.01), country.part(0.1)
    what = f"serve: one answer changed → its page rewritten, {large} audits"
    try:
        few, many = (_edit(country.project(size), country.rounds) for size in (small, large))
    except NeverShownError as error:
        yield Untold(what, str(error))
        return
    yield Line(f"{what}, ÷ a second", many, 1.5, f"{many:.2f} s", "1 s")
    yield Line(f"{what} ÷ at {small}", many / few, 2, f"{many:.2f} s", f"{few:.2f} s")


def _edit(project: Path, rounds: int) -> float:
    """The median of the processor seconds from a change until its page shows it."""
    file = next(
        path for path in sorted(project.glob(RETURNS)) if "  comment: " in path.read_text("utf-8")
    )
    audit, case = file.parts[-4], file.parts[-2]
    text = file.read_text("utf-8")
    with _served(project) as server:
        page = uris.case(audit, case)
        server.page(page)
        took = []
        for nth in range(1, rounds + 1):
            said = f"Asked again {'and again ' * nth}by the panel."
            begun = server.cpu()
            file.write_text(_with_comment(text, said), "utf-8")
            server.waits_for(page, said)
            took.append(server.cpu() - begun)
        file.write_text(text, "utf-8")
        return median(took)


def _with_comment(text: str, said: str) -> str:
    """The return with the first comment that stands on its line changed."""
    before, _, after = text.partition("  comment: ")
    rest = after.partition("\n")[2]
    return f"{before}  comment: {said}\n{rest}"


@dataclass(frozen=True)
class _Server:
    process: subprocess.Popen[bytes]
    port: int

    def cpu(self) -> float:
        """The processor seconds so far, with those of its children."""
        return _ticks(self.process.pid) / _TICKS

    def page(self, uri: str) -> str:
        """A page as it is served, waited for until the server answers."""
        address = f"http://127.0.0.1:{self.port}/{uri}"
        for _ in range(_LONGEST):
            try:
                with urllib.request.urlopen(address, timeout=_LONGEST) as answer:
                    return str(answer.read().decode("utf-8"))
            except (urllib.error.URLError, ConnectionError):
                if self.process.poll() is not None:
                    break
                time.sleep(1)
        raise NeverShownError(f"{uri} is not served")

    def waits_for(self, uri: str, said: str) -> None:
        """Wait until the page says so."""
        until = time.monotonic() + _LONGEST
        while said not in self.page(uri):
            if time.monotonic() > until:
                raise NeverShownError(f"{uri} never showed what was changed")
            time.sleep(0.2)


def _ticks(pid: int) -> int:
    """What a process and its children have spent, those that have ended as well, as Linux tells."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0  # it has ended since, and stands in its parent's
    of = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(child) for file in of for child in file.read_text("utf-8").split()]
    return sum(map(int, stat[11:15])) + sum(map(_ticks, children))


@contextmanager
def _served(project: Path) -> Iterator[_Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "generator.publish.command", "serve", "--quiet"]
    process = subprocess.Popen(
        [*command, "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _Server(process, port)
    finally:
        process.terminate()
        process.wait()
