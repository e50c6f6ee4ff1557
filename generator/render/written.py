"""The pages that were written of a book before, for whoever writes its pages again and again.

While somebody edits, one audit changes and all others are as they were. A page is written anew
where what it shows has changed, or what its template looked up besides; all others stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from generator.model.words import AuditId
from generator.render.page import Page

ALL: Final = "*"
"""What is looked up of all audits at once, among their ids."""

_Value = TypeVar("_Value")


class Looked(Mapping[str, _Value]):
    """What is known of each audit; it notes in `of` whose part was looked up."""

    def __init__(self, held: Mapping[str, _Value], of: set[AuditId]) -> None:
        self._held = held
        self._of = of

    def __getitem__(self, audit: str) -> _Value:
        self._of.add(audit)
        return self._held[audit]

    def __contains__(self, audit: object) -> bool:
        self._of.add(str(audit))
        return audit in self._held

    def __iter__(self) -> Iterator[str]:
        self._of.add(ALL)
        return iter(self._held)

    def __len__(self) -> int:
        self._of.add(ALL)
        return len(self._held)


@dataclass
class Written:
    """What was written last, and what it was written from."""

    around: Any = None
    """What any page may show besides: registers, addresses, templates, the date."""
    known: Mapping[AuditId, Any] = field(default_factory=dict)
    """What a template may look up of each audit."""
    pages: dict[str, tuple[Any, frozenset[AuditId], Page]] = field(default_factory=dict)
    """By its address each page, with its plan and the audits whose part its template looked up."""

    def begin(self, around: Any, known: Mapping[AuditId, Any]) -> None:
        """From now on pages are written of this: forget those that looked up what has changed."""
        audits = self.known.keys() | known.keys()
        changed = {audit for audit in audits if self.known.get(audit) != known.get(audit)}
        if around != self.around:
            self.pages.clear()
        elif changed:
            changed.add(ALL)
            self.pages = {uri: one for uri, one in self.pages.items() if not one[1] & changed}
        self.around, self.known = around, known

    def page(self, plan: Any) -> Page | None:
        """The page of an equal plan, where there still is one."""
        before = self.pages.get(plan.uri)
        return before[2] if before and before[0] == plan else None

    def keep(self, plan: Any, of: frozenset[AuditId], page: Page) -> None:
        """Keep a page that was just written."""
        self.pages[plan.uri] = plan, of, page
