"""What an edition must not hold, as words that can be looked for in what was built.

Not every value can be told by its words alone: `yes`, a number or an age band stands on any page
for another reason. Looked for is what is distinctive enough (`runs_of`, `_days`), and not what a
reader may see elsewhere in this edition. For the rest, tests put a canary into every field.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, Final

from generator.identify.roster import english
from generator.model.anatomy import Step
from generator.model.deadline import Deadline
from generator.model.edition import Edition
from generator.model.field_list import edition_of_file, field_of_files
from generator.model.layout import AUDIT_FILES, FileKind
from generator.model.library import Library
from generator.model.record import Record, widest_edition
from generator.model.words import PartialDate, day_words
from generator.read.markdown import plain

Run = tuple[str, ...]
"""Words that follow each other, in small letters and without the signs between them."""

RUN: Final = 6
"""So many words of a longer text, in a row, tell that it is this text."""
_LETTERS_OF_RUN: Final = 20
_LETTERS_OF_SHORT: Final = 8
"""A text of fewer words is looked for as a whole where it has so many letters."""
_LETTERS_OF_WORD: Final = 4
"""A single word is looked for where it has so many letters and is no word of English."""


@dataclass(frozen=True)
class Source:
    """Where a value stands that an edition must not hold."""

    file: str
    key: str

    def __str__(self) -> str:
        return f"`{self.key}` of {self.file}" if self.key else self.file


@dataclass(frozen=True)
class Withheld:
    """What must not be found, each run of words with the field that it is of."""

    runs: Mapping[Run, Source] = field(default_factory=dict)
    files: tuple[tuple[re.Pattern[str], str], ...] = ()
    """The addresses of files that the edition has none of: a pattern, and their kind."""

    @cached_property
    def _lengths(self) -> Mapping[Run, tuple[int, ...]]:
        """How long the runs are that begin with these two words."""
        lengths: dict[Run, set[int]] = {}
        for run in self.runs:
            lengths.setdefault(run[:2], set()).add(len(run))
        return {start: tuple(sorted(found)) for start, found in lengths.items()}

    def found_in(self, words: list[str]) -> set[Run]:
        """The runs that stand in these words."""
        single: set[Run] = {(word,) for word in set(words) if (word,) in self.runs}
        return single.union(run for _, run in self.places_in(words))

    def places_in(self, words: list[str]) -> Iterator[tuple[int, Run]]:
        """The runs of two words and more that stand in these words, each with where it begins."""
        lengths = self._lengths
        for start, pair in enumerate(pairwise(words)):
            if pair in lengths:
                for length in lengths[pair]:
                    run = tuple(words[start : start + length])
                    if run in self.runs:
                        yield start, run


def withheld(
    library: Library, edition: Edition, allowed: Iterable[str], by_hand: Iterable[str]
) -> Withheld:
    """What `edition` must not hold of what was read.

    `allowed` are texts of the program on its pages, `by_hand` those of the guides: a few words may
    stand there by chance, but a sentence that is a case's is taken from it.
    """
    hidden: dict[Run, Source] = {}
    shown = list(allowed)
    # A closed list of the model's: what stands in it tells of nobody.
    shown += [value for kind in StrEnum.__subclasses__() for value in kind]
    for way, value, is_shown in _values(library, edition, (), is_shown=True):
        if is_shown:
            shown += _ways_to_write(value)
        else:
            for run in {run for text in _ways_to_write(value) for run in runs_of(text)}:
                hidden.setdefault(run, source_of(way))
    files = tuple(
        (_address(kind), kind.pattern)
        for kind in AUDIT_FILES
        if not edition.may_show(edition_of_file(kind))
    )
    everything = Withheld(hidden, files)
    elsewhere = {run for text in shown for run in everything.found_in(words_of(text))}
    for text in by_hand:
        elsewhere |= _by_chance(everything, words_of(text))
    return Withheld({run: of for run, of in hidden.items() if run not in elsewhere}, files)


def how_many_withheld(library: Library, edition: Edition) -> dict[str, int]:
    """How many values an edition leaves out, by the kind of file that they stand in."""
    counted: Counter[str] = Counter()
    for way, _, is_shown in _values(library, edition, (), is_shown=True):
        if not is_shown:
            folder = source_of(way).file.split("/")[2]
            patterns = (kind.pattern for kind in AUDIT_FILES)
            counted[next(one for one in patterns if one.split("/")[0] == folder)] += 1
    return dict(sorted(counted.items()))


def _by_chance(everything: Withheld, words: list[str]) -> set[Run]:
    """The runs that stand in words written by hand, and in no longer stretch that is the same."""
    stretches: list[list[tuple[int, Run]]] = []
    for start, run in everything.places_in(words):
        if len(run) == RUN:
            if stretches and start < stretches[-1][-1][0] + RUN:
                stretches[-1].append((start, run))
            else:
                stretches.append([(start, run)])
    quoted = {
        run
        for stretch in stretches
        if stretch[-1][0] + RUN - stretch[0][0] >= _QUOTED
        for _, run in stretch
    }
    return everything.found_in(words) - quoted


_QUOTED: Final = 10
"""So many words in a row, the same in a guide and in a text that is withheld, are no chance."""


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared.

    >>> words_of("Mill-Lane 3, *Kraków*")
    ['mill', 'lane', '3', 'kraków']
    """
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return _WORD.findall(text.casefold())


_WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def runs_of(text: str) -> Iterator[Run]:
    """What of a text is looked for: nothing, where its words could be anybody's.

    >>> list(runs_of("yes")), list(runs_of("5 to 9")), list(runs_of("Mill Lane"))
    ([], [], [('mill', 'lane')])
    """
    words = tuple(words_of(text))
    if len(words) == 1:
        word = words[0]
        if len(word) >= _LETTERS_OF_WORD and word.isalpha() and word not in english():
            yield words
    elif len(words) < RUN:
        if sum(map(len, words)) >= _LETTERS_OF_SHORT and any(map(str.isalpha, words)):
            yield words
    else:
        # What goes over the end of a sentence may stand anywhere that two texts meet.
        sentences = [tuple(words_of(one)) for one in _SENTENCE_ENDS.split(text)]
        longer = [one for one in sentences if len(one) >= RUN]
        for sentence in longer or [words]:
            for start in range(len(sentence) - RUN + 1):
                run = sentence[start : start + RUN]
                if sum(map(len, run)) >= _LETTERS_OF_RUN:
                    yield run


_SENTENCE_ENDS: Final = re.compile(r"[.!?:;]\s|\n\s*\n")


def _values(
    held: Any, edition: Edition, way: tuple[Step, ...], *, is_shown: bool
) -> Iterator[tuple[tuple[Step, ...], Any, bool]]:
    """Every value and every key, where it stands, and whether the edition may show it."""
    if isinstance(held, Record):
        may_show = _may_show(type(held), edition)
        for name, value in held:
            shown = is_shown and may_show[name]
            yield from _values(value, edition, (*way, name), is_shown=shown)
    elif isinstance(held, Mapping):
        for key, value in held.items():
            yield (*way, key), key, is_shown
            yield from _values(value, edition, (*way, key), is_shown=is_shown)
    elif isinstance(held, tuple):
        for index, value in enumerate(held):
            yield from _values(value, edition, (*way, index), is_shown=is_shown)
    elif isinstance(held, str | PartialDate | Deadline) and not isinstance(held, StrEnum):
        yield way, held, is_shown


@cache
def _may_show(kind: type[Record], edition: Edition) -> Mapping[str, bool]:
    return {name: edition.may_show(widest_edition(kind, name)) for name in kind.model_fields}


def _ways_to_write(value: str | PartialDate | Deadline) -> list[str]:
    """A value as its author typed it, and as a page would write it."""
    if isinstance(value, str):
        return [value, plain(value)]
    if isinstance(value, Deadline):
        days = (value.first, value.last)
        return [value.words, *(day_words(day) for day in days), *(str(day) for day in days)]
    return [value.words, str(value)] if value.day else []


def source_of(way: tuple[Step, ...]) -> Source:
    """The file of the tree that a value of the library stands in, and its key there."""
    if way[0] != "audits":
        return Source(f"audits/{way[0]}.yml", _key(way[1:]))
    _, audit, name, *rest = way
    for kind in AUDIT_FILES:
        if kind.name != "audit" and field_of_files(kind)[1] == name:
            names = re.findall(r"\{\w+\}", kind.pattern)
            path = kind.pattern
            for place, id_ in zip(names, rest, strict=False):
                path = path.replace(place, str(id_))
            return Source(f"audits/{audit}/{path}", _key(rest[len(names) :]))
    return Source(f"audits/{audit}/audit.yml", _key((name, *rest)))


def _key(way: Iterable[Step]) -> str:
    return ".".join(str(step) for step in way)


def _address(kind: FileKind) -> re.Pattern[str]:
    """What the address of such a file, or of a page of it, ends with."""
    stem = re.sub(r"\\\{\w+\\\}", "[a-z0-9-]+", re.escape(kind.pattern.rpartition(".")[0]))
    return re.compile(rf"(?:^|/){stem}\.(?:md|yml|html|json|csv|svg)(?:$|[?#])")
