"""What tests of every floor share: golden files and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
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
