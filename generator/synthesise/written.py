"""A record as YAML, as people type it: words without quotes, long texts folded below their key."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_WIDEST: Final = 96
_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[\w '+./?(),;-]*[\w'+./?)-])?", re.ASCII)
"""What YAML reads as it stands, but for its own words."""
_OWN: Final = frozenset({"true", "false", "null"})
_FLOW: Final = re.compile(r"[\w' -]+", re.ASCII)
"""What may stand in a list on one line."""
_BOUND: Final = re.compile(r"\{\{.*?\}\}")
"""A figure that a text is bound to: it stays on its line."""
_SPACE: Final = "\N{NO-BREAK SPACE}"


def yaml_text(schema: str, held: Mapping[str, Any], deep: int = 0) -> str:
    """The text of a file; `deep` says how many folders below an audit's own it stands."""
    up = "../" * (deep + 2)
    head = f"# yaml-language-server: $schema={up}schema/{schema}.schema.json"
    return "".join(f"{line}\n" for line in (head, *_mapping(held, "")))


def register_text(schema: str, held: Mapping[str, Any]) -> str:
    """The text of a register."""
    return yaml_text(schema, held, deep=-1)


def markdown_text(front: Mapping[str, Any], body: str) -> str:
    """Markdown with front matter above it."""
    lines = ("---", *_mapping(front, ""), "---", *_folded(body, ""))
    return "".join(f"{line}\n" for line in lines)


def prose_text(*paragraphs: str) -> str:
    """Markdown without front matter; a paragraph that is a heading or a list is left as it is."""
    return "\n".join(
        f"{part}\n"
        if part.startswith(("#", "- "))
        else "".join(f"{line}\n" for line in _folded(part, ""))
        for part in paragraphs
    )


def _mapping(held: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in held.items():
        if value is not None:
            yield from _pair(f"{indent}{_scalar(str(key))}:", value, indent)


def _pair(start: str, value: Any, indent: str) -> Iterator[str]:
    """A key, or the dash of an item, with what belongs to it."""
    if isinstance(value, Mapping):
        yield start
        yield from _mapping(value, f"{indent}  ")
    elif isinstance(value, str | int):
        yield from _text(start, str(value), indent)
    elif (flow := f"{start} [{', '.join(map(str, value))}]") and _is_short(value, flow):
        yield flow
    else:
        yield start
        for item in value:
            yield from _item(item, f"{indent}  ")


def _item(item: Any, indent: str) -> Iterator[str]:
    if not isinstance(item, Mapping):
        yield from _text(f"{indent}-", str(item), indent)
        return
    first, *rest = _mapping(item, f"{indent}  ")
    yield f"{indent}- {first.lstrip()}"
    yield from rest


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    line = f"{start} {_scalar(text)}"
    if len(line) <= _WIDEST:
        yield line
        return
    yield f"{start} >-"
    yield from _folded(text, f"{indent}  ")


def _is_short(items: Sequence[Any], flow: str) -> bool:
    plain = all(not isinstance(item, Mapping) and _FLOW.fullmatch(str(item)) for item in items)
    return plain and len(flow) <= _WIDEST


def _folded(text: str, indent: str) -> Iterator[str]:
    whole = _BOUND.sub(lambda bound: bound[0].replace(" ", _SPACE), text)
    lines = textwrap.wrap(
        whole,
        _WIDEST,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return (line.replace(_SPACE, " ") for line in lines)


def _scalar(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _OWN
    return text if is_plain else json.dumps(text, ensure_ascii=False)
