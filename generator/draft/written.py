"""A draft as YAML with comments, and in words: what was taken for what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.diagnostics.visible import unseen_in, visible
from generator.draft.rows import Draft, Kept, Row
from generator.draft.values import Loc
from generator.spreadsheet.place import address

_WIDEST: Final = 100
_WIDEST_WORDS: Final = 40
_PLAIN: Final = re.compile(r"[A-Za-z0-9](?:[\w '+./?()-]*[\w'+./?)-])?", re.ASCII)
_FIGURES: Final = re.compile(r"^figures:.*\n?(?:(?: .*)?\n)*", re.MULTILINE)
_ORDER: Final = ("counts", "total", "percentages", "joined_counts", "joined", "mean", "median")


def figures_text(draft: Draft) -> str:
    """`figures` of published.yml: the rows, what the tool does not ask, and what was kept."""
    lines = ["figures:" if draft.has_rows else "figures: {}"]
    for row in draft.rows:
        lines += [f"  {line}" for line in (_row(row) if row.is_asked else _not_asked(row))]
    lines += [f"  {_kept(kept)}" for kept in draft.kept]
    return "".join(f"{line}\n" for line in lines)


def file_text(figures: str, source: str) -> str:
    """A whole published.yml."""
    return f"""\
# yaml-language-server: $schema=../../schema/published.schema.json
# Drafted from a table. Compare each row with the report before you keep it.
source: {_scalar(source)}
# What one count stands for: returns where nothing is said here.
# unit: cases
{figures}"""


def with_figures(text: str, figures: str) -> str:
    """The text of a published.yml that has no figures yet, with these."""
    if _FIGURES.search(text):
        return _FIGURES.sub(lambda _: figures, text, count=1)
    return f"{text.rstrip()}\n{figures}"


def taken_text(draft: Draft) -> str:
    """A table of what was taken for what: columns with their headings, then lines."""
    told = [(one.cell, one.words, one.told or ["no figures"]) for one in draft.taken]
    told += [
        (kept.cell, kept.cell.text, ["kept as a comment"]) for kept in draft.kept if not kept.why
    ]
    rows = [("what", "taken for")]
    rows += [
        (
            f"{address(cell.row, cell.column)} {_cut(visible(text))}",
            visible("; ".join(dict.fromkeys(said))),
        )
        for cell, text, said in told
    ]
    width = max(len(what) for what, _ in rows)
    return "".join(f"{what.ljust(width)}  {said}\n" for what, said in rows)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST_WORDS else f"{text[: _WIDEST_WORDS - 1]}…"


def _row(row: Row) -> Iterator[str]:
    if row.values:
        yield from _lines(row.entry.ref, row.values)
    yield from map(_kept, row.kept)


def _not_asked(row: Row) -> Iterator[str]:
    """A row of what the tool does not ask: all of it a comment, with the tool's line to add."""
    ref, scale = row.entry.ref or "REF", row.entry.scale or "SCALE"
    yield "# The tool does not ask this. Its line for tool.yml, and its row:"
    question = {"ref": ref, "label": row.entry.text, "text": row.entry.text, "scale": scale}
    yield f"#   - {_flow(question)}"
    if len(row.scales) > 1:
        yield f"#     its scale may as well be {' or '.join(row.scales[1:])}"
    elif not row.scales:
        yield "#     no scale of scales.yml has its answers: add one"
    yield from (f"#   {line}" for line in _lines(ref, row.values))
    yield from map(_kept, row.kept)


def _kept(kept: Kept) -> str:
    place = address(kept.cell.row, kept.cell.column)
    why = f": {kept.why}" if kept.why else ""
    return f"# {place} {_quoted(kept.cell.text)}{_seen(why)}"


def _lines(ref: str, values: Mapping[Loc, str]) -> Iterator[str]:
    """A row in one line, or a line for each of its parts where that is too long."""
    held = _nested(values)
    line = f"{_scalar(ref)}: {_flow(held)}"
    if len(line) + 2 <= _WIDEST:
        yield line
        return
    yield f"{_scalar(ref)}:"
    yield from (f"  {key}: {_flow(value)}" for key, value in held.items())


def _nested(values: Mapping[Loc, str]) -> dict[str, object]:
    held: dict[str, object] = {}
    for path in sorted(values, key=_rank):
        at: dict[str, object] = held
        for key in path[:-1]:
            at = at.setdefault(key, {})  # type: ignore[assignment]
        at[path[-1]] = values[path]
    return held


def _rank(path: Loc) -> int:
    return _ORDER.index(path[0]) if path[0] in _ORDER else len(_ORDER)


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(_pairs(value.items()))}}}"
    return _scalar(str(value))


def _pairs(items: Iterable[tuple[object, object]]) -> Iterator[str]:
    return (f"{_scalar(str(key))}: {_flow(value)}" for key, value in items)


def _scalar(text: str) -> str:
    is_word = text.lower() in ("true", "false", "null")
    return text if _PLAIN.fullmatch(text) and not is_word else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(_seen(text), ensure_ascii=False)


def _seen(text: str) -> str:
    """A text that may stand in a file: signs that nobody sees are spelled out."""
    shown = visible(text)
    for sign in {found[0] for found in unseen_in(shown)}:
        shown = shown.replace(sign, sign.encode("unicode_escape").decode("ascii"))
    return shown
