"""The numbers of a sample and of a survey must go together.

Of 59 cases chosen, 54 found and 5 left out are all; more than were chosen cannot be found. A
response rate must be what *answered* of *invited* gives, and groups add up to the whole.

Fails:

```yaml audits/printed/audit.yml
title: Planning as a report printed it
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
asked: [police, school]
returns_kept: no
sample: {chosen: 59, found: 61}
```

Passes:

```yaml audits/printed/audit.yml
title: Planning as a report printed it
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
asked: [police, school]
returns_kept: no
sample:
  chosen: 59
  found: 54
  left_out: [{count: 5, why: The notes were not found.}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.possible import as_printed, gives, places
from generator.aggregate.totals import totals
from generator.diagnostics import Diagnostic, Rule
from generator.model.audit import Sample, Survey
from generator.read.tree import Tree
from generator.read.yaml import Loc

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every sample and survey whose numbers contradict each other."""
    for audit in tree.judged:
        if not tree.is_whole("audit", audit.id):
            continue
        (file,) = tree.of("audit", audit.id)
        cases = totals(audit).cases
        faults = [(("sample", *at), why) for at, why in _sample(audit.sample, cases)]
        for index, survey in enumerate(audit.surveys):
            faults += [(("surveys", index, *at), why) for at, why in _survey(survey)]
        for loc, why in faults:
            yield RULE.at(
                file.document.place(loc),
                why,
                "Compare the numbers with the source.",
                about="sample",
            )


def _sample(sample: Sample | None, cases: int | None) -> Iterator[tuple[Loc, str]]:
    if sample is None:
        return
    chosen, found = sample.chosen, sample.found
    if chosen is not None and sample.there_were is not None and chosen > sample.there_were:
        yield ("chosen",), f"{chosen} were chosen of {sample.there_were}"
    if chosen is not None and found is not None and found > chosen:
        yield ("found",), f"{found} were found of the {chosen} chosen"
    left = sum(one.count for one in sample.left_out)
    if chosen is not None and left and cases is not None and left <= chosen != cases + left:
        why = f"{chosen} chosen without {left} left out is {chosen - left}"
        yield ("chosen",), f"{why}, and {cases} were audited"
    if chosen is not None and left > chosen:
        yield ("left_out",), f"{left} were left out of the {chosen} chosen"


def _survey(survey: Survey) -> Iterator[tuple[Loc, str]]:
    answered, invited, rate = survey.answered, survey.invited, survey.rate
    if invited is not None and answered > invited:
        yield ("answered",), f"{answered} answered of {invited} invited"
    elif invited and rate is not None and not gives(answered, invited, rate):
        given = as_printed(answered, invited, places(rate))
        yield ("rate",), f"{answered} of {invited} is {given}%, printed as {rate}%"
    invited_of = sum(group.invited or 0 for group in survey.groups.values())
    if invited is not None and invited_of > invited:
        yield ("groups",), f"{invited_of} were invited in the groups, and {invited} in all"
    of_groups = sum(group.answered for group in survey.groups.values())
    if survey.groups and of_groups > answered:
        yield ("groups",), f"{of_groups} answered in the groups, and {answered} in all"
    for name, group in survey.groups.items():
        if group.invited is not None and group.answered > group.invited:
            yield ("groups", name), f"{group.answered} answered of {group.invited} invited"
