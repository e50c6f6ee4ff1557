"""An answer, a grade or a printed figure must be for a value of its scale.

Answers are counted by their words: `mostly` on a scale of yes and no would be counted nowhere, and
the figures would be too small without anybody noticing. Where an auditor cannot answer, the return
says `don't know`, `not applicable` or `blank`.

Fails:

```yaml audits/small/returns/a/police.yml
status: complete
answers:
  R1: mostly
  R2: yes
```

Passes:

```yaml audits/small/returns/a/police.yml
status: complete
answers:
  R1:
    answer: no
    comment: Mostly, but the plan that mattered came late.
  R2: yes
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.repeated import said_once
from generator.check.scales import (
    NON_ANSWERS,
    asked_scales,
    given_answers,
    judgement_scales,
    returns,
    scale_called,
    values_of,
)
from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import listed
from generator.model.case import Case
from generator.model.library import Audit
from generator.model.registers import Scale, ScaleKind
from generator.read.shape import STAND_IN
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield everything that is measured on a scale and is no value of it."""
    yield from _favourable(tree)
    for audit in tree.judged:
        found = [
            *_answers(tree, audit),
            *_judgements(tree, audit),
            *_cases(tree, audit),
            *_cases_by_judgement(tree, audit),
            *_published(tree, audit),
        ]
        yield from said_once(
            ((diagnostic.about, diagnostic.message), diagnostic) for diagnostic in found
        )


def _answers(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    fitting: set[tuple[str, str]] = set()  # the same few answers come again and again
    for given in given_answers(tree, audit):
        answer = given.answer.answer
        if not given.scale or (given.ref, answer) in fitting:
            continue
        if _is_on(given.scale, answer, NON_ANSWERS):
            fitting.add((given.ref, answer))
        else:
            place = given.file.document.place(("answers", given.ref, "answer"))
            yield _off(given.scale, answer, place, given.ref, besides=NON_ANSWERS)


def _judgements(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    scales = judgement_scales(tree, audit)
    for file, return_ in returns(tree, audit):
        for ref, judgement in return_.judgements.items():
            scale = scales.get(ref)
            if scale and not _is_on(scale, judgement.grade, (STAND_IN,)):
                place = file.document.place(("judgements", ref, "grade"))
                yield _off(scale, judgement.grade, place, ref)


def _cases(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    judged = [
        (file, file.held.judgement)
        for file in tree.of("case", audit.id)
        if isinstance(file.held, Case) and file.held.judgement
    ]
    if audit.grades is None:
        if judged and tree.is_whole("audit", audit.id):
            (head,) = tree.of("audit", audit.id)
            yield RULE.at(
                head.document.place(()),
                "cases are judged, and the audit does not say on which scale",
                f"Add `grades:` with one of the scales: {listed(sorted(tree.library.scales))}.",
                about="grades",
            )
        return
    scale = scale_called(tree, audit.grades)
    for file, judgement in judged:
        if scale and not _is_on(scale, judgement):
            place = file.document.place(("judgement",))
            yield _off(scale, judgement, place, file.names["case"], what="judgement")


def _cases_by_judgement(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    scales = judgement_scales(tree, audit)
    for file in tree.of("case", audit.id):
        for ref, grade in file.held.judgements.items() if isinstance(file.held, Case) else ():
            scale = scales.get(ref)
            if scale and not _is_on(scale, grade):
                place = file.document.place(("judgements", ref))
                yield _off(scale, grade, place, ref)


def _published(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    if audit.published is None:
        return
    scales = asked_scales(tree, audit)
    (file,) = tree.of("published", audit.id)
    for ref, figure in audit.published.figures.items():
        scale = scales.get(ref)
        if scale is None:
            continue
        for answer in figure.counts:
            if not _is_on(scale, answer, NON_ANSWERS):
                place = file.document.key_place(("figures", ref, "counts", answer))
                yield _off(scale, answer, place, ref, besides=NON_ANSWERS)
        # A misspelt value in both stands for one fault, reported where it is counted.
        reported = tuple(answer for answer in figure.counts if answer not in NON_ANSWERS)
        reported += NON_ANSWERS
        for answer in figure.percentages:
            if not _is_on(scale, answer, reported):
                place = file.document.key_place(("figures", ref, "percentages", answer))
                yield _off(scale, answer, place, ref)


def _favourable(tree: Tree) -> Iterator[Diagnostic]:
    for file in tree.of("scales"):
        for scale_id, scale in tree.library.scales.items():
            for index, value in enumerate(scale.favourable):
                if scale_called(tree, scale_id) and value not in scale.choices:
                    place = file.document.place((scale_id, "favourable", index))
                    yield _off(scale, value, place, scale_id, what="favourable")


def _is_on(scale: Scale, value: str, besides: tuple[str, ...] = ()) -> bool:
    # A favourable value that the scale lacks is a fault of the scale's, and reported there.
    return value in (*scale.choices, *scale.favourable, *besides)


def _off(
    scale: Scale,
    value: str,
    place: Place,
    about: str,
    *,
    besides: tuple[str, ...] = (),
    what: str = "",
) -> Diagnostic:
    # The score nearest to 11 in its letters is 1: no help.
    words = besides if scale.kind is ScaleKind.SCORE else (*scale.choices, *besides)
    near = nearest(value, words)
    outside = f", or {listed(besides)}" if besides else ""
    tip = f"Did you mean `{near}`?" if near else f"It can be {values_of(scale)}{outside}."
    message = f"`{what or about}`: `{value}` is not on the scale “{scale.name}”"
    return RULE.at(place, message, tip, about=about)
