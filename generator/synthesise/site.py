"""What a made-up tree needs to become a site: the project's own pages, and its settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.synthesise.outline import AS_AT

_PLUGIN: Final = re.compile(r"^( *)- audits:? *$", re.MULTILINE)
_DATE: Final = re.compile(r"^ *as_at:.*\n", re.MULTILINE)


class NoPluginError(ValueError):
    """The settings of the project do not say that audits become pages."""


def site_files(project: Path) -> Iterator[tuple[str, bytes]]:
    """The path and the content of mkdocs.yml and of all under `site/`.

    The date that the tree is made for is set. Raises NoPluginError where mkdocs.yml is missing or
    has no place for it.
    """
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8") if config.is_file() else ""
    dated, found = _PLUGIN.subn(rf"\1- audits:\n\1    as_at: {AS_AT}", _DATE.sub("", text))
    if found != 1:
        raise NoPluginError(
            f"{config} is not there, or has no line `- audits:` under `plugins`: the made-up "
            "project takes its site from this one."
        )
    yield config.name, dated.encode("utf-8")
    for file in sorted((project / "site").rglob("*")):
        if file.is_file():
            yield file.relative_to(project).as_posix(), file.read_bytes()
