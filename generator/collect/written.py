"""A return as YAML, as a careful person types it: in the order of the form, quotes where needed.

What is written is what is read back, to the letter: of each text the first way of writing it that
the reader reads as it was is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.returns import NonAnswer, Return
from generator.model.tool import Tool
from generator.read import yaml
from generator.read.yaml import Loc

Fields = Mapping[Loc, str]
"""What stands in a return, by the field that it fills: `("answers", "R1", "comment")`."""

_SCHEMA: Final = "# yaml-language-server: $schema=../../../../schema/return.schema.json"
_WIDEST_LINE: Final = 99
"""A text in one line is no longer than this, its key included."""
_WIDEST_FOLDED: Final = 96
"""A line of a folded text is no longer than this."""
_HEAD: Final = ("status", "received", "completed_by", "note")
_BREAK: Final = re.compile(r"(?<=\S) (?=\S)")
"""Where a text may be folded: a run of spaces would be lost."""


@dataclass(frozen=True)
class Written:
    """The text of a file, and which field each of its lines holds."""

    text: str
    locs: tuple[Loc, ...]
    """The field of each line; empty for a line that holds none."""


def written(fields: Fields, tool: Tool | None) -> Written:
    """The file of a return; its answers stand in the order in which the tool asks."""
    lines = [(_SCHEMA, ()), *_file(fields, tool)]
    return Written(
        "".join(f"{line}\n" for line, _ in lines),
        # A folded text is one line of a pair, and several of the file.
        tuple(loc for line, loc in lines for _ in range(line.count("\n") + 1)),
    )


def fields_of(return_: Return) -> Fields:
    """What stands in a return, by the field that it fills."""
    held: dict[Loc, str | None] = {
        ("status",): return_.status.value,
        ("received",): str(return_.received) if return_.received else None,
        ("completed_by",): return_.completed_by,
        ("note",): return_.note,
    }
    for ref, answer in return_.answers.items():
        held["answers", ref, "answer"] = answer.answer
        held["answers", ref, "reason"] = answer.reason.value if answer.reason else None
        held["answers", ref, "comment"] = answer.comment
    for ref, judgement in return_.judgements.items():
        held["judgements", ref, "grade"] = judgement.grade
        held["judgements", ref, "comment"] = judgement.comment
    for at, good in enumerate(return_.good_practice):
        held["good_practice", at, "text"] = good.text
        held["good_practice", at, "agency"] = good.agency
    return {loc: text for loc, text in held.items() if text is not None}


_Line = tuple[str, Loc]


def _file(fields: Fields, tool: Tool | None) -> Iterator[_Line]:
    for key in _HEAD:
        if text := fields.get((key,)):
            yield (_prose(key, text, 0) if key == "note" else _word(key, text)), (key,)
    asked = [question.ref for question in tool.questions] if tool else []
    yield from _entries(fields, "answers", ("answer", "reason", "comment"), asked)
    asked = [judgement.ref for judgement in tool.judgements] if tool else []
    yield from _entries(fields, "judgements", ("grade", "comment"), asked)
    yield from _good_practice(fields)


def _entries(
    fields: Fields, group: str, keys: Sequence[str], asked: Sequence[str]
) -> Iterator[_Line]:
    """The answers or the judgements: a line where there is a word alone, else one for each field.

    `keys` are the fields of one, the word first.
    """
    refs = dict.fromkeys(str(loc[1]) for loc in fields if loc[0] == group)
    if not refs:
        return
    yield f"{group}:", ()
    for ref in sorted(refs, key=lambda ref: asked.index(ref) if ref in asked else len(asked)):
        held = {key: fields[group, ref, key] for key in keys if fields.get((group, ref, key))}
        word, *_ = keys
        if held.keys() == {word}:
            yield f"  {_word(ref, held[word])}", (group, ref, word)
            continue
        yield f"  {_key(ref)}:", (group, ref)
        if word == "answer" and word not in held:
            held = {word: NonAnswer.BLANK.value, **held}
        for key, text in held.items():
            line = _prose(key, text, 4) if key == "comment" else f"    {_word(key, text)}"
            yield line, (group, ref, key)


def _good_practice(fields: Fields) -> Iterator[_Line]:
    points = sorted({int(loc[1]) for loc in fields if loc[0] == "good_practice"})
    if points:
        yield "good_practice:", ()
    for at in points:
        start = "  - "
        for key, write in (("text", _prose), ("agency", _indented_word)):
            if text := fields.get(("good_practice", at, key)):
                yield start + write(key, text, 4)[4:], ("good_practice", at, key)
                start = "    "


def _indented_word(key: str, text: str, indent: int) -> str:
    return " " * indent + _word(key, text)


def _word(key: str, text: str) -> str:
    """A key with its word, in a line."""
    if key != "answer" and text == NonAnswer.BLANK.value:
        return f"{_key(key)}:"
    line = f"{_key(key)}: {text}"
    return line if _reads(line, key, text) else f"{_key(key)}: {_quoted(text)}"


def _key(key: str) -> str:
    return key if _reads(f"{key}: yes", key, "yes") else _quoted(key)


def _prose(key: str, text: str, indent: int) -> str:
    """A key with its text: in a line, folded, line by line as it is, or in quotes."""
    for line in _ways(key, text, indent):
        if _reads(line, key, text):
            return line
    return f"{' ' * indent}{key}: {_quoted(text)}"


def _ways(key: str, text: str, indent: int) -> Iterator[str]:
    line = f"{' ' * indent}{key}: {text}"
    deeper = " " * (indent + 2)
    if "\n" in text:
        lines = (f"{deeper}{one}" if one else "" for one in text.split("\n"))
        yield "\n".join((f"{' ' * indent}{key}: |-", *lines))
        return
    if len(line) <= _WIDEST_LINE:
        yield line
    yield "\n".join((f"{' ' * indent}{key}: >-", *_folded(text, deeper)))


def _folded(text: str, indent: str) -> Iterator[str]:
    line = indent
    for word in _BREAK.split(text):
        if line != indent and len(line) + 1 + len(word) > _WIDEST_FOLDED:
            yield line
            line = indent
        line += word if line == indent else f" {word}"
    yield line


def _reads(lines: str, key: str, text: str) -> bool:
    """Whether what is written is read as this key with this text, and nothing is lost."""
    parsed = yaml.parse(f"{lines}\n")
    return not parsed.faults and parsed.root == {key: text}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
