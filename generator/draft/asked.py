"""What a tool asks, and the answers of scales, found by the words that a table uses for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.aggregate.joined import answers_joined
from generator.diagnostics.nearest import nearest
from generator.draft.cell import plain
from generator.model.registers import Scale
from generator.model.returns import NonAnswer
from generator.model.tool import Tool
from generator.model.words import is_ref

_ALSO: Final = {
    **dict.fromkeys(("n/a", "na", "not applicable"), NonAnswer.NOT_APPLICABLE.value),
    **dict.fromkeys(("don't know", "dont know", "do not know", "dk"), NonAnswer.DONT_KNOW.value),
    **dict.fromkeys(("blank", "left blank", "not answered"), NonAnswer.BLANK.value),
}
_NUMBERED: Final = re.compile(
    r"(?:question|q)?\.? ?([a-z]{0,2}[0-9][a-z0-9.]{0,6}?)[.):]*(?: (.+))?"
)


@dataclass(frozen=True)
class Entry:
    """A question or a judgement of the tool."""

    ref: str
    label: str
    text: str
    scale: str


@dataclass(frozen=True)
class Match:
    """What the words beside a row of figures were taken for."""

    entry: Entry | None = None
    how: str = ""
    """What is to be said about it."""


def entries(tool: Tool | None) -> tuple[Entry, ...]:
    """All that a tool asks."""
    if tool is None:
        return ()
    return (
        *(Entry(one.ref, one.label, one.text, one.scale) for one in tool.questions),
        *(Entry(one.ref, one.label, one.label, one.scale) for one in tool.judgements),
    )


def answer(words: str, scale: Scale) -> str:
    """The answer of a scale that words are, or what stands in place of one; else nothing."""
    names = {plain(name): one for one in scale.choices for name in (scale.shown(one), one)}
    return names.get(words) or _ALSO.get(words, "")


@dataclass(frozen=True)
class Asked:
    """All that words of a table can mean in one audit."""

    entries: Sequence[Entry]
    scales: Mapping[str, Scale]

    def is_answer(self, words: str) -> bool:
        """Whether words are an answer of any scale, or several joined."""
        return bool(words) and any(
            answer(words, scale) or answers_joined(words, scale) for scale in self.scales.values()
        )

    def is_entry(self, text: str) -> bool:
        """Whether a text names something that the tool asks."""
        return self.match([text]).entry is not None

    def match(self, texts: Sequence[str]) -> Match:
        """What the tool asks in these words: by reference, by wording, or by both.

        Where the two do not name the same, neither is taken.
        """
        named = [_split(text) for text in texts]
        by_ref = [ref for text in texts for ref in self._by_ref(text)]
        wordings = [word for pair in named for word in pair if word]
        by_words = [entry for text in wordings for entry in self._by_words(text)]
        refs, words = list(dict.fromkeys(by_ref)), list(dict.fromkeys(by_words))
        if len(words) == 1 and (not refs or words[0] in refs):
            return Match(words[0])
        if words and refs:
            return Match(
                how=f"its reference is {refs[0].ref}, its words are those of {words[0].ref}"
            )
        several = words or refs
        if len(several) > 1:
            return Match(how=f"it may be {several[0].ref} or {several[1].ref}")
        if refs:
            worded = any(" " in text for text in wordings)
            return Match(refs[0], "by its reference; worded otherwise" if worded else "")
        return Match()

    def _by_ref(self, text: str) -> Iterator[Entry]:
        said = plain(text).rstrip(".):")
        exact = [entry for entry in self.entries if plain(entry.ref) == said]
        if exact:
            yield from exact
            return
        numbered = _NUMBERED.fullmatch(plain(text))
        if numbered:
            for entry in self.entries:
                if plain(entry.ref) in (numbered[1], f"q{numbered[1]}"):
                    yield entry

    def _by_words(self, text: str) -> Sequence[Entry]:
        said = _worded(text)
        name = said if said in self._names else nearest(said, self._names)
        return self._names.get(name or "", ())

    @cached_property
    def _names(self) -> dict[str, list[Entry]]:
        names: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for text in {_worded(entry.label), _worded(entry.text)}:
                if " " in text or not self.is_answer(text):
                    names.setdefault(text, []).append(entry)
        return names


def _split(text: str) -> tuple[str, str]:
    """A text, and what is left of it behind a reference."""
    numbered = _NUMBERED.fullmatch(plain(text))
    return (text, numbered[2] or "") if numbered else (text, "")


def _worded(text: str) -> str:
    return plain(text).rstrip(".?!: ")


def printed_ref(texts: Sequence[str]) -> str:
    """The reference that stands beside a row; nothing where none is certain."""
    numbered = [text.split()[0].rstrip(".):") for text in texts if _NUMBERED.fullmatch(plain(text))]
    return numbered[0] if len(numbered) == 1 and is_ref(numbered[0]) else ""
