"""Which files there are, where they stand, and what each holds: the one list of them.

The reader, the schemas and the rule about unexpected files all go by this list. `{case}` and
`{agency}` in a pattern stand for a name that is an id; so does `*` where nobody needs it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator.model.audit import AuditFile
from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.findings import Analysis, Finding, Recommendation
from generator.model.follow_up import FollowUp
from generator.model.published import Published
from generator.model.record import Record
from generator.model.registers import Agency, Partnership, Scale, Term, Theme, Work
from generator.model.returns import Return
from generator.model.tool import Tool
from generator.model.voices import Voice
from generator.model.words import Id

_NAME = "[a-z0-9][a-z0-9-]{0,59}"


@dataclass(frozen=True)
class FileKind:
    """One kind of file: where it stands, what one of its records is, and what it is for."""

    name: str
    """What it is called here and in `schema/`."""
    pattern: str
    """Its path below `audits/` for a register, below the audit's folder otherwise."""
    record: type[Record] | None
    """The record it holds; none for prose, whose whole text counts."""
    about: str
    """What it is for, in a few words."""
    keyed: bool = False
    """Whether it maps ids to records; otherwise it holds one."""
    body: str | None = None
    """For Markdown with front matter: the field that the text below becomes."""
    required: bool = False
    """Whether there is no audit without it."""

    @cached_property
    def matches(self) -> re.Pattern[str]:
        """A pattern for the path, with the ids in it as named groups."""
        pattern = re.escape(self.pattern)
        pattern = re.sub(r"\\{(\w+)\\}", rf"(?P<\1>{_NAME})", pattern)
        return re.compile(pattern)

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """What validates the data of such a file, and gives its JSON Schema."""
        if self.record is None:
            raise TypeError(f"{self.name} is prose")
        return TypeAdapter(self.annotation)

    @property
    def annotation(self) -> Any:
        """The type of what such a file holds."""
        return dict[Id, self.record] if self.keyed else self.record  # type: ignore[name-defined]

    @property
    def is_markdown(self) -> bool:
        """Whether the file is Markdown."""
        return self.pattern.endswith(".md")


REGISTERS: tuple[FileKind, ...] = (
    FileKind("partnerships", "partnerships.yml", Partnership, "who runs audits", keyed=True),
    FileKind("agencies", "agencies.yml", Agency, "who takes part in audits", keyed=True),
    FileKind("themes", "themes.yml", Theme, "what findings are about", keyed=True),
    FileKind("scales", "scales.yml", Scale, "the answers a question can have", keyed=True),
    FileKind("glossary", "glossary.yml", Term, "abbreviations and words explained", keyed=True),
    FileKind("bibliography", "bibliography.yml", Work, "what findings refer to", keyed=True),
)

AUDIT_FILES: tuple[FileKind, ...] = (
    FileKind("audit", "audit.yml", AuditFile, "the audit at a glance", required=True),
    FileKind("tool", "tool.yml", Tool, "what agencies are asked"),
    FileKind("case", "cases/{case}.md", Case, "one child's case", body="pen_picture"),
    FileKind("return", "returns/{case}/{agency}.yml", Return, "what one agency said about a case"),
    FileKind("published", "published.yml", Published, "figures as their source printed them"),
    FileKind("findings", "findings.yml", Finding, "what was found", keyed=True),
    FileKind(
        "recommendations", "recommendations.yml", Recommendation, "what is to be done", keyed=True
    ),
    FileKind("voices", "voices.yml", Voice, "who was heard, and what they said", keyed=True),
    FileKind("follow-up", "follow-up.yml", FollowUp, "what became of an earlier audit's points"),
    FileKind("analysis", "analysis/{part}.md", Analysis, "a part of the analysis", body="text"),
    FileKind("briefing", "briefing.md", Briefing, "what a team reads in seven minutes", body="why"),
    FileKind("summary", "summary.md", None, "the context"),
    FileKind("method", "method.md", None, "how the audit was done"),
    FileKind("process", "process.md", None, "what was learnt about auditing"),
    FileKind("sources", "sources.md", None, "what the source holds, and what is left out"),
)

RECEIVED = "received"
"""The folder of an audit that keeps what agencies sent, as it came: no part of the data."""


def kind_of(path: str, kinds: tuple[FileKind, ...]) -> tuple[FileKind, Mapping[str, str]] | None:
    """The kind of the file at `path`, with the ids in its path; none where nobody expects it."""
    for kind in kinds:
        match = kind.matches.fullmatch(path)
        if match:
            return kind, match.groupdict()
    return None


def is_project(folder: Path) -> bool:
    """Whether it is a project's folder: it has `audits`, and in it the registers, or mkdocs.yml.

    Its own name tells nothing: somebody may call it `audits`.
    """
    audits = folder / "audits"
    return audits.is_dir() and (
        (folder / "mkdocs.yml").is_file()
        or any((audits / register.pattern).is_file() for register in REGISTERS)
    )
