"""What stands in a file of a site, for whoever reads it or its source: texts and addresses."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Final


@dataclass(frozen=True)
class Contents:
    """The texts of a file, each of which belongs together, and the addresses in it."""

    texts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


_WITHIN_WORDS: Final = re.compile(r"</?(?:b|em|i|strong|sub|sup|wbr|mark)(?:\s[^>]*)?>")
_WITHIN_LINES: Final = re.compile(r"</?(?:a|abbr|code|small|span|tspan|time|del|ins)(?:\s[^>]*)?>")
_TAG: Final = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_COMMENT: Final = re.compile(r"<!--(.*?)-->", re.DOTALL)
_VALUE: Final = re.compile(r"""\s([a-z][a-z:-]*)=(?:"([^"]*)"|'([^']*)')""")
_ADDRESSES: Final = frozenset({"href", "src", "xlink:href", "action", "data"})
_INDEX: Final = "var __index = "
"""What stands before the index of search where it is a script."""
_MARKED_UP: Final = frozenset({".html", ".htm", ".svg", ".xml"})
_TEXT: Final = frozenset({".csv", ".tsv", ".txt", ".md", ".yml", ".sarif", ".webmanifest"})


def contents(file: Path) -> Contents:
    """What stands in a file; nothing where it is made from no data, as fonts, scripts, styles are.

    Of a picture, what its maker wrote into it is taken out when it is read.
    """
    data, suffix = file.read_bytes(), file.suffix.lower()
    if suffix == ".gz":
        data, suffix = gzip.decompress(data), Path(file.stem).suffix.lower()
    text = data.decode("utf-8", "replace") if suffix in _READ else ""
    if suffix == ".js" and not text.startswith(_INDEX):
        return Contents()
    if suffix in (".js", ".json", ".sarif"):
        return _of_json(json.loads(text.removeprefix(_INDEX)))
    if suffix in _MARKED_UP:
        found = _of_markup(text)
        # A map of a site lists addresses as text.
        return Contents(found.texts, found.texts) if suffix == ".xml" else found
    return Contents(_lines(text))


_READ: Final = _MARKED_UP | _TEXT | {".js", ".json"}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _of_markup(text: str) -> Contents:
    values = [(name, one or other) for name, one, other in _VALUE.findall(text)]
    bare = _WITHIN_LINES.sub(" ", _WITHIN_WORDS.sub("", text))
    texts = [*_TAG.split(bare), *_COMMENT.findall(text), *(value for _, value in values)]
    # Each once: most of a page is what stands between tags, and stands there again and again.
    return Contents(
        tuple(unescape(one) for one in dict.fromkeys(texts) if one.strip()),
        tuple(unescape(value) for name, value in values if name in _ADDRESSES),
    )


def _of_json(held: Any) -> Contents:
    texts: list[str] = []
    addresses: list[str] = []
    for text in _strings(held):
        inner = _of_markup(text) if "<" in text else Contents((unescape(text),))
        texts += inner.texts
        addresses += inner.addresses
        if " " not in text:
            addresses.append(text)
    return Contents(tuple(texts), tuple(addresses))


def _strings(held: Any) -> Iterator[str]:
    if isinstance(held, str):
        yield held
    elif isinstance(held, dict):
        for key, value in held.items():
            yield key
            yield from _strings(value)
    elif isinstance(held, list):
        for value in held:
            yield from _strings(value)
