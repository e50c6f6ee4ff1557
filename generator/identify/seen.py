"""A text as a reader sees it: without the marks, escapes and invisible signs of its file.

A name can hide in what nobody reads: a bold letter inside it, a sign of no width, a Cyrillic letter
that looks like a Latin one, an entity, the line's end. Here they are gone, and every sign that is
left still knows where it stands in the file.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Written(Enum):
    """How a text is written in its file, beside being Markdown."""

    PLAINLY = "plainly"
    IN_SINGLE_QUOTES = "in single quotes"
    IN_DOUBLE_QUOTES = "in double quotes"


@dataclass(frozen=True)
class Seen:
    """A text as a reader sees it, each sign with its place in the file."""

    text: str
    starts: tuple[int, ...]
    """Where in the text each run begins whose signs stand side by side in the file, too."""
    places: tuple[int, ...]
    """Where in the file each of these runs begins."""
    end: int
    """Where in the file it ends."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the part from `start` to `end` stands in the file."""
        return self._index(start), min(self._index(end - 1) + 1, self.end)

    def _index(self, at: int) -> int:
        run = bisect_right(self.starts, at) - 1
        following = self.places[run + 1] if run + 1 < len(self.places) else self.end
        return min(self.places[run] + at - self.starts[run], max(following - 1, self.places[run]))


def text_seen(raw: str, start: int, end: int, written: Written = Written.PLAINLY) -> str:
    """The text alone of what a reader sees: nearly every one is seen as it is typed."""
    typed, last = raw[start:end], ""
    if typed.endswith("\n"):
        typed, last = typed[:-1], "\n" if _PARAGRAPH.match(raw, end - 1) else " "
    if "\n" in typed or typed.startswith("  "):
        typed = _INDENTED.sub(" ", typed)
    if _NO_PLAIN_SIGN[written].search(typed) or "  " in typed or "-->" in typed:
        return see(raw, start, end, written).text
    return typed + last


def see(raw: str, start: int, end: int, written: Written = Written.PLAINLY) -> Seen:
    """What a reader sees of the file's text `raw` from `start` to `end`."""
    pieces: list[str] = []
    starts, places = [0], [start]
    length, at = 0, start
    pattern = _MARKS[written]
    for sign in _MAY_BE_ONE.finditer(raw, start, end):
        mark = pattern.match(raw, sign.start(), end) if sign.start() >= at else None
        if mark is None:
            continue
        piece = raw[at : mark.start()]
        shown = _shown(mark)
        pieces += (piece, shown)
        length += len(piece)
        if shown:
            starts.append(length)
            places.append(mark.start())
            length += len(shown)
        at = mark.end()
        starts.append(length)
        places.append(at)
    pieces.append(raw[at:end])
    text = "".join(pieces)
    return Seen(text if text.isascii() else _alike(text), tuple(starts), tuple(places), end)


def _shown(mark: re.Match[str]) -> str:
    text = mark[0]
    match mark.lastgroup:
        case "space":
            is_block = _PARAGRAPH.match(mark.string, mark.start())
            return "\n" if is_block else " "
        case "entity":
            return html.unescape(text)
        case "escape":
            return _unescaped(text)
        case "wide":
            return unicodedata.normalize("NFKC", text)
        case "bound":
            return "…"
        case "doubled":
            return "'"
    return ""


def _unescaped(text: str) -> str:
    """What an escape of YAML or Markdown stands for."""
    kind, code = text[1:2], text[2:]
    if kind in "xuU" and code:
        return chr(int(code, 16)) if int(code, 16) <= _LAST_SIGN else ""
    if kind in "nrtN_ \r\n\t":
        return " "
    return kind


_LAST_SIGN: Final = 0x10FFFF

_PARAGRAPH: Final = re.compile(r"\r?\n[ \t>]*\r?\n|\r?\n[ \t>]*(?:[-*+|#]|[0-9]{1,2}[.)] )")

_SPACE: Final = r"[ \t\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_PLAIN: Final = 'A-Za-z0-9 .,;:()/?!"#%+=£-'
_MAY_BE_ONE: Final = re.compile(rf" (?= )|-(?=->)|[^{_PLAIN}]")
"""Where a mark may begin: looked for first, since most signs are none."""
_NO_PLAIN_SIGN: Final = {
    Written.PLAINLY: re.compile(rf"[^'{_PLAIN}]"),
    Written.IN_SINGLE_QUOTES: re.compile(rf"[^{_PLAIN}]"),
    Written.IN_DOUBLE_QUOTES: re.compile(rf"[^'{_PLAIN}]"),
}
_INDENTED: Final = re.compile(r"(?:\n *|\A  +)(?=[A-Za-z(])")
"""What stands before a line whose sentence begins there, or goes on: a reader sees a space."""

# The alternatives in the order in which they are tried; what is no group is left out.
_ALWAYS: Final = (
    r"(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});)"
    r"|(?P<bound>\{\{[^{}\n]*\}\})"
    r"|<!--|-->|</?[A-Za-z][^<>\n]*>"
    r"|\]\([^()\s]*\)"  # where a link leads is read by itself
    r"|[*`\[\]]|~~|(?<!\w)_+|_+(?!\w)"
    r"|[\u00ad\u0300-\u036f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
    r"|"
    r"(?P<wide>[\uff01-\uff5e\U0001d400-\U0001d7ff\ufb00-\ufb06\u2160-\u217f\u249c-\u24e9\U0001f130-\U0001f189]+)"
    r"|(?P<space>(?:\r?\n[ \t>]*)+"
    rf"|{_SPACE}{{2,}}|(?! ){_SPACE})"
)
_MARKS: Final = {
    Written.PLAINLY: re.compile(r"(?P<escape>\\[!-/:-@\[-`{-~])|" + _ALWAYS),
    Written.IN_SINGLE_QUOTES: re.compile(
        r"(?P<escape>\\[!-&(-/:-@\[-`{-~])|(?P<doubled>'')|" + _ALWAYS
    ),
    Written.IN_DOUBLE_QUOTES: re.compile(
        r"(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU]))|" + _ALWAYS,
        re.DOTALL,
    ),
}


def _alike(text: str) -> str:
    """The text with one sign for all that look alike: no sign more, and none less."""
    return text.translate(_ALIKE)


_ALIKE: Final = {
    **dict.fromkeys(map(ord, "\u2019\u2018\u02bc\u02b9\u2032\u00b4\uff07\u02c8"), "'"),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"), '"'),
    **{
        ord(other): latin
        for others, latins in (
            # Cyrillic, then Greek, then letters of phonetics and of other scripts.
            (
                "АВЕЅЗІЈКМНОРСТУХаеіјорсухѕԁһӏԛԝѵҮғɡ",
                "ABES3IJKMHOPCTYXaeijopcyxsdhlqwvYfg",
            ),
            ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορυικτ", "ABEZHIKMNOPTYXavopuikt"),
            ("ɑɩıȷοոսօՕհցᴀᴄᴇɪᴊᴋᴍɴᴏᴘᴛᴜᴠᴡᴢ", "aiijonuoOhgACEIJKMNOPTUVWZ"),
        )
        for other, latin in zip(others, latins, strict=True)
    },
}
