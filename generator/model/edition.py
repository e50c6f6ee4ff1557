"""Who may see a field: the three editions, widest last."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar


class Edition(StrEnum):
    """An edition of the site, built from the one tree of data."""

    RESTRICTED = "restricted"
    """Everything: for the group that does the audit."""
    INTRANET = "intranet"
    """For the workforce: nothing that tells who a child or an auditor is."""
    PUBLIC = "public"
    """For anyone: themes, findings, recommendations and figures; no page of a case."""

    @property
    def width(self) -> int:
        """How wide the audience is; a wider edition may show less."""
        return list(Edition).index(self)

    def may_show(self, widest: Edition) -> bool:
        """Whether this edition may show what is allowed up to `widest`."""
        return self.width <= widest.width


Value = TypeVar("Value")

# A field whose type is none of these is restricted.
Intranet = Annotated[Value, Edition.INTRANET]
Public = Annotated[Value, Edition.PUBLIC]
