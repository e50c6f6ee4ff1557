"""Reads what the form saves: JSON with one return, or with all of an agency.

The file is untrusted. Numbers stay the text they were typed as, objects the pairs they were written
as, so that a key that is there twice is seen.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.collect.came import Came, Cell, Ignored, Opened
from generator.collect.rules import NO_TEXT, UNREADABLE
from generator.diagnostics import Diagnostic, Place
from generator.limits import MOST_CELLS, MOST_RETURN_BYTES, MOST_RETURNS
from generator.read.yaml import Loc

ONE: Final = "audit-return 1"
"""`format` of a file with one return."""
ALL: Final = "audit-returns 1"
"""`format` of a file with several, under `returns`."""

_TEXTS: Final = ("audit", "tool", "agency", "case", "saved", "status", "completed_by", "note")
_GROUPS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "answers": ("question", ("answer", "reason", "comment")),
    "judgements": ("judgement", ("grade", "comment")),
}
"""What an entry of each is called, and the fields that it has."""
_GOOD_PRACTICE: Final = ("text", "agency")


class _Object(tuple[tuple[str, Any], ...]):
    """An object of JSON, as the pairs that stand in it."""

    __slots__ = ()


def read_saved(data: bytes, source: str) -> Opened:
    """The returns in a file of the form's; `source` is what the file is called."""
    if len(data) > MOST_RETURN_BYTES:
        megabytes = MOST_RETURN_BYTES // 1_000_000
        return _refused(Place(source), f"the file has more than {megabytes} megabytes")
    try:
        text = data.decode("utf-8-sig")
        whole = json.loads(
            text, object_pairs_hook=_Object, parse_int=str, parse_float=str, parse_constant=str
        )
    except UnicodeDecodeError:
        return _refused(Place(source), "the file is no text in UTF-8, as the form saves it")
    except RecursionError:
        return _refused(Place(source), "lists and objects stand too deep inside each other")
    except json.JSONDecodeError as error:
        return _broken(text, source, error)
    return _opened(whole, source)


def _broken(text: str, source: str, error: json.JSONDecodeError) -> Opened:
    if text.lstrip().startswith("<"):
        return _refused(
            Place(source),
            "the file is a page to read, not the saved return",
            "Ask for the file beside it that ends in `.json`.",
        )
    place = Place(source, error.lineno, error.colno)
    # An open quotation mark is told where it opens; all else where the text ends.
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return _refused(place, "the file ends in the middle: not all of it arrived")
    return _refused(place, f"the file is damaged here ({error.msg.lower()})")


def _refused(place: Place, what: str, tip: str = "") -> Opened:
    tip = tip or "Ask for it again; the form saves it with *Save my return*."
    return Opened(faults=(UNREADABLE.at(place, what, tip),))


def _opened(whole: object, source: str) -> Opened:
    if not isinstance(whole, _Object):
        return _refused(Place(source), "the file is no saved return: it is no object of JSON")
    held = dict(whole)
    match held.get("format"):
        case str(form) if form == ONE:
            return Opened((_returned(whole, source, ""),))
        case str(form) if form == ALL:
            return _all(whole, source)
        case None:
            return _refused(Place(source), "the file is no saved return: it says no `format`")
        case other:
            what = f"`format` is `{_shown(other)}`, and this reads `{ONE}` and `{ALL}`"
            return _refused(Place(source, where="format"), what)


def _all(whole: _Object, source: str) -> Opened:
    held = dict(whole)
    listed = held.get("returns")
    if not isinstance(listed, list) or not all(isinstance(one, _Object) for one in listed):
        what = "`returns` is no list of returns"
        return _refused(Place(source, where="returns"), what)
    if len(listed) > MOST_RETURNS:
        what = f"the file has more than {MOST_RETURNS} returns"
        return _refused(Place(source, where="returns"), what)
    twice = [
        NO_TEXT.at(Place(source, where=key), f"`{key}` is there {times} times")
        for key, times in Counter(key for key, _ in whole).items()
        if times > 1
    ]
    returns = []
    for at, one in enumerate(listed, 1):
        case = dict(one).get("case")
        within = f"case {case}, " if isinstance(case, str) and case else f"return {at}, "
        returns.append(_returned(one, source, within))
    ignored = tuple(
        Ignored(key, _shown(value), _NO_FIELD)
        for key, value in whole
        if key not in ("format", "returns")
    )
    return Opened(tuple(returns), tuple(twice), ignored)


_NO_FIELD: Final = "no field of a return"


def _returned(whole: _Object, source: str, within: str) -> Came:
    reading = _Reading(source, within)
    reading.take(whole)
    if len(reading.cells) > MOST_CELLS:
        what = f"the return fills more than {MOST_CELLS:,} fields"
        reading.faults.append(UNREADABLE.at(reading.place(""), what))
        del reading.cells[MOST_CELLS:]
    return Came(source, tuple(reading.cells), tuple(reading.ignored), tuple(reading.faults))


