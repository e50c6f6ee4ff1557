"""The record of a release: what went out, what was left out, what was let stand, who looked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from generator.building.withheld import how_many_withheld
from generator.model.edition import Edition
from generator.model.library import Library

FOLDER: Final = "site/releases"
"""Where records are kept, below the project's folder; none of it is published."""


@dataclass(frozen=True)
class Release:
    """A site that is let out."""

    edition: Edition
    day: date
    """When."""
    as_at: date
    """The date that its states go by."""
    commit: str
    looked: Sequence[str]
    """The roles of who looked at it."""

    @property
    def file(self) -> str:
        """Where its record stands, below the project's folder."""
        return f"{FOLDER}/{self.day.isoformat()}-{self.edition}.yml"

    def begun(self) -> str:
        """The record before the site is built, from which the site says when it was released."""
        return _written(self._head())

    def record(self, site: Path, library: Library) -> str:
        """The whole record, of the site that was built."""
        return _written(
            {
                **self._head(),
                "site": contents_of(site),
                "withheld": how_many_withheld(library, self.edition),
                "identifiers_allowed": {
                    audit.id: {
                        "words": len(audit.identifiers_allowed),
                        "reasons": sorted({one.reason for one in audit.identifiers_allowed}),
                    }
                    for audit in library.audits.values()
                    if audit.identifiers_allowed
                },
            }
        )

    def _head(self) -> dict[str, Any]:
        return {
            "released": self.day.isoformat(),
            "edition": self.edition.value,
            "commit": self.commit,
            "as_at": self.as_at.isoformat(),
            "looked": list(self.looked),
        }


class UnreadableRecordError(ValueError):
    """A record is not as it was written."""


def contents_of(site: Path) -> dict[str, int | str]:
    """How many files a built site has, and a checksum over all of them."""
    files = sorted(file for file in site.rglob("*") if file.is_file())
    sums = (f"{_sum(file)}  {file.relative_to(site).as_posix()}\n" for file in files)
    return {"files": len(files), "sha256": hashlib.sha256("".join(sums).encode()).hexdigest()}


def recorded_contents(record: Path) -> dict[str, int | str]:
    """The same of the site that was released; raises UnreadableRecordError."""
    try:
        recorded = yaml.safe_load(record.read_text(encoding="utf-8"))["site"]
        return {"files": int(recorded["files"]), "sha256": str(recorded["sha256"])}
    except (LookupError, TypeError, ValueError, yaml.YAMLError) as error:
        raise UnreadableRecordError(record) from error


def last_record(root: Path, edition: Edition) -> Path | None:
    """The record of an edition's last release; none where there is none."""
    records = (root / FOLDER).glob(f"????-??-??-{edition}.yml")
    return max(records, key=lambda file: file.name, default=None)


def last_released(root: Path, edition: Edition) -> date | None:
    """The day that an edition was last released, by its records; none where there is none."""
    latest = last_record(root, edition)
    return date.fromisoformat(latest.name[:10]) if latest else None


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


_ABOUT: Final = """# A release: written by `audits release`, kept as it is.
# `sha256` is that of the list of all files: a line each, in order, as sha256sum writes it, from the
# site's folder. `withheld` counts the values that the edition leaves out, by kind of file.
"""


def _written(record: dict[str, Any]) -> str:
    return _ABOUT + yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=100)
