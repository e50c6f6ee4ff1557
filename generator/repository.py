"""What git knows of the project: when it was last committed, and where in a repository it lies."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Final

from generator.model.as_at import NoDate


def last_commit(project: Path) -> date | NoDate:
    """The day of the last commit, where the project's data is in it; otherwise why there is none.

    A repository around the project that holds nothing of it tells nothing about it.
    """
    try:
        # Nobody wants to know who signed it, whatever git is set to show.
        committed = _git(project, "log", "-1", "--no-show-signature", "--format=%cs")
        holds_data = _git(project, "ls-tree", "--name-only", "HEAD", "audits")
    except _GitError as error:
        return NoDate(f"git says: {error}.")
    if not holds_data:
        return NoDate("the folder `audits` is in no commit of the git repository around it.")
    return date.fromisoformat(committed)


def folder_within(project: Path) -> str:
    """Where the project lies in its repository, such as `learning-site/`; empty at its root.

    Where git cannot tell, as in a checkout that is another user's, the forge's own word counts.
    """
    try:
        return _git(project, "rev-parse", "--show-prefix")
    except _GitError:
        here = project.resolve()
        for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
            root = os.environ.get(name)
            if root and here.is_relative_to(above := Path(root).resolve()) and here != above:
                return f"{here.relative_to(above).as_posix()}/"
    return ""


class Kept(Enum):
    """How a file is kept in the repository that it lies in."""

    OUTSIDE = "outside"
    """It lies in no repository, or git can't be asked."""
    IGNORED = "ignored"
    TRACKED = "tracked"
    NOT_YET = "not yet"
    """It is in no commit, and the next `git add .` would take it."""


def how_kept(file: Path) -> Kept:
    """How a file is kept in the repository that it lies in."""
    folder = file.resolve().parent
    try:
        _git(folder, "rev-parse", "--show-toplevel")
    except _GitError:
        return Kept.OUTSIDE
    if _git(folder, "ls-files", "--", file.name):
        return Kept.TRACKED
    try:
        _git(folder, "check-ignore", "--quiet", "--", file.name)
    except _GitError:
        return Kept.NOT_YET
    return Kept.IGNORED


OF_THE_PROGRAM: Final = ("generator", "tests", "schema", "site/templates", "site/theme")
"""What of a project is no text about anybody: the program, and what it is tried with."""


def staged(project: Path) -> Iterator[tuple[str, bytes]]:
    """Each file of the project that the next commit changes, by its path, as it is staged.

    Raises OSError, with git's own reason, where git does not answer.
    """
    try:
        changed = _bytes(
            project,
            *("diff", "--cached", "--name-only", "--diff-filter=d", "--relative", "-z", "--", "."),
            *(f":(exclude){folder}" for folder in OF_THE_PROGRAM),
        )
        for name in filter(None, changed.split(b"\0")):
            path = os.fsdecode(name)
            yield path, _bytes(project, "show", f":./{path}")
    except _GitError as error:
        raise OSError(f"git says: {error}") from error


def commit_of(project: Path) -> str:
    """The commit that all of the project's files are as they stand in.

    Raises OSError, with the reason, where a file is in no commit, or git does not answer.
    """
    try:
        changed = _git(project, "status", "--porcelain", "--", ".")
        commit = _git(project, "rev-parse", "HEAD")
    except _GitError as error:
        raise OSError(f"git says: {error}") from error
    if changed:
        first = changed.splitlines()[0].split(maxsplit=1)[-1]
        raise OSError(f"not all is committed: {first}. Commit it first, or put it aside")
    return commit


class _GitError(Exception):
    """Why git did not answer, in its own words."""


def _git(project: Path, *words: str) -> str:
    return _bytes(project, *words).decode("utf-8", "surrogateescape").strip()


def _bytes(project: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - the words are our own
            ["git", *words],  # noqa: S607 - whichever git there is
            cwd=project,
            capture_output=True,
            check=True,
            # The reasons in one language, so that tests and readers know them.
            env={**os.environ, "LC_ALL": "C"},
        )
    except OSError as error:
        raise _GitError(f"it cannot be run here ({error.strerror})") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise _GitError(said.removeprefix("fatal: ").rstrip(".") or "nothing") from error
    return done.stdout
