"""Builds that are killed at a step, each in a process forked from one that has all imports.

What MkDocs would make is written at once here; that it is killed as well, test_build.py shows.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generator.building import steps

_FORKED = get_context("forkserver")
_FORKED.set_forkserver_preload(["generator.building.leaks", "generator.building.sought"])


def build(folder: Path, word: str, step: str = "", when: str = "") -> int | None:
    """Build a site that says this word, and kill it before or after a step: how that ended."""
    process = _FORKED.Process(target=_build, args=(folder, word, step, when), daemon=True)
    process.start()
    process.join(timeout=60)
    return process.exitcode


def _build(root: Path, word: str, step: str, when: str) -> None:
    def make(build: steps.Build, new: Path) -> None:  # noqa: ARG001 - as it is called
        new.mkdir()
        for name in ("index.html", "404.html"):
            (new / name).write_text(
                '<meta http-equiv="Content-Security-Policy"><meta name="edition" content="public">'
                + word
            )

    def killed_at(work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            if when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            done = work(*given)
            os.kill(os.getpid(), signal.SIGKILL)
            return done

        return run

    steps._run_mkdocs = make
    if step:
        setattr(steps, step, killed_at(getattr(steps, step)))
    steps.build_site(steps.Build(root, root / "build/site"), lambda _: None)
