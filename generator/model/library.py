"""The whole of what was read: the registers, and the audits with all their files."""

from __future__ import annotations

from generator.model.audit import AuditFile
from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.edition import Intranet, Public
from generator.model.findings import Analysis, Finding, Recommendation
from generator.model.follow_up import FollowUp
from generator.model.published import Published
from generator.model.record import Record
from generator.model.registers import Agency, Partnership, Scale, Term, Theme, Work
from generator.model.returns import Return
from generator.model.tool import Tool
from generator.model.voices import Voice
from generator.model.words import AgencyId, CaseId, Id, Prose


class Audit(AuditFile):
    """One audit with all its files; what it has no file for is empty."""

    id: Public[Id]
    """The name of its folder."""
    tool: Public[Tool | None] = None
    """What agencies were asked."""
    cases: Intranet[dict[CaseId, Case]] = {}
    """The cases by id, in the order of their ids."""
    returns: Intranet[dict[CaseId, dict[AgencyId, Return]]] = {}
    """The returns by case and agency."""
    published: Public[Published | None] = None
    """Figures as a source printed them, where the returns no longer exist."""
    findings: Public[dict[Id, Finding]] = {}
    """The findings, in the author's order."""
    recommendations: Public[dict[Id, Recommendation]] = {}
    """The recommendations, in the author's order."""
    voices: Public[dict[Id, Voice]] = {}
    """Whose voices were heard, in the author's order."""
    follow_up: Public[FollowUp | None] = None
    """What became of an earlier audit's points."""
    analysis: Public[dict[Id, Analysis]] = {}
    """The parts of the thematic analysis, by their order."""
    briefing: Public[Briefing | None] = None
    """What its authors wrote for a briefing."""
    summary: Public[Prose | None] = None
    """The context."""
    method: Public[Prose | None] = None
    """How the audit was done."""
    process: Public[Prose | None] = None
    """What was learnt about auditing."""
    sources: Intranet[Prose | None] = None
    """What the source holds, and what is left out; it may speak of single cases."""


class Library(Record):
    """Everything under `audits/`."""

    partnerships: Public[dict[Id, Partnership]] = {}
    agencies: Public[dict[Id, Agency]] = {}
    themes: Public[dict[Id, Theme]] = {}
    scales: Public[dict[Id, Scale]] = {}
    glossary: Public[dict[Id, Term]] = {}
    bibliography: Public[dict[Id, Work]] = {}
    audits: Public[dict[Id, Audit]] = {}
