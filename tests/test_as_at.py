"""The date that goes without saying."""

from __future__ import annotations

import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest

from generator.as_at import UnreadableDateError, as_at_of, day_set
from generator.model.as_at import NoDate
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
    (tmp_path / "audits").mkdir()
    (tmp_path / "audits/themes.yml").touch()
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Start"]):
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
        ("plugins:\n  audits:\n    as_at: '2031-03-31'\n", date(2031, 3, 31)),
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


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("!ENV AS_AT", "`AS_AT`, is no date: write it like 2026-11-21."),
        ("[2031-03-31]", "`a list or mapping`, is no date: write it like 2026-11-21."),
        ("2031-13-31", "`2031-13-31`, is no day of the calendar."),
        ("2026-02-30", "`2026-02-30`, is no day of the calendar."),
        (
            "2026-11-21 10:00:00",
            "`2026-11-21 10:00:00`, has a time: write the day alone, like 2026-11-21.",
        ),
        ("21/11/2026", "`21/11/2026`, is no date: write it like 2026-11-21."),
        ("20261121", "`20261121`, is no date: write it like 2026-11-21."),
    ],
)
def test_a_date_that_cannot_be_read_is_not_passed_over(
    written: str, said: str, checkout: Path
) -> None:
    config = f"plugins:\n  - audits:\n      as_at: {written}\n"
    (checkout / "mkdocs.yml").write_text(config, encoding="utf-8")
    with pytest.raises(UnreadableDateError) as raised:
        as_at_of(checkout)
    assert str(raised.value) == f"`as_at` in mkdocs.yml, {said}"


def test_a_configuration_that_cannot_be_read_is_not_passed_over(checkout: Path) -> None:
    (checkout / "mkdocs.yml").write_text("plugins: [audits: {as_at\n", encoding="utf-8")
    with pytest.raises(UnreadableDateError, match=r"^mkdocs\.yml cannot be read\.$"):
        as_at_of(checkout)


def test_what_yaml_made_of_a_date_is_read_the_same() -> None:
    assert [day_set(one) for one in (date(2031, 3, 31), "2031-03-31")] == [date(2031, 3, 31)] * 2
    with pytest.raises(UnreadableDateError, match="`2026-11-21 10:00:00`, has a time"):
        day_set(datetime(2026, 11, 21, 10))  # noqa: DTZ001 - as YAML makes it


def test_no_date_goes_without_saying_outside_of_git(tmp_path: Path) -> None:
    assert as_at_of(tmp_path) == NoDate(
        "git says: not a git repository (or any of the parent directories): .git."
    )


def test_our_own_configuration_can_be_read(tmp_path: Path) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    dated = config.replace("# as_at: 2026-11-21", "as_at: 2026-11-21")
    (tmp_path / "mkdocs.yml").write_text(dated, encoding="utf-8")
    assert as_at_of(tmp_path) == date(2026, 11, 21)
