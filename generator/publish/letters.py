"""The site's letters for paper, in a stylesheet that holds the fonts themselves.

When it prints, a browser asks for its fonts anew and takes what is there at once. Of a page that
was opened by double click nothing is: Chromium 156 then prints in whatever font the system has,
which is wider, so that a poster takes two sheets.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Final

_FACE: Final = re.compile(r"@font-face\{[^}]*\}")
_FONT: Final = re.compile(r"url\(([^)]+)\)")


def on_paper(stylesheet: Path) -> str:
    """The font faces of a stylesheet, each with its font in it."""

    def held(match: re.Match[str]) -> str:
        font = base64.b64encode((stylesheet.parent / match[1]).read_bytes()).decode()
        return f"url(data:font/woff2;base64,{font})"

    faces = _FACE.findall(stylesheet.read_text(encoding="utf-8"))
    return "\n".join(_FONT.sub(held, face) for face in faces)
