"""Whom to write to about an audit: a role, and the address that it reads; never a person's name."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.record import Record
from generator.model.words import Line

_ADDRESS: Final = (
    r"[A-Za-z0-9_+-]{1,64}(\.[A-Za-z0-9_+-]{1,64}){0,8}"
    r"@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}"
)


def _address(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_ADDRESS, value.strip()):
        raise PydanticCustomError(
            "mail_address", "this must be an e-mail address, such as audits@council.example"
        )
    return value.strip() if isinstance(value, str) else value


MailAddress = Annotated[
    str,
    BeforeValidator(_address),
    WithJsonSchema({"type": "string", "pattern": f"^{_ADDRESS}$"}),
]
"""An e-mail address. It stands in letters, and on no page of any edition."""


class Contact(Record):
    """Whom to write to. Shown to the audit group only."""

    role: Line
    """The role that reads what is sent, such as *Designated safeguarding lead*; no name."""
    address: MailAddress | None = None
    """Its secure e-mail address, for letters; no page shows it."""

    @property
    def written(self) -> str:
        """The role and, where it is known, the address, as letters have them."""
        return f"{self.role} <{self.address}>" if self.address else self.role
