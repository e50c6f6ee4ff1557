"""A form as one HTML file: it opens by double click, asks for nothing, and sends nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import jinja2
from markupsafe import Markup

from generator.collect.form import Form, FormJudgement, FormQuestion
from generator.collect.saved import ALL, ONE
from generator.collect.script_pattern import script_flags, script_pattern
from generator.collect.texts import block, inline
from generator.diagnostics.wording import listed
from generator.identify.shapes import SHAPES, Shape, name_shape
from generator.identify.vocabulary import Vocabulary
from generator.model.registers import Scale, ScaleKind
from generator.model.returns import NonAnswer, Reason, ReturnStatus
from generator.read import yaml
from generator.read.markdown import plain

_ROOMS: Final = 8
"""How many points of good practice a form has room for."""

_REASONS: Final = {
    answer.value: tuple(reason for reason in Reason if reason.explains is answer)
    for answer in NonAnswer
    if any(reason.explains is answer for reason in Reason)
}
"""The answers that need a reason, each with those that it can have."""

_STATUSES: Final = tuple(
    status for status in ReturnStatus if status.can_be_said and not status.has_answers
)


WORDS: Final = "words.yml"
"""The words of a form, in the folder of the stationery."""

_SAID: Final = re.compile(r"\bw(?:ords)?\.(\w+)")
"""How template and script name a word."""


class UnusableWordsError(ValueError):
    """The words of a form are not all there; says where and why, behind the name of their file."""


@dataclass(frozen=True)
class Stationery:
    """What forms are made with: their template, style, script and words."""

    folder: Path
    known: Vocabulary
    """What is nobody's name: words that a form does not warn of."""

    @cached_property
    def words(self) -> dict[str, Any]:
        """The words of a form in its language, by their name.

        Raises UnusableWordsError where they cannot be read, or one is missing.
        """
        text = self._text(WORDS)
        read = yaml.parse(text)
        if read.faults or not isinstance(read.root, dict):
            start = read.faults[0].span.start if read.faults else 0
            line = text.count("\n", 0, start) + 1
            raise UnusableWordsError(f":{line}: this is no list of names and texts")
        said = self.script + self._text("form.html")
        needed = {*_SAID.findall(said), "comment_columns", "comment_hint"}
        if missing := sorted(needed - read.root.keys()):
            raise UnusableWordsError(f": the form needs {listed(missing)} as well")
        return dict(read.root)

    @cached_property
    def script(self) -> str:
        """The script of a form."""
        return self._text("form.js")

    @cached_property
    def style(self) -> str:
        """The style of a form."""
        return self._text("form.css")

    @cached_property
    def shapes(self) -> tuple[dict[str, str], ...]:
        """What a form warns of, as its script reads it."""
        return tuple(_shape(shape) for shape in (*SHAPES, name_shape(self.known)))

    @cached_property
    def template(self) -> jinja2.Template:
        """The template of a form; raises jinja2.TemplateError where it is none."""
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.update(inline=inline, block=block, choices=_choices)
        environment.filters["filled"] = filled
        return environment.get_template("form.html")

    def _text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def form_page(forms: Sequence[Form], stationery: Stationery) -> str:
    """The file of an agency's forms: of one case, or of several, between which it changes."""
    words = stationery.words
    first = forms[0]
    scales = {one.asked.ref: one.scale for one in first.questions}
    columns = words["comment_columns"]
    return stationery.template.render(
        w=words,
        forms=forms,
        first=first,
        file=_return_file(forms),
        statuses=_STATUSES,
        reasons=_REASONS,
        rooms=_ROOMS,
        comment_hint=filled(columns, columns="; ".join(first.tool.comment_columns))
        if first.tool.comment_columns
        else words["comment_hint"],
        shown=lambda ref, answer: _shown(scales[ref], words).get(answer, answer),
        policy=_policy(stationery),
        style=Markup(stationery.style),  # noqa: S704 - the project's own
        script=Markup(stationery.script),  # noqa: S704 - the project's own
        data=_for_script(_data(forms, stationery)),
    )


def _return_file(forms: Sequence[Form]) -> str:
    """What the file of a saved return is called."""
    return f"{forms[0].name if len(forms) == 1 else forms[0].agency}.json"


def filled(text: str, **values: object) -> str:
    """A text with what stands in braces filled in."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def _data(forms: Sequence[Form], stationery: Stationery) -> dict[str, Any]:
    first = forms[0]
    return {
        "format": ONE,
        "format_of_several": ALL,
        "audit": first.audit,
        "title": first.title,
        "tool": first.fingerprint,
        "fingerprints": first.fingerprints,
        "agency": first.agency,
        "agency_name": first.agency_name,
        "file": _return_file(forms),
        "cases": [{"id": form.case, "name": form.case_name} for form in forms],
        "agencies": dict(first.others),
        "asked": list(_asked(first, stationery.words)),
        "shapes": stationery.shapes,
        "words": stationery.words,
    }


def _asked(form: Form, words: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for section in form.sections:
        yield from (_of_question(one, words) for one in section.questions)
        yield from (_of_judgement(one, words) for one in section.judgements)


def _of_question(one: FormQuestion, words: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "ref": one.asked.ref,
        "text": plain(one.asked.text),
        "group": "answers",
        "field": "answer",
        "in_words": one.is_in_words,
        "asked_if": list(one.asked.asked_if.items()),
        "shown": _shown(one.scale, words),
    }


def _of_judgement(one: FormJudgement, words: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "ref": one.asked.ref,
        "text": one.asked.label,
        "group": "judgements",
        "field": "grade",
        "in_words": False,
        "asked_if": [],
        "shown": _shown(one.scale, words),
    }


def _shown(scale: Scale, words: Mapping[str, Any]) -> dict[str, str]:
    """How a form shows each answer."""
    return {**{value: label for value, label, _ in _choices(scale)}, **words["answers"]}


def _choices(scale: Scale) -> Iterator[tuple[str, str, str]]:
    """The answers of a scale, how they are shown, and what they mean; scores from the lowest."""
    if scale.kind is ScaleKind.SCORE:
        yield from ((score, score, "") for score in reversed(scale.choices))
    for one in scale.values:
        yield one.value, one.shown, one.meaning or ""


def _shape(shape: Shape) -> dict[str, str]:
    return {
        "name": shape.name,
        "pattern": script_pattern(shape.pattern),
        "flags": script_flags(shape.pattern),
        "unless": script_pattern(shape.unless) if shape.unless else "",
    }


def _for_script(data: Mapping[str, Any]) -> Markup:
    """Data that stands in a page: no text in it ends its script."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704


def _policy(stationery: Stationery) -> str:
    """What a browser may run: this script and this style, and nothing from anywhere else."""
    return (
        f"default-src 'none'; script-src {_hash(stationery.script)}; "
        f"style-src {_hash(stationery.style)}; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
