"""What every page of an audit shows around its content, and where such a page stands."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.library import Audit
from generator.render import uris
from generator.render.writer import Plan, View


@dataclass(frozen=True)
class Frame:
    """What every page of an audit shows around its content."""

    audit: Audit
    partnership: str

    def called(self, page: str) -> str:
        """What a page of the audit is called where it stands among pages of others."""
        return f"{page} · {self.audit.title}{' (made up)' if self.audit.made_up else ''}"

    @property
    def named(self) -> str:
        """The audit where it stands among others: its title and whose it is."""
        return f"{self.audit.title}, {self.partnership}"

    @property
    def when(self) -> str:
        """When the audit was published, or the last that is known."""
        latest = self.audit.dates.latest
        return latest.words if latest else ""


def audit_plan(frame: Frame, page: str, title: str, view: View, file: str) -> Plan:
    """The plan of an audit's page, as one of its tabs; `file` is what an edit of it changes."""
    uri = uris.of_audit(frame.audit.id, page)
    return Plan(uri, title, view, f"audits/{frame.audit.id}/{file}", tab=uri)
