"""Which agency was asked about which case, and which return a file was meant to be."""

from __future__ import annotations

from generator.aggregate.totals import totals
from generator.check.names import all_known, case_ids
from generator.diagnostics.nearest import nearest
from generator.model.library import Audit
from generator.model.nouns import AGENCIES, RETURNS, Noun
from generator.model.words import AgencyId, CaseId
from generator.read.source_file import SourceFile
from generator.read.tree import Tree


def asked_pairs(tree: Tree, audit: Audit) -> dict[AgencyId, tuple[CaseId, ...]]:
    """The cases that each agency was asked about, in the order of the audit."""
    all_cases = case_ids(tree, audit.id)
    asked: dict[AgencyId, set[CaseId]] = {}
    for entry in audit.asked:
        asked.setdefault(entry.agency, set()).update(entry.cases or all_cases)
    return {
        agency: tuple(case for case in all_cases if case in cases)
        for agency, cases in asked.items()
    }


def names_are_certain(tree: Tree, audit: Audit) -> bool:
    """Whether who was asked about which case is known without a doubt."""
    return (
        tree.keeps_names("audit", audit.id)
        and all_known(tree, "case", audit.id)
        and all_known(tree, "agency", None)
        and all(
            entry.agency in tree.library.agencies
            and set(entry.cases) <= set(case_ids(tree, audit.id))
            for entry in audit.asked
        )
    )


def number_of_cases(tree: Tree, audit: Audit) -> int | None:
    """How many cases were audited; None where that is not known for certain."""
    return totals(audit).cases if _holds_all_cases(tree, audit) else None


def most(tree: Tree, audit: Audit, noun: Noun) -> int | None:
    """The most that a figure of the audit can count; None where that is not known for certain."""
    if not _holds_all_cases(tree, audit):
        return None
    is_of_asked = noun == RETURNS or (noun == AGENCIES and audit.number_of_agencies is None)
    if is_of_asked and not (audit.asked and names_are_certain(tree, audit)):
        return None
    return totals(audit).of(noun)


def _holds_all_cases(tree: Tree, audit: Audit) -> bool:
    """Whether no case is missing from the audit since its file could not be read."""
    return all_known(tree, "case", audit.id) and audit.cases.keys() == set(case_ids(tree, audit.id))


def meant(tree: Tree, audit: Audit, file: SourceFile) -> tuple[CaseId, AgencyId]:
    """The case and agency that a return is of, or was most likely meant to be of."""
    case, agency = file.names["case"], file.names["agency"]
    cases = case_ids(tree, audit.id)
    if case not in cases:
        case = nearest(case, cases) or case
    if agency not in tree.library.agencies:
        agency = nearest(agency, [entry.agency for entry in audit.asked]) or agency
    return case, agency
