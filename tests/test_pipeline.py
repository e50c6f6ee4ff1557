"""The date that goes without saying."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import UnreadableDateError, as_at_of
from tests.sites import ROOT, environment

SET = "plugins:\n  - search\n  - audits:\n      as_at: 2031-03-31\n"
COMMITTED = date(2030, 1, 2)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project whose last commit has a date."""
    when = f"{COMMITTED}T12:00:00+00:00"
    author = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    committer = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    for words in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "-m", "Start"]):
        subprocess.run(
            ["git", *words],
            cwd=tmp_path,
            env=environment(**author, **committer, **dates),
            check=True,
        )
    return tmp_path


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (SET, date(2031, 3, 31)),
        ("plugins:\n  audits:\n    as_at: 2031-03-31\n", date(2031, 3, 31)),
        (
            f"theme: {{icon: !!python/name:some.thing ''}}\nsite: !ENV SITE\n{SET}",
            date(2031, 3, 31),
        ),
        ("plugins:\n  - audits\n", COMMITTED),
        ("plugins:\n  - audits:\n      edition: public\n", COMMITTED),
        ("plugins:\n  - audits:\n      as_at:\n", COMMITTED),
        ("as_at: 2031-03-31\n", COMMITTED),
        ("", COMMITTED),
        (None, COMMITTED),
    ],
)
def test_date_is_the_one_set_or_that_of_the_last_commit(
    config: str | None, expected: date, checkout: Path
) -> None:
    if config is not None:
        (checkout / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert as_at_of(checkout) == expected


NO_DATE = "`as_at` in mkdocs.yml cannot be read as a date: write it like 2026-11-21."


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("plugins:\n  - audits:\n      as_at: !ENV AS_AT\n", NO_DATE),
        ("plugins:\n  - audits:\n      as_at: [2031-03-31]\n", NO_DATE),
        ("plugins:\n  - audits:\n      as_at: '2031-03-31'\n", NO_DATE),
        ("plugins:\n  - audits:\n      as_at: 2031-13-31\n", NO_DATE),
        ("plugins:\n  - audits:\n      as_at: 31 March 2031\n", NO_DATE),
        ("plugins: [audits: {as_at\n", "mkdocs.yml cannot be read."),
    ],
)
def test_a_date_that_cannot_be_read_is_not_passed_over(
    config: str, said: str, checkout: Path
) -> None:
    (checkout / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(UnreadableDateError, match=f"^{re.escape(said)}$"):
        as_at_of(checkout)


def test_no_date_goes_without_saying_outside_of_git(tmp_path: Path) -> None:
    assert as_at_of(tmp_path) is None


def test_our_own_configuration_can_be_read(tmp_path: Path) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    dated = config.replace("# as_at: 2026-11-21", "as_at: 2026-11-21")
    (tmp_path / "mkdocs.yml").write_text(dated, encoding="utf-8")
    assert as_at_of(tmp_path) == date(2026, 11, 21)
