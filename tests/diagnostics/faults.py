"""Faults for the tests of every format, some with text that is out to break the format."""

from dataclasses import replace

from generator.diagnostics import Diagnostic, Place, Rule, Severity
from generator.diagnostics.circumstances import Circumstances

UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    "A key that no one knows\nis a fault.\n\nIt would be dropped in silence.",
)
NEVER_ANSWERED = Rule("never-answered", Severity.WARNING, "A question is there to be answered.")
RULES = {rule.name: rule for rule in (UNKNOWN_KEY, NEVER_ANSWERED)}

ERROR = UNKNOWN_KEY.at(
    Place("audits/small/audit.yml", 3, 1, 5),
    "`titel` is not known here",
    "Did you mean `title`?",
)
WARNING = NEVER_ANSWERED.at(Place("audits/small/tool.yml", 12, 10, 2), "no return answers `R1`")
NOTE = WARNING.noted("The source has none.")
REMARK = replace(WARNING, severity=Severity.NOTE, tip="Nothing is to be done.")
MIXED = [ERROR, WARNING, NOTE]

LINES = {ERROR.place: "titel: Domestic abuse\n"}
AT_ROOT = Circumstances(files=40, line_at=LINES.get, rules=lambda: RULES)
IN_A_FOLDER = replace(AT_ROOT, within="learning-site/")

HOSTILE = Diagnostic(
    Place("audits/a, b: 100%.yml", 1, 1),
    "unknown-key",
    "`x\r\n::stop-commands::y` is 100% ]]> \x1b[31m\u202e\u2066",
    "See </script>,\nor: %0A.",
)
