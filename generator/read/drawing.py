"""Drawings, as SVG: read by a hardened parser, and written anew with what can be seen and no more.

What could run, load something or hide something is refused, with its place: scripts, styles,
events, links, pictures in the picture, document types. Whatever is neither drawn nor refused is
left out: comments, metadata, titles, and what drawing programs keep for themselves.
"""

from __future__ import annotations

import re
from html import escape
from typing import Final
from xml.parsers import expat

from generator.limits import MAX_DRAWING_DEPTH

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DRAWN: Final = _words(
    "svg g defs path rect circle ellipse line polyline polygon text tspan "
    "linearGradient radialGradient stop clipPath"
)
"""No `use`, `pattern` or `marker`: a few of them inside each other draw a billion shapes."""
_LEFT_OUT: Final = frozenset(("metadata", "title", "desc"))
_WITH_WORDS: Final = ("text", "tspan")

_ATTRIBUTES: Final = _words(
    "id width height viewBox preserveAspectRatio version transform x y x1 y1 x2 y2 cx cy r rx ry "
    "dx dy fx fy fr d points pathLength rotate textLength lengthAdjust offset gradientUnits "
    "gradientTransform spreadMethod clipPathUnits clip-path clip-rule color direction display "
    "dominant-baseline fill fill-opacity fill-rule font-family font-size font-stretch font-style "
    "font-variant font-weight letter-spacing opacity overflow paint-order shape-rendering "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration "
    "text-rendering unicode-bidi vector-effect visibility word-spacing writing-mode"
)
_WITHIN: Final = re.compile(r"#[\w.:-]+")
_PAINT: Final = re.compile(r"url\(\s*(['\"]?)#[\w.:-]+\1\s*\)")


class UnsafeDrawingError(Exception):
    """What is in a drawing that no reader may get, with its place."""

    def __init__(self, holds: str, line: int, column: int) -> None:
        super().__init__(holds)
        self.holds = holds
        self.line = line
        self.column = column


def redrawn(data: bytes) -> bytes:
    """The drawing as readers get it; raises UnsafeDrawingError where it holds more than a drawing.

    >>> redrawn(b'<svg xmlns="http://www.w3.org/2000/svg"><!-- me --><path d="M0 0"/></svg>')
    b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"></path></svg>'
    """
    return _Redrawing().of(data)


class _Redrawing:
    """Writes while the parser reads."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._open: list[str] = []
        self._skipped = 0
        """How many elements are open of those that are left out."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        # Entities can be declared in a document type alone, so none ever is.
        parser.StartDoctypeDeclHandler = self._document_type
        self._parser = parser

    def of(self, data: bytes) -> bytes:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            why = f"something that is no XML ({expat.ErrorString(error.code)})"
            raise UnsafeDrawingError(why, error.lineno, error.offset + 1) from None
        except (LookupError, ValueError):
            raise UnsafeDrawingError("an encoding that is not known", 1, 1) from None
        return "".join(self._written).encode("utf-8")

    def _refuse(self, holds: str) -> UnsafeDrawingError:
        at = self._parser
        return UnsafeDrawingError(holds, at.CurrentLineNumber, at.CurrentColumnNumber + 1)

    def _document_type(self, *_: object) -> None:
        raise self._refuse("a document type (`<!DOCTYPE`)")

    def _start(self, full_name: str, attributes: list[str]) -> None:
        space, _, name = full_name.rpartition(" ")
        if not self._open and (space, name) != (_SVG, "svg"):
            raise self._refuse(f"`{name}` in place of an SVG drawing")
        if self._skipped or space != _SVG or name in _LEFT_OUT:
            self._skipped += 1
            return
        if name not in _DRAWN:
            raise self._refuse(f"an element `{name}`")
        if len(self._open) >= MAX_DRAWING_DEPTH:
            raise self._refuse(f"more than {MAX_DRAWING_DEPTH} elements inside each other")
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        kept = [written for pair in pairs if (written := self._attribute(*pair))]
        if not self._open:
            kept.insert(0, f'xmlns="{_SVG}"')
        self._open.append(name)
        self._written.append(f"<{' '.join((name, *kept))}>")

    def _attribute(self, full_name: str, value: str) -> str:
        """What an attribute is written as; empty where it is left out."""
        space, _, name = full_name.rpartition(" ")
        if name == "href" and space in ("", _XLINK):
            if not _WITHIN.fullmatch(value.strip()):
                raise self._refuse("a reference to something outside it (`href`)")
        elif space:
            return ""
        elif name == "style" or name.lower().startswith("on"):
            raise self._refuse(f"an attribute `{name}`")
        elif name not in _ATTRIBUTES:
            return ""
        if any(sign in _PAINT.sub("", value).lower() for sign in ("url", "\\", "@", "script:")):
            raise self._refuse(f"a reference to something outside it (`{name}`)")
        return f'{name}="{escape(value)}"'

    def _end(self, full_name: str) -> None:  # noqa: ARG002
        if self._skipped:
            self._skipped -= 1
        else:
            self._written.append(f"</{self._open.pop()}>")

    def _words(self, text: str) -> None:
        if not self._skipped and self._open and self._open[-1] in _WITH_WORDS:
            self._written.append(escape(text))
