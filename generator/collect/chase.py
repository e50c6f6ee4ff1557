"""The letter that asks an agency for the returns that are still to come.

What it says stands in a template, which whoever runs the audit may reword; the first line of it is
the subject. A letter is written for an agency that has something to send, and for no other.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Final

import jinja2

from generator.aggregate.collection import OfAgency, collection
from generator.aggregate.countdown import days_left
from generator.aggregate.matrix import matrix
from generator.diagnostics.wording import counted
from generator.model.contact import Contact
from generator.model.library import Audit, Library
from generator.model.words import AgencyId, case_name, day_words

_WIDTH: Final = 76
"""Characters in a line: nothing that shows plain text breaks these."""
_SUBJECT: Final = "Subject: "
_SEVERAL_BLANK_LINES: Final = re.compile(r"\n\s*\n\s*\n")
"""What a template leaves where it says nothing."""


@dataclass(frozen=True)
class Letter:
    """A letter to one agency."""

    agency: AgencyId
    cases: tuple[str, ...]
    """What it asks for, as pages call the cases."""
    to: Contact | None
    """Whom it is for; none where the audit names nobody."""
    reply_to: Contact | None
    """Who takes the returns; none where the audit does not say."""
    subject: str
    body: str

    @property
    def text(self) -> str:
        """The letter as a text file, to be copied into whatever sends it."""
        to = f"To: {self.to.written}\n" if self.to else ""
        return f"{to}{_SUBJECT}{self.subject}\n\n{self.body}"

    @property
    def draft(self) -> bytes:
        """The letter as an e-mail that has not been sent: programs open it to be looked at."""
        message = EmailMessage(policy=SMTP)
        if self.to and self.to.address:
            message["To"] = Address(self.to.role, addr_spec=self.to.address)
        if self.reply_to and self.reply_to.address:
            message["Reply-To"] = Address(self.reply_to.role, addr_spec=self.reply_to.address)
        message["Subject"] = self.subject
        message["X-Unsent"] = "1"
        message.set_content(self.body, cte="quoted-printable")
        return message.as_bytes()


def letters(
    audit: Audit, library: Library, template: Path, as_at: date | None
) -> tuple[Letter, ...]:
    """A letter for each agency that has something to send, in the order they were asked.

    Days are counted where a date is given. The audit and the registers must be free of errors.
    Raises jinja2.TemplateError where the template, which may have been reworded, cannot be used.
    """
    stands = collection(audit, library, matrix(audit))
    if stands is None or stands.back == stands.asked:
        return ()
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template.parent),
        undefined=jinja2.StrictUndefined,
        autoescape=jinja2.select_autoescape(("html",)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    wording = environment.get_template(template.name)
    return tuple(
        _letter(audit, library, wording, one, as_at) for one in stands.agencies if one.outstanding
    )


def _letter(
    audit: Audit, library: Library, wording: jinja2.Template, of: OfAgency, as_at: date | None
) -> Letter:
    due, questions = audit.dates.due, audit.tool.questions if audit.tool else ()
    cases = tuple(map(case_name, of.outstanding))
    written = wording.render(
        title=audit.title,
        made_up=audit.made_up,
        partnership=library.partnerships[audit.partnership].name,
        agency=library.agencies[of.agency].name,
        cases=cases,
        back=of.back,
        due=due.words if due else None,
        as_at=day_words(as_at) if as_at else None,
        days=days_left(due, as_at) if due and as_at else None,
        questions=len(questions),
        at_most=any(question.asked_if for question in questions),
        judgements=len(audit.tool.judgements if audit.tool else ()),
        ask=audit.contact.written if audit.contact else None,
        signed=audit.contact.role if audit.contact else None,
        counted=counted,
    )
    first, _, rest = written.partition("\n")
    if not first.startswith(_SUBJECT):
        raise jinja2.TemplateError(f"its first line must start with `{_SUBJECT.strip()}`")
    return Letter(
        agency=of.agency,
        cases=cases,
        to=next((one.contact for one in audit.asked if one.agency == of.agency), None),
        reply_to=audit.contact,
        subject=first.removeprefix(_SUBJECT).strip(),
        body="\n".join(_in_lines(_SEVERAL_BLANK_LINES.sub("\n\n", rest).strip("\n"))) + "\n",
    )


def _in_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield textwrap.fill(
            line,
            _WIDTH,
            subsequent_indent="    " if line.startswith("  - ") else "",
            break_long_words=False,
            break_on_hyphens=False,
        )
