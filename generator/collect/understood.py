"""What came, understood: whose return on which case it is, and what fills its fields.

What is not understood is left as it came, for the check to say what is wrong with it; nothing is
guessed, and nothing becomes a blank. So these stay three things, whichever program they come from:

| came as | becomes |
| --- | --- |
| nothing, or spaces alone | blank: the question is left out, as in a return typed by hand |
| `don't know`, whatever its case and apostrophe, `dont know`, `do not know` | `don't know` |
| `not applicable`, `n/a` | `not applicable` |
| `blank` | `blank` |
| a value of the question's scale, or the words that pages show for it, whatever their case | it |
| anything else: `?`, `-`, `unknown`, `none` | itself, and an error with what it can be |

A value of the scale comes first: where a scale has `n/a`, that is what `n/a` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from generator.check.names import tip_for
from generator.collect.came import Came, Cell, Ignored
from generator.collect.form import asked_cases, forms_of
from generator.collect.rules import (
    EMPTY,
    NO_TEXT,
    NOT_ASKED,
    NOT_OURS,
    OLD_FORM,
    ONE_ANSWER,
    SWAPPED,
    UNFINISHED,
    UNSEEN,
)
from generator.collect.written import Fields
from generator.diagnostics import Diagnostic, Place, Severity
from generator.diagnostics.nearest import nearest
from generator.diagnostics.visible import name_of, unseen_in
from generator.diagnostics.wording import counted, joined, listed
from generator.model.library import Audit, Library
from generator.model.registers import Scale, ScaleKind
from generator.model.returns import NonAnswer, Reason, ReturnStatus
from generator.model.tool import JudgementAsked, Question
from generator.read.yaml import Loc


@dataclass(frozen=True)
class Understood:
    """One return, as far as it is understood."""

    came: Came
    audit: Audit | None
    """None where it is not known; then nothing else is."""
    agency: str = ""
    """Its id; empty where it is not known, or was not asked about the case."""
    case: str = ""
    fields: Fields | None = None
    """What fills the fields of the return; none where it has no place in the tree."""
    faults: tuple[Diagnostic, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    answered: int = 0
    """How many questions of the tool have an answer, in words where they are asked in words."""

    @property
    def path(self) -> str:
        """Where it belongs, below the folder `audits`; empty where that is not known."""
        if self.audit is None or self.fields is None:
            return ""
        return f"{self.audit.id}/returns/{self.case}/{self.agency}.yml"

    @property
    def keeps_out(self) -> bool:
        """Whether something that is wrong with it keeps it out of the tree."""
        return any(fault.severity is Severity.ERROR for fault in self.faults)


def understood(came: Came, library: Library, received: str = "") -> Understood:
    """What a return that came says; `received` is the day that it came in, if that is told."""
    audit = library.audits.get(came.text("audit"))
    if audit is None:
        return Understood(
            came, None, faults=(*came.faults, _unknown(came, "audit", library.audits))
        )
    agency, case = _agency(came.text("agency"), library), came.text("case")
    misplaced = list(_misplaced(came, audit, agency, case))
    if misplaced:
        faults = (*came.faults, *misplaced)
        return Understood(came, audit, agency, faults=faults, ignored=came.ignored)
    if not any(cell.text.strip() for cell in came.cells if cell.at[0] in _FILLED):
        what = f"nothing is filled in for case `{case}`: no return is made of it"
        blank = EMPTY.at(place_of(came, came.cell("case")), what)
        return Understood(came, audit, agency, case, faults=(*came.faults, blank))
    reading = _Reading(came, audit, library)
    fields = {loc: text for loc, text in reading.fields(received) if text}
    old = _old_form(came, audit, library)
    return Understood(
        came,
        audit,
        agency,
        case,
        fields,
        (*came.faults, *old, *reading.faults),
        (*came.ignored, *reading.ignored),
        sum(_is_answered(fields, one, library) for one in audit.tool.questions)
        if audit.tool
        else 0,
    )


def _is_answered(fields: Fields, question: Question, library: Library) -> bool:
    scale = library.scales.get(question.scale)
    key = "comment" if scale and scale.kind is ScaleKind.PROSE else "answer"
    return fields.get(("answers", question.ref, key), NonAnswer.BLANK) != NonAnswer.BLANK


_FILLED: Final = ("status", "note", "answers", "judgements", "good_practice")
"""What a sender fills in; the rest is there before."""


def place_of(came: Came, cell: Cell | None) -> Place:
    """Where a sender sees a cell; the file where there is none."""
    if cell is None:
        return Place(came.source)
    width = len(cell.text.partition("\n")[0])
    return Place(came.source, width=max(1, width), where=cell.where)


def _unknown(came: Came, what: str, known: Iterable[str]) -> Diagnostic:
    name, names = came.text(what), sorted(known)
    place = place_of(came, came.cell(what))
    if not name:
        return NOT_OURS.at(place, f"the return does not say its {what}", "Ask for it again.")
    return NOT_OURS.at(place, f"no {what} is called `{name}`", tip_for(name, what, names))


def _agency(name: str, library: Library) -> str:
    """The id of an agency by its id or a name that the register gives it; else the name."""
    if name in library.agencies:
        return name
    wanted = _plain(name)
    for agency_id, agency in library.agencies.items():
        names = (agency.name, agency.short or "", *agency.also)
        if wanted and wanted in map(_plain, names):
            return agency_id
    return name


def _misplaced(came: Came, audit: Audit, agency: str, case: str) -> Iterator[Diagnostic]:
    """Why a return has no place among those that the audit asked for."""
    asked = asked_cases(audit)
    if agency not in asked:
        yield _unknown(came, "agency", asked)
    if case not in audit.cases:
        yield _unknown(came, "case", audit.cases)
    if agency not in asked or case not in audit.cases:
        return
    if case not in asked[agency]:
        yield NOT_OURS.at(
            place_of(came, came.cell("case")),
            f"`{agency}` was not asked about case `{case}`",
            f"It was asked about {listed(asked[agency])}; `asked` in audit.yml says so.",
        )
    called = _FORM_NAME.search(PurePath(came.source).name)
    names = (called["agency"], called["case"]) if called else (agency, case)
    if names != (agency, case) and names[1] in asked.get(names[0], ()):
        yield SWAPPED.at(
            place_of(came, came.cell("case")),
            f"the file is called `{'--'.join(names)}`, and holds the return of `{agency}` on case "
            f"`{case}`",
            "Ask the sender which it is. If what it holds is right, rename the file.",
        )


_FORM_NAME: Final = re.compile(r"(?P<agency>[a-z0-9][a-z0-9-]*?)--(?P<case>[a-z0-9][a-z0-9-]*)")
"""How the form calls what it saves: `police--a.json`; browsers add ` (1)` to the name."""


def _old_form(came: Came, audit: Audit, library: Library) -> Iterator[Diagnostic]:
    """That the form asked something else than the tool does today, and what."""
    if audit.tool is None:
        return
    scales = {*(one.scale for one in audit.tool.questions)}
    scales |= {one.scale for one in audit.tool.judgements}
    if not (
        scales <= library.scales.keys()
        and asked_cases(audit).keys() <= library.agencies.keys()
        and audit.partnership in library.partnerships
    ):
        return  # the check says what is wrong with the audit
    form, *_ = forms_of(audit, library)
    if came.text("tool") in ("", form.fingerprint):
        return
    now = form.fingerprints
    then = {str(cell.at[1]): cell.text for cell in came.cells if cell.at[0] == "asked"}
    told = [
        ([ref for ref in now if ref in then and then[ref] != now[ref]], "asked something else"),
        ([ref for ref in now if ref not in then], "not asked yet"),
        ([ref for ref in then if ref not in now], "still asked"),
    ]
    was = [
        f"{joined(f'`{ref}`' for ref in refs)} {'was' if len(refs) == 1 else 'were'} {what}"
        for refs, what in told
        if refs
    ]
    changed = "; ".join(was) if then and was else "the file does not say what changed since"
    place = place_of(came, came.cell("tool"))
    what = f"the return is on an older form, fingerprint {came.text('tool')}: {changed}"
    tip = "Read those answers again, or send the form of today: `audits kit` writes it."
    yield OLD_FORM.at(place, what, tip)


class _Reading:
    """The fields of one return, and what was found wrong while they were read."""

    def __init__(self, came: Came, audit: Audit, library: Library) -> None:
        self.came = came
        self.audit = audit
        self.faults: list[Diagnostic] = []
        self.ignored: list[Ignored] = []
        self._told: set[tuple[str, str]] = set()
        self._library = library
        self._asked: Mapping[str, Mapping[str, Question | JudgementAsked]] = {
            "answers": {one.ref: one for one in audit.tool.questions} if audit.tool else {},
            "judgements": {one.ref: one for one in audit.tool.judgements} if audit.tool else {},
        }

    def fields(self, received: str) -> Iterator[tuple[Loc, str]]:
        """Each field with what fills it; what a file does not fill comes as an empty text."""
        yield ("status",), self._status()
        yield ("received",), received
        several: dict[str, list[Cell]] = {}
        for cell in self.came.cells:
            match cell.at:
                case ("completed_by",) | ("note",):
                    yield cell.at, self._text(cell)
                case ("answers", str(ref), "answer", int()):
                    several.setdefault(ref, []).append(cell)
                case ("answers" | "judgements" as group, str(ref), str(key)):
                    if self._is_asked(group, ref, cell):
                        yield cell.at, self._word(cell, group, ref, key)
                case ("good_practice", int(), "text"):
                    yield cell.at, self._text(cell)
                case ("good_practice", int(at), "agency"):
                    if self.came.text("good_practice", at, "text"):
                        yield cell.at, _agency(self._text(cell), self._library)
                    elif cell.text.strip():
                        why = "beside no good practice"
                        self.ignored.append(Ignored(cell.where, cell.text, why))
        for ref, cells in several.items():
            if self._is_asked("answers", ref, cells[0]):
                yield ("answers", ref, "answer"), self._one_of(ref, cells)

    def _status(self) -> str:
        """What became of asking.

        A form that says nothing of it is complete where it was finished, or where it does not say
        whether it was and no question is blank. What was not finished is partial.
        """
        cell = self.came.cell("status")
        said = self._text(cell) if cell else ""
        status = {_plain(one.value): one.value for one in ReturnStatus}.get(_plain(said), said)
        if status == ReturnStatus.NO_RETURN:
            what = f"the sender says `{said}`, and sent one"
            tip = "Ask what was meant: that nothing is known, or that they were not involved?"
            self.faults.append(NO_TEXT.at(place_of(self.came, cell), what, tip))
        if status not in ("", ReturnStatus.COMPLETE, ReturnStatus.PARTIAL):
            return status
        finished, blank = self.came.text("finished"), self._blank()
        if finished == "no":
            place = place_of(self.came, self.came.cell("finished"))
            what = "the return was sent before it was finished: it is taken as partial"
        elif status or finished or not blank:
            return status or ReturnStatus.COMPLETE.value
        else:
            place = place_of(self.came, cell)
            questions = f"{counted(blank, 'question')} {'is' if blank == 1 else 'are'}"
            what = f"no status is given, and {questions} blank: it is taken as partial"
        self.faults.append(UNFINISHED.at(place, what, "Ask whether more is to come."))
        return ReturnStatus.PARTIAL.value

    def _blank(self) -> int:
        """How many questions that everybody is asked have no answer."""
        cells = (cell for cell in self.came.cells if cell.at[0] == "answers")
        answered = {cell.at[1] for cell in cells if cell.text.strip()}
        asked = self.audit.tool.questions if self.audit.tool else ()
        return sum(one.ref not in answered and not one.asked_if for one in asked)

    def _is_asked(self, group: str, ref: str, cell: Cell) -> bool:
        """Whether the tool has what is answered; of what it does not ask, a blank is ignored."""
        asked = self._asked[group]
        if ref in asked or (group, ref) in self._told:
            return ref in asked
        self._told.add((group, ref))
        name = "question" if group == "answers" else "judgement"
        every = [one for one in self.came.cells if one.at[:2] == (group, ref)]
        filled = next((one for one in every if one.text.strip()), None)
        if filled is None:
            self.ignored.append(Ignored(cell.where, "", f"no {name} of the tool"))
            return False
        near = nearest(ref, asked)
        tip = f"It has {listed([*asked])}." if asked else "The audit has no tool.yml that asks any."
        tip = f"Did you mean `{near}`?" if near else tip
        what = f"the tool has no {name} `{ref}`, and something is written for it"
        self.faults.append(NOT_ASKED.at(place_of(self.came, filled), what, tip))
        return False

    def _word(self, cell: Cell, group: str, ref: str, key: str) -> str:
        text = self._text(cell)
        scale = self._library.scales.get(self._asked[group][ref].scale)
        match key:
            case "answer":
                return _on_scale(text, scale, _SAID)
            case "grade":
                return _on_scale(text, scale, {})
            case "reason":
                reasons = {_plain(reason.value): reason.value for reason in Reason}
                return reasons.get(_plain(text)) or _in_a_line(text)
        return text

    def _one_of(self, ref: str, cells: list[Cell]) -> str:
        """The one that was ticked."""
        ticked = [cell for cell in cells if cell.text.strip()]
        if len(ticked) > 1:
            words = listed([cell.text.strip() for cell in ticked])
            what = f"`{ref}` has {counted(len(ticked), 'answer')}: {words}; a return holds one"
            place = place_of(self.came, ticked[0])
            self.faults.append(ONE_ANSWER.at(place, what, "Ask which of them counts."))
        return self._word(ticked[0], "answers", ref, "answer") if ticked else ""

    def _text(self, cell: Cell) -> str:
        """The text of a cell, without signs that nobody sees and space around it."""
        text = cell.text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
        unseen = list(unseen_in(text))
        if unseen:
            names = listed(list(dict.fromkeys(name_of(sign[0]) for sign in unseen)))
            what = f"{counted(len(unseen), 'sign')} that nobody sees: {names}"
            place = place_of(self.came, cell)
            self.faults.append(UNSEEN.at(place, what, "Taken out; read whether it is still right."))
            for sign in reversed(unseen):
                text = text[: sign.start()] + text[sign.end() :]
        return text.strip()


def _on_scale(text: str, scale: Scale | None, besides: Mapping[str, str]) -> str:
    """The value of a scale, or what stands beside it, that a text means; else the text."""
    if scale is None or text in scale.choices:
        return text
    plain = _plain(text)
    values = {_plain(scale.shown(value)): value for value in scale.choices}
    values |= {_plain(value): value for value in scale.choices}
    return values.get(plain) or besides.get(plain) or _in_a_line(text)


def _in_a_line(text: str) -> str:
    """A word; of a text that was pasted in its place, enough to say that it is none."""
    if len(text) <= _LONGEST_WORD and "\n" not in text:
        return text
    return f"{' '.join(text.split())[:_LONGEST_WORD]}…"


_LONGEST_WORD: Final = 60

_SAID: Final[Mapping[str, str]] = {
    "dont know": NonAnswer.DONT_KNOW.value,
    "do not know": NonAnswer.DONT_KNOW.value,
    "not applicable": NonAnswer.NOT_APPLICABLE.value,
    "n/a": NonAnswer.NOT_APPLICABLE.value,
    "blank": NonAnswer.BLANK.value,
}
"""What stands beside every scale, by how people write it, without case and apostrophe."""


def _plain(text: str) -> str:
    """A word without case, apostrophes and runs of spaces."""
    return " ".join(re.sub("['\u2018\u2019\u02bc]", "", text).casefold().split())
