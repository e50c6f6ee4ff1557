"""A return must be about a case of the audit, from an agency that was asked about it.

The folder says which case a return is about, and the file's name which agency it is from. A
misspelt name would add an agency or a case that does not exist to the figures, and leave the real
one without its return.

Fails:

```yaml audits/small/returns/a/skool.yml
status: not known
```

Passes:

```yaml audits/small/returns/a/school.yml
status: not known
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.asked import asked_pairs, names_are_certain
from generator.check.names import all_known, case_ids, lacking_register, tip_for
from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import counted
from generator.model.library import Audit
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every case and agency that has returns and should have none."""
    for audit in tree.judged:
        by_case: dict[str, list[SourceFile]] = {}
        by_agency: dict[str, list[SourceFile]] = {}
        for file in tree.of("return", audit.id):
            by_case.setdefault(file.names["case"], []).append(file)
            by_agency.setdefault(file.names["agency"], []).append(file)
        cases = case_ids(tree, audit.id)
        if all_known(tree, "case", audit.id):
            for case, files in by_case.items():
                if case not in cases:
                    yield _no_case(cases, case, files)
        for agency, files in by_agency.items():
            if agency in tree.library.agencies:
                yield from _not_asked(tree, audit, agency, files)
            elif agency in [entry.agency for entry in audit.asked]:
                continue  # audit.yml asks it: the rule unknown-name says so there
            elif all_known(tree, "agency", None) and not lacking_register(tree, "agency"):
                yield _no_agency(tree, audit, agency, files)


def _no_case(cases: Sequence[str], case: str, files: Sequence[SourceFile]) -> Diagnostic:
    near = nearest(case, cases)
    tip = f"Did you mean `returns/{near}`?" if near else tip_for(case, "case", cases)
    return RULE.at(
        Place(files[0].document.path),
        f"no case is called `{case}`, and its folder holds {counted(len(files), 'return')}",
        tip,
        about=files[0].document.path,
    )


def _no_agency(tree: Tree, audit: Audit, agency: str, files: Sequence[SourceFile]) -> Diagnostic:
    asked = [entry.agency for entry in audit.asked if entry.agency in tree.library.agencies]
    near = nearest(agency, asked) or nearest(agency, tree.library.agencies)
    tip = (
        f"Did you mean `{near}.yml`?"
        if near
        else "Add the agency to `agencies.yml`, and to `asked` in audit.yml."
    )
    return RULE.at(
        Place(files[0].document.path),
        f"no agency is called `{agency}`, and it has {counted(len(files), 'return')}",
        tip,
        about=files[0].document.path,
    )


def _not_asked(
    tree: Tree, audit: Audit, agency: str, files: Sequence[SourceFile]
) -> Iterator[Diagnostic]:
    if not audit.asked or not names_are_certain(tree, audit):
        return
    asked = asked_pairs(tree, audit)
    if agency not in asked:
        near = nearest(agency, asked)
        yield RULE.at(
            Place(files[0].document.path),
            f"`{agency}` was not asked, and it has {counted(len(files), 'return')}",
            (f"Did you mean `{near}.yml`? " if near else "")
            + f"If it was asked, add `{agency}` to `asked` in audit.yml.",
            about=files[0].document.path,
        )
        return
    for file in files:
        case = file.names["case"]
        if case in case_ids(tree, audit.id) and case not in asked[agency]:
            yield RULE.at(
                Place(file.document.path),
                f"`{agency}` was not asked about case `{case}`, and `{file.inside}` is there",
                f"If it was, add `{case}` to its cases under `asked` in audit.yml.",
                about=file.document.path,
            )
