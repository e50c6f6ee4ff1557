"""One audit must have one number of cases.

Where eight cases were audited and a finding counts *of the 6*, readers cannot tell whether two
dropped out or one number is wrong. A figure of some cases only says of which: `among: with a
Child Protection plan`. In a text, `{{ cases() }}` is the number of cases.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - {count: 1, of: 3, unit: cases, what: had a plan that came late}
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - {count: 1, of: 2, unit: cases, what: had a plan that came late}
    - {count: 1, of: 1, unit: cases, among: with a protection plan, what: had it late}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.asked import number_of_cases
from generator.check.names import all_known, case_ids
from generator.check.repeated import said_once
from generator.check.shares import finding_shares
from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.wording import counted
from generator.model.library import Audit
from generator.model.nouns import CASES
from generator.read.stated import wholes_counted
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every number of cases that is not the audit's own."""
    for audit in tree.judged:
        yield from _head(tree, audit)
        yield from said_once(
            (diagnostic.message, diagnostic) for diagnostic in _shares(tree, audit)
        )
        yield from _follow_up(tree, audit)
    yield from _texts(tree)


def _head(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    files = len(case_ids(tree, audit.id))
    stated = audit.number_of_cases
    if stated is not None and files not in (0, stated) and all_known(tree, "case", audit.id):
        (head,) = tree.of("audit", audit.id)
        yield RULE.at(
            head.document.place(("number_of_cases",)),
            f"the audit has {counted(stated, 'case')} here and {counted(files, 'file')} in cases/",
            "Delete it here: where cases have files, these are counted.",
            about=counted(stated, "case"),
        )


def _shares(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    cases = number_of_cases(tree, audit)
    if not cases:
        return
    for printed, share in finding_shares(tree, audit):
        if share.unit == CASES and share.of != cases and not share.among:
            yield RULE.at(
                printed.document.place((*printed.loc, "of")),
                f"out of {counted(share.of, 'case')}, and the audit has {cases}",
                "If it is of some cases only, say of which with `among`; if the source itself is "
                "at odds, say so under `noted` in audit.yml.",
                about=counted(share.of, "case"),
            )


def _texts(tree: Tree) -> Iterator[Diagnostic]:
    for text in tree.texts:
        audit = tree.library.audits.get(text.file.audit or "")
        if not audit or not text.tells_of_the_audit or text.file.kind.name == "follow-up":
            continue
        for whole in wholes_counted(text.text):
            cases = number_of_cases(tree, audit)
            if whole.unit == CASES and cases and whole.base != cases:
                yield RULE.at(
                    text.place(whole.start, whole.end),
                    f"`{whole.text}`, and the audit has {cases}",
                    "Write `{{ cases() }}`, which is how many there are; if it is about others, "
                    f"mark it: `[{whole.text}](elsewhere)`.",
                    about=whole.text,
                )


def _follow_up(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    followed = audit.follow_up
    earlier = tree.library.audits.get(followed.audit or "") if followed else None
    if not (followed and earlier and followed.number_of_cases):
        return
    cases = number_of_cases(tree, earlier)
    if cases and cases != followed.number_of_cases:
        (file,) = tree.of("follow-up", audit.id)
        yield RULE.at(
            file.document.place(("number_of_cases",)),
            f"the earlier audit has {counted(followed.number_of_cases, 'case')} here and {cases} "
            "in its own folder",
            "Mend the one that is wrong; if the sources are at odds, say so under `noted` in "
            "audit.yml.",
            about=counted(followed.number_of_cases, "case"),
        )
