"""Labelled sentences, and how many of their names are found: one score a group.

`python -m tests.identify.scoring FILE` prints the scores of a file, and no sentence of it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.diagnostics import Severity
from generator.identify.passages import passages
from generator.identify.reading import Reading
from generator.identify.sightings import sighted
from generator.identify.vocabulary import Vocabulary, general

CORPUS = Path(__file__).parent / "corpus"

Hit = tuple[Severity, str]


@dataclass
class Score:
    """How many there are, and how many were found."""

    count: int = 0
    errors: int = 0
    either: int = 0

    def take(self, *, error: bool, either: bool) -> None:
        self.count += 1
        self.errors += error
        self.either += either

    @property
    def recall(self) -> tuple[float, float]:
        """The share found as an error, and as an error or a warning."""
        return self.errors / self.count, self.either / self.count


@dataclass
class Scores:
    """The scores of a corpus, and the alarms where nobody is named."""

    groups: dict[str, Score] = field(default_factory=dict)
    """In the middle of a sentence, by group."""
    places: dict[str, Score] = field(default_factory=dict)
    """By where a name stands; `other` is what is no name."""
    words: int = 0
    """How many words the sentences have that hold nothing."""
    alarms: Counter[Severity] = field(default_factory=Counter)

    @property
    def false_errors(self) -> float:
        """False errors in a thousand words."""
        return 1000 * self.alarms[Severity.ERROR] / max(1, self.words)


def sentences(path: Path) -> list[dict[str, Any]]:
    """The labelled sentences of a file."""
    held: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["sentences"]
    return held


def hits(text: str, known: Vocabulary) -> Iterator[Hit]:
    """What is found in a text about a case, by how bad it is."""
    for passage in passages("draft.md", text):
        seen = passage.seen().text
        for rule, one in sighted(Reading(seen, known, passage.part, field=passage.field)):
            yield rule.severity, seen[one.start : one.end]


def score(labelled: Iterable[dict[str, Any]]) -> Scores:
    """The scores of labelled sentences, each read as text about a case."""
    known, scores = general(), Scores()
    for one in labelled:
        found = list(hits(one["text"], known))
        names, others = one.get("names") or [], one.get("other") or []
        if not names and not others:
            scores.words += len(one["text"].split())
            scores.alarms.update(severity for severity, _ in found)
        for what in (*names, *others):
            error = any(s is Severity.ERROR and _is_about(part, what) for s, part in found)
            either = any(_is_about(part, what) for _, part in found)
            where = one["where"] if what in names else "other"
            scores.places.setdefault(where, Score()).take(error=error, either=either)
            if where == "middle":
                group = scores.groups.setdefault(one["group"], Score())
                group.take(error=error, either=either)
    return scores


def _is_about(part: str, what: str) -> bool:
    """Whether what was found is the name, or a word of it."""
    return part in what or any(word.strip(".,") in part for word in what.split())


def lines(scores: Scores) -> Iterator[str]:
    """The scores as lines to print."""
    for title, by in (("in mid-sentence", scores.groups), ("by place", scores.places)):
        for name, one in by.items():
            error, either = one.recall
            yield f"{error:.2f} {either:.2f}  {name}, {title} ({one.count})"
    warnings = scores.alarms[Severity.WARNING]
    yield (
        f"{scores.false_errors:.2f}  false errors in 1,000 words where nobody is named "
        f"({scores.alarms[Severity.ERROR]} in {scores.words}, and {warnings} warnings)"
    )


if __name__ == "__main__":
    print("\n".join(lines(score(sentences(Path(sys.argv[1]))))))
