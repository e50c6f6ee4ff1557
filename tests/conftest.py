"""What tests of every floor share: golden files, what is made once a run, and a browser."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests import browser as chromium

# Other tests run at the same time: how long an example takes says nothing.
settings.register_profile("beside others", deadline=None)
settings.load_profile("beside others")

GOLDEN = Path(__file__).parent / "golden"


class Golden(Protocol):
    """Compares a text with the golden file of that name."""

    def __call__(self, name: str, text: str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write tests/golden/ anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Modules that take long come first in each half of the tests, which is a worker's of two.

    What is left at the end is short, so that no worker waits long for the other.
    """
    modules: dict[Path, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.path, []).append(item)
    in_order = sorted(modules.values(), key=_is_short)
    items[:] = [item for half in (0, 1) for module in in_order[half::2] for item in module]


def _is_short(module: list[pytest.Item]) -> int:
    """0 for what is made once a run or looked at in a browser, 1 for whole programs, 2 for rest."""
    uses = {name for one in module for name in getattr(one, "fixturenames", ())}
    looks_at_sites = hasattr(getattr(module[0], "module", None), "pytest_plugins")
    if looks_at_sites or uses & {"once", "browser"}:
        return 0
    return 1 if module[0].path.parent.name in ("tests", "building", "publish") else 2


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """The comparison with a file of tests/golden/, which `--golden` writes instead."""
    write = request.config.getoption("--golden")

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if write:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        if not file.is_file():
            pytest.fail(f"there is no tests/golden/{name} yet: `make golden` writes it")
        expected = file.read_bytes().decode("utf-8")
        assert text == expected, f"tests/golden/{name} differs; if that is meant: `make golden`"

    return compare


Made = TypeVar("Made")


class Once(Protocol):
    """What was made under this name, in a folder of its own; made now where no worker has yet.

    All workers look at the same folder: who wants to change it takes a copy.
    """

    def __call__(self, name: str, make: Callable[[Path], Made]) -> Made: ...


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """What is made once for all workers."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def made_once(name: str, make: Callable[[Path], Made]) -> Made:
        kept = shared / f"{name}.made"
        with FileLock(shared / f"{name}.lock"):
            if not kept.exists():
                kept.write_bytes(pickle.dumps(make(tmp_path_factory.mktemp(name))))
        made: Made = pickle.loads(kept.read_bytes())  # noqa: S301 - of this very run
        return made

    return made_once


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium or Chrome that never speaks to the network by itself."""
    if why := chromium.missing():
        pytest.skip(why)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium.path(),
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield running
        running.close()
