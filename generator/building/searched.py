"""What was built is searched for what no site may hold, before anybody can see it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_UNFILLED: Final = re.compile(r"\{\{ *(?:percent|of|base|count|cases|agencies|returns)\(")
"""A figure that was to be filled in, and was not; guides show such in `<code>`."""
_CODE: Final = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)


def must_not_be_there(site: Path) -> list[str]:
    """What is wrong with a built site, a line each, with the page that it stands on."""
    found = [f"{file.name} is a link." for file in site.rglob("*") if file.is_symlink()]
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        if _UNFILLED.search(_CODE.sub("", html)):
            found.append(f"{page.relative_to(site)} has a figure that was not filled in.")
    return found