@dataclass
class _Reading:
    """What of one return was read so far."""

    source: str
    within: str
    """What stands before each place: which return of the file it is."""
    cells: list[Cell] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def take(self, whole: _Object) -> None:
        for key, value in self.once(whole, ""):
            if key == "finished":
                self.whether(key, value)
            elif key in _TEXTS:
                self.text((key,), value, key.replace("_", " "))
            elif key in _GROUPS:
                self.group(key, value)
            elif key == "asked":
                self.asked(value)
            elif key == "good_practice":
                self.good_practice(value)
            elif key != "format":
                self.ignore(key, value)

    def once(self, pairs: _Object, where: str) -> Iterator[tuple[str, Any]]:
        """Each key with its value; of one that is there twice the first, and that it is."""
        for key, times in Counter(key for key, _ in pairs).items():
            if times > 1:
                place = self.place(f"{where}, {key}" if where else key)
                self.wrong(place, f"`{key}` is there {times} times, and only one can count")
        seen = set()
        for key, value in pairs:
            if key not in seen:
                seen.add(key)
                yield key, value

    def group(self, group: str, value: object) -> None:
        name, fields = _GROUPS[group]
        if not isinstance(value, _Object):
            self.wrong(self.place(group), f"{_what(value)} stands where the {group} belong")
            return
        for ref, entry in self.once(value, group):
            where = f"{name} {ref}"
            if not isinstance(entry, _Object):
                self.wrong(self.place(where), f"{_what(entry)} stands where its fields belong")
                continue
            for key, text in self.once(entry, where):
                place = f"{where}, {key}"
                if key == "answer" and isinstance(text, list):
                    for at, one in enumerate(text):
                        self.text((group, ref, key, at), one, place)
                elif key in fields:
                    self.text((group, ref, key), text, place)
                else:
                    self.ignore(place, text)

    def asked(self, value: object) -> None:
        if not isinstance(value, _Object):
            self.wrong(self.place("asked"), f"{_what(value)} stands where its fields belong")
            return
        for ref, fingerprint in self.once(value, "asked"):
            self.text(("asked", ref), fingerprint, f"asked, {ref}")

    def good_practice(self, value: object) -> None:
        if not isinstance(value, list):
            self.wrong(self.place("good practice"), f"{_what(value)} stands where a list belongs")
            return
        for at, entry in enumerate(value):
            where = f"good practice {at + 1}"
            if not isinstance(entry, _Object):
                self.wrong(self.place(where), f"{_what(entry)} stands where its fields belong")
                continue
            for key, text in self.once(entry, where):
                if key in _GOOD_PRACTICE:
                    self.text(("good_practice", at, key), text, f"{where}, {key}")
                else:
                    self.ignore(f"{where}, {key}", text)

    def text(self, at: Loc, value: object, where: str) -> None:
        if value is None or isinstance(value, str):
            self.cells.append(Cell(at, value or "", f"{self.within}{where}"))
        else:
            self.wrong(self.place(where), f"{_what(value)} stands where a text belongs")

    def whether(self, key: str, value: object) -> None:
        if isinstance(value, bool):
            self.cells.append(Cell((key,), "yes" if value else "no", f"{self.within}{key}"))
        else:
            self.wrong(self.place(key), f"{_what(value)} stands where `true` or `false` belongs")

    def ignore(self, where: str, value: object) -> None:
        self.ignored.append(Ignored(f"{self.within}{where}", _shown(value), _NO_FIELD))

    def wrong(self, place: Place, what: str) -> None:
        self.faults.append(NO_TEXT.at(place, what, "Ask for it again, saved by the form itself."))

    def place(self, where: str) -> Place:
        return Place(self.source, where=f"{self.within}{where}".removesuffix(", "))


def _what(value: object) -> str:
    """What a value is called in a sentence."""
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{str(value).lower()}`"
        case _Object():
            return "an object"
        case list():
            return "a list"
        case _:
            return f"`{_shown(value)}`"


def _shown(value: object) -> str:
    """A value in few signs, whatever it is."""
    if isinstance(value, _Object):
        return f"{{{_cut(', '.join(key for key, _ in value))}}}"
    if isinstance(value, list):
        return f"[{_cut(', '.join(_of_list(value)))}]"
    return "" if value is None else _cut(str(value))


def _of_list(value: Iterable[object]) -> Iterator[str]:
    return (one if isinstance(one, str) else "…" for one in value)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST_SHOWN else f"{text[: _WIDEST_SHOWN - 1]}…"


_WIDEST_SHOWN: Final = 60
