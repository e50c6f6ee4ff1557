"""What can be wrong with a file that an agency sent, before it is a return of the tree."""

from __future__ import annotations

from typing import Final

from generator.diagnostics import Rule, Severity

UNREADABLE: Final = Rule(
    "unreadable-return", Severity.ERROR, "A file that came can be read, and is a saved return."
)
NO_TEXT: Final = Rule(
    "wrong-value", Severity.ERROR, "What fills a field of a return is a text, and there once."
)
NOT_OURS: Final = Rule(
    "unknown-return",
    Severity.ERROR,
    "A return names an audit, an agency and a case that are here, and the agency was asked.",
)
SWAPPED: Final = Rule(
    "file-name-differs", Severity.ERROR, "A file that is called like a return holds that return."
)
NOT_ASKED: Final = Rule(
    "not-asked", Severity.ERROR, "What is answered is a question or a judgement of the tool."
)
ONE_ANSWER: Final = Rule(
    "several-answers", Severity.ERROR, "A question has one answer; a return has room for no more."
)
EMPTY: Final = Rule(
    "empty-return", Severity.WARNING, "Something is filled in where a return is sent."
)
UNSEEN: Final = Rule(
    "unseen-sign", Severity.WARNING, "Signs that nobody sees are taken out of what came."
)
UNFINISHED: Final = Rule(
    "unfinished-return", Severity.WARNING, "A return was finished by whoever sent it."
)
OLD_FORM: Final = Rule(
    "old-form", Severity.WARNING, "A return was filled in on the form of today's tool."
)
SECOND: Final = Rule(
    "second-return", Severity.ERROR, "A return takes the place of another only where you say so."
)
LOST_ROW: Final = Rule(
    "missing-row", Severity.ERROR, "A sheet has a row for each question of its form, once."
)
LOST_SHEET: Final = Rule(
    "missing-sheet", Severity.WARNING, "A workbook has the sheets that it was sent out with."
)
UNMAPPED: Final = Rule(
    "unmapped-column", Severity.ERROR, "A mapping says of each column of an export what it holds."
)
NO_COLUMN: Final = Rule(
    "missing-column", Severity.WARNING, "An export has the columns that its mapping names."
)
