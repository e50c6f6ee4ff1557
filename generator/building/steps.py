"""The steps of a build: lock, build beside, search what was built, put it in place.

Whatever goes wrong on the way, the last good site stays as it is.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.building.lock import only_build
from generator.building.searched import edition_of, must_not_be_there
from generator.building.swap import put_in_place, recover
from generator.model.edition import Edition
from generator.process import environment_of

if TYPE_CHECKING:
    from generator.building.sought import Sought
    from generator.identify.roster import Roster

FOLDERS: Final = {
    Edition.INTRANET: "site",
    Edition.PUBLIC: "public",
    Edition.RESTRICTED: "restricted",
}
"""Where each edition stands in `build/`: none is ever built over another."""

_IN_EVERY_SITE: Final = ("index.html", "404.html")

_MKDOCS: Final = (sys.executable, "-m", "generator.publish.command", "build", "--strict")


@dataclass(frozen=True)
class Build:
    """A site to be built."""

    root: Path
    """The project's folder."""
    target: Path
    """Where the site is to stand."""
    edition: Edition | None = None
    """Who it is for; none leaves it to mkdocs.yml."""
    roster: Roster | None = None
    """Whose names it must not hold, whatever field they stand in."""

    @property
    def folder(self) -> Path:
        """What the target stands in: everything a build makes stands there beside it."""
        return self.target.parent

    @property
    def before(self) -> Path:
        """Where the site before is kept."""
        return self.folder / f"{self.target.name}-before"


class BuildError(Exception):
    """There is no new site; why, in words for whoever asked for it."""


def build_site(build: Build, tell: Callable[[str], None]) -> None:
    """Build the site and put it in the place of the last; raises BuildError, and then nothing is.

    `tell` is told each step as it begins. Raises OSError where the disk refuses.
    """
    for place in (build.target, build.before):
        if why := _not_to_be_replaced(place, build.root):
            raise BuildError(f"{place} {why}")
    with only_build(build.folder, tell):
        _put_right(build, tell)
        beside = Path(tempfile.mkdtemp(prefix=_beside(build), dir=build.folder))
        try:
            new = beside / "site"
            tell("Reading, checking and building.")
            # Read meanwhile: whoever builds waits for MkDocs, and no longer.
            with ThreadPoolExecutor(1) as meanwhile:
                reading = meanwhile.submit(_sought, build)
                _run_mkdocs(build, new)
            tell("Searching what was built.")
            if found := must_not_be_there(new, build.edition) or _leaks(
                new, reading.result(), build.roster
            ):
                raise BuildError("\n".join(["The site holds what it must not:", *found]))
            put_in_place(new, build.target, build.before)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _sought(build: Build) -> Sought:
    # Imported here: MkDocs need not wait until all floors are.
    from generator.building.sought import sought  # noqa: PLC0415

    return sought(build.root, build.edition)


def _leaks(new: Path, sought: Sought, roster: Roster | None) -> list[str]:
    from generator.building.leaks import leaks  # noqa: PLC0415

    return leaks(new, sought.withheld_from(Edition(edition_of(new))), roster)


def _not_to_be_replaced(place: Path, root: Path) -> str:
    """Why no site may take this place, and what stands there be deleted; empty where one may."""
    if {root / "audits", root / "site"} & {place, *place.parents}:
        return "is where the project's own files are."
    if place.is_symlink():
        return "is a link: name the folder that it leads to."
    if not place.exists():
        return ""
    if not place.is_dir():
        return "is a file, and the site is a folder."
    if any(place.iterdir()) and not all((place / name).is_file() for name in _IN_EVERY_SITE):
        return "holds something that is no site: name another folder, or empty it first."
    return ""


def _beside(build: Build) -> str:
    return f".{build.target.name}-"


def _put_right(build: Build, tell: Callable[[str], None]) -> None:
    """Clear away what a killed run left; nobody else is at work while we hold the lock."""
    for left in build.folder.glob(f"{_beside(build)}*"):
        shutil.rmtree(left, ignore_errors=True)
    if recover(build.target, build.before):
        tell("A run before was cut off; the site before it is back.")


def _run_mkdocs(build: Build, new: Path) -> None:
    """Let MkDocs build, in a process of its own: what it leaves in one is let go with it."""
    environment = environment_of(build.edition)
    done = subprocess.run(  # noqa: S603 - our own command
        [*_MKDOCS, "--site-dir", str(new)],
        cwd=build.root,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
    )
    if done.returncode or not (new / "index.html").is_file():
        said = "\n".join(part for part in (done.stdout.strip(), done.stderr.strip()) if part)
        raise BuildError(said or f"MkDocs ended with {done.returncode} and said nothing.")
