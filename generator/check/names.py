"""The names that a file may use: what stands in the registers and in the audit's own files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Final

from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import listed
from generator.model.case import LEVELS_OF_NEED
from generator.model.layout import REGISTERS
from generator.model.words import CaseId, Reference
from generator.read.shape import STAND_IN
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

FILE_OF: Final[Mapping[str, str]] = {
    "agency": "agencies",
    "theme": "themes",
    "scale": "scales",
    "partnership": "partnerships",
    "audit": "audit",
    "case": "case",
    "finding": "findings",
    "recommendation": "recommendations",
    "question": "tool",
    "judgement": "tool",
    "question or judgement": "tool",
    "section": "tool",
    "voice": "voices",
    "level of need": "partnerships",
    "work": "bibliography",
    "recommendation of any audit": "recommendations",
}
"""The kind of file that holds the names of each kind."""

_REGISTERS: Final = {kind.name for kind in REGISTERS}


def names_known(tree: Tree, audit_id: str | None) -> Mapping[str, Collection[str]]:
    """The names that a file of the audit, or a register, may use, by what they name."""
    library = tree.library
    known: dict[str, set[str]] = {kind: set() for kind in FILE_OF}
    known["agency"] |= library.agencies.keys()
    known["theme"] |= library.themes.keys()
    known["scale"] |= library.scales.keys()
    known["partnership"] |= library.partnerships.keys()
    known["audit"] |= tree.audits
    known["level of need"] |= {*LEVELS_OF_NEED}
    known["work"] |= library.bibliography.keys()
    known["recommendation of any audit"] |= {
        f"{audit.id}/{name}" for audit in library.audits.values() for name in audit.recommendations
    }
    audit = library.audits.get(audit_id or "")
    if audit:
        partnership = library.partnerships.get(audit.partnership)
        known["level of need"] |= set(partnership.levels if partnership else ())
        known["case"] |= set(case_ids(tree, audit.id))
        known["finding"] |= audit.findings.keys()
        known["recommendation"] |= audit.recommendations.keys()
        known["voice"] |= audit.voices.keys()
        if audit.tool:
            known["question"] |= {question.ref for question in audit.tool.questions}
            known["judgement"] |= {judgement.ref for judgement in audit.tool.judgements}
            known["question or judgement"] |= known["question"] | known["judgement"]
            known["section"] |= {section.id for section in audit.tool.sections}
    return {kind: names - {STAND_IN} for kind, names in known.items()}


def all_known(tree: Tree, kind: str, audit: str | None) -> bool:
    """Whether every name of the kind could be read, so that none is lacking."""
    file = FILE_OF[kind]
    if kind in ("audit", "recommendation of any audit"):
        return not any(name == file for _, name in tree.unread)
    if kind == "case":
        return (audit, file) not in tree.unread
    return tree.keeps_names(file, None if file in _REGISTERS else audit)


def case_ids(tree: Tree, audit: str) -> tuple[CaseId, ...]:
    """The audit's cases, those included whose file says something wrong."""
    return tuple(file.names["case"] for file in tree.of("case", audit))


def lacking_register(tree: Tree, kind: str) -> str | None:
    """The register that should hold names of the kind, where there is none at all."""
    register = FILE_OF[kind]
    return f"{register}.yml" if register in _REGISTERS and not tree.of(register) else None


def tip_for(name: str, kind: str, known: Collection[str]) -> str:
    """What to write for `name`, which is none of the `known` ones of its kind."""
    near = nearest(name, known)
    if near:
        return f"Did you mean `{near}`?"
    return f"Known here: {_listed(frozenset(known))}." if known else f"No {kind} is known here."


@lru_cache(maxsize=64)
def _listed(known: frozenset[str]) -> str:
    return listed(sorted(known))


def asked_without_tool(tree: Tree, audit: str) -> tuple[SourceFile, str] | None:
    """The first question or judgement that a file names although the audit has no tool."""
    if tree.of("tool", audit):
        return None
    for file in tree.files:
        if file.audit == audit:
            for part in file.parts:
                if isinstance(part.mark, Reference) and FILE_OF[part.mark.kind] == "tool":
                    return file, part.text
    return None
