"""The date that goes without saying: what mkdocs.yml sets, or else that of the last commit."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Final

from generator.model.as_at import AsAt
from generator.repository import last_commit


class UnreadableDateError(ValueError):
    """The date that mkdocs.yml sets cannot be read."""


def as_at_of(project: Path) -> AsAt:
    """The date that goes without saying, for a command, or why there is none.

    Raises UnreadableDateError where mkdocs.yml sets one that cannot be read.
    """
    return or_last_commit(_date_set(project / "mkdocs.yml"), project)


def or_last_commit(date_set: date | None, project: Path) -> AsAt:
    """The date that is set, or else that of the project's last commit, or why there is none."""
    return date_set or last_commit(project)


def day_set(value: object) -> date:
    """The day that `as_at` sets, as a date or a text; raises UnreadableDateError for any other."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = value.isoformat(" ") if isinstance(value, datetime) else str(value)
    if not _DAY.fullmatch(text):
        why = "has a time: write the day alone," if _DAY.match(text) else "is no date: write it"
        raise UnreadableDateError(f"`as_at` in mkdocs.yml, `{text}`, {why} like 2026-11-21.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableDateError(
            f"`as_at` in mkdocs.yml, `{text}`, is no day of the calendar."
        ) from None


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _date_set(config: Path) -> date | None:
    """What mkdocs.yml says under `plugins`, `audits`, `as_at`; nothing there is run or made."""
    try:
        text = config.read_text(encoding="utf-8")
        if "as_at" not in text:
            return None
        from generator.read.setting import setting  # noqa: PLC0415 - every command asks, few need it

        found = setting(text, ("plugins", "audits", "as_at"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UnreadableDateError("mkdocs.yml cannot be read.") from error
    # As it is written: a day in quotes is one, and one that no calendar has is named as such.
    return None if found is None else day_set(found)
