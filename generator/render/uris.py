"""Where each page and each thing on it stands: the one place that knows addresses."""

from __future__ import annotations

from enum import StrEnum

from generator.aggregate.loose_ends import LooseEnd, LooseThing
from generator.model.registers import AgencyKind

HOME = "index.html"
AUDITS = "audits/index.html"
AGENCIES = "agencies/index.html"
THEMES = "themes/index.html"
RULES = "guides/rules.html"
REGISTER = "recommendations/index.html"
BOARD_QUESTIONS = "recommendations/questions-for-boards.html"
STILL_TO_DO = "still-to-do/index.html"
VOICES = "voices/index.html"
TOOLS = "tools/index.html"
COMPARISON = "comparison/index.html"
GLOSSARY = "glossary/index.html"
REFERENCES = "references/index.html"
COMPONENTS = "about/components.html"
SAID_AGAIN = "recommendations/said-again.html"
"""What later audits had to say again, where it is too much for the page of all."""

EXAMPLES = "examples"
"""The id, on the page of all tools, of what a good answer looks like."""

WHERE_THERE_IS_ANY = frozenset(
    {
        *(REGISTER, BOARD_QUESTIONS, STILL_TO_DO, VOICES, TOOLS, COMPARISON, GLOSSARY, REFERENCES),
    }
)
"""The pages across audits that are there only where the data has something for them."""

CHANGED = "then-and-now"
"""The name of an audit's page on what changed."""

INDEX_OF = {
    **{"audits": AUDITS, "digests": AUDITS, "about": RULES},
    **{"agencies": AGENCIES, "themes": THEMES, "discussion": THEMES},
}
"""By folder, the page of the site's tab under which its pages stand."""

BESIDE_OTHERS = WHERE_THERE_IS_ANY | {RULES}
"""Those that share a tab of the site with others, so that readers need the list of them."""


def of_audit(audit: str, page: str = "index") -> str:
    """A page of an audit: index, results, returns, findings, recommendations, analysis …"""
    return f"audits/{audit}/{page}.html"


def case(audit: str, name: str) -> str:
    """The page of a case."""
    return f"audits/{audit}/cases/{name}.html"


def comments(audit: str, section: str) -> str:
    """What agencies wrote with their answers to the questions of a section."""
    return f"audits/{audit}/comments/{section}.html"


def comment(audit: str, section: str, ref: str) -> str:
    """What agencies wrote with their answers to one question."""
    return f"{comments(audit, section)}#{anchor(ref)}"


def cases(audit: str) -> str:
    """The index of an audit's cases."""
    return f"audits/{audit}/cases/index.html"


def question(audit: str, ref: str) -> str:
    """A question's row among the results."""
    return f"{of_audit(audit, 'results')}#{anchor(ref)}"


def asked(audit: str, ref: str) -> str:
    """A question as the tool asks it."""
    return f"{of_audit(audit, 'tool')}#{anchor(ref)}"


def changed(audit: str) -> str:
    """What changed since the audit before, at the address that its figures have always had."""
    return of_audit(audit, CHANGED)


def compared(audit: str, ref: str) -> str:
    """A question of an audit beside what an earlier audit found."""
    return f"{changed(audit)}#{anchor(ref)}"


def finding(audit: str, name: str) -> str:
    """A finding."""
    return f"{of_audit(audit, 'findings')}#{name}"


def recommendation(audit: str, name: str) -> str:
    """A recommendation."""
    return f"{of_audit(audit, 'recommendations')}#{name}"


def change(audit: str, name: str) -> str:
    """The way of a recommendation, from what it rests on to what it changed."""
    return f"{of_audit(audit, 'recommendations')}#change_{name}"


def point(audit: str, number: int | str) -> str:
    """A point of an audit's follow-up, by its place from 1."""
    return f"{changed(audit)}#point_{number}"


def loose_end(end: LooseEnd) -> str:
    """Where something that hangs loose can be seen."""
    match end.kind.thing:
        case LooseThing.QUESTION:
            return question(end.audit, end.what)
        case LooseThing.FINDING:
            return finding(end.audit, end.what)
        case LooseThing.RECOMMENDATION:
            return change(end.audit, end.what)
        case LooseThing.POINT:
            return point(end.audit, end.what)


def voice(audit: str, name: str) -> str:
    """Somebody who was heard."""
    return f"{of_audit(audit, 'voices')}#{name}"


def agency(name: str) -> str:
    """The page of an agency."""
    return f"agencies/{name}.html"


def theme(name: str) -> str:
    """The page of a theme."""
    return f"themes/{name}.html"


def discussion(theme: str) -> str:
    """The discussion pack of a theme."""
    return f"discussion/{theme}.html"


def anchor(ref: str) -> str:
    """The id of a question's row: `R1` is `#r1`; `1.1` has no letter first and is `#n-1.1`."""
    return ref.lower() if ref[0].isalpha() else f"n-{ref.lower()}"


def digest(partnership: str, year: str) -> str:
    """The digest of a partnership's year."""
    return f"digests/{partnership}-{year}.html"


def kind(of: AgencyKind) -> str:
    """The page of a kind of agency."""
    return f"agencies/kind-{slug(of)}.html"


def part(uri: str, number: int) -> str:
    """A part of a page in several: no id holds the sign before its number."""
    return f"{uri.removesuffix('.html')}_{number}.html"


def in_state(group: str) -> str:
    """The recommendations of all audits that have come equally far, where all are too many."""
    return f"recommendations/{group}.html"


def asked_about(theme: str) -> str:
    """The id of what a page asks about a theme."""
    return f"asked-{theme}"


def slug(of: StrEnum) -> str:
    """What an address calls a value of a fixed list: `social-care`."""
    return of.value.replace(" ", "-")
