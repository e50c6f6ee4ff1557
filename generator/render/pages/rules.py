"""The reference of all rules, made from their manuals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.diagnostics import Rule
from generator.read.markdown import plain
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.writer import Plan

_FENCED: Final = re.compile(r"(Fails|Passes):\n\n```\S* (\S+)\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class RuleExample:
    """A file that breaks or keeps a rule."""

    path: str
    text: str


@dataclass(frozen=True)
class ShownRule:
    """A rule with its manual, split into what a page shows."""

    rule: Rule
    sentence: str
    reason: str
    fails: RuleExample | None
    passes: RuleExample | None


@dataclass(frozen=True)
class Rules:
    """The reference of all rules, made from their manuals."""

    template: ClassVar[str] = "rules.html"
    rules: tuple[ShownRule, ...]
    about: str = "Every rule that the data is checked by, with an example that breaks it."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every rule by its name and sentence."""
        return (
            SearchEntry("", "Rule reference", self.about, EntryKind.RULE),
            *(
                SearchEntry(
                    shown.rule.name,
                    f"Rule {shown.rule.name}",
                    plain(shown.sentence),
                    EntryKind.RULE,
                )
                for shown in self.rules
            ),
        )


def plans(rules: Iterable[Rule]) -> Iterator[Plan]:
    """The one page."""
    in_order = sorted(rules, key=lambda rule: rule.name)
    yield Plan(uris.RULES, "Rule reference", Rules(tuple(_shown_rule(rule) for rule in in_order)))


def _shown_rule(rule: Rule) -> ShownRule:
    examples = {
        match[1]: RuleExample(match[2], match[3].rstrip("\n"))
        for match in _FENCED.finditer(rule.manual)
    }
    prose = _FENCED.sub("", rule.manual).strip()
    sentence, _, reason = prose.partition("\n\n")
    return ShownRule(rule, sentence, reason, examples.get("Fails"), examples.get("Passes"))
