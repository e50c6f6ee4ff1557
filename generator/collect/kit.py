"""The kit of an audit: for each agency a folder with a covering note and its forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import fill
from typing import Final

import jinja2

from generator.collect.excel import to_workbook
from generator.collect.form import Form, forms_of
from generator.collect.form_page import Stationery, form_page
from generator.collect.msforms import to_plain_list
from generator.collect.redcap import to_data_dictionary
from generator.collect.xlsform import to_xlsform
from generator.diagnostics.wording import counted
from generator.model.library import Audit, Library
from generator.model.words import AgencyId
from generator.read.markdown import plain

NOTE: Final = "note.txt"
"""The template of the covering note, in the folder of the stationery."""


class UnusableToolError(ValueError):
    """No form can be made of what an audit asks; says why, as a sentence about the audit."""


def kit(
    audit: Audit,
    library: Library,
    stationery: Stationery,
    made: str,
    agencies: Iterable[AgencyId] = (),
) -> dict[str, bytes]:
    """The files of a kit by path: of all agencies, or of those named.

    `made` is one of `FORMATS`, or of `OF_ALL`, which makes one file for all of them. Raises
    UnusableToolError, and jinja2.TemplateError for a template that cannot be read.
    """
    only = frozenset(agencies)
    usable = [form for form in usable_forms(audit, library) if not only or form.agency in only]
    if made in OF_ALL:
        ending, write_all = OF_ALL[made]
        return {f"{audit.id}-{made}.{ending}": write_all(usable)}
    files: dict[str, bytes] = {}
    for agency, of_agency in groupby(usable, lambda form: form.agency):
        forms = tuple(of_agency)
        written = [file for write in FORMATS[made] for file in write(forms, stationery)]
        listed = [(name, what) for name, what, _ in written]
        note = _note(audit, forms, listed, stationery)
        files[f"{agency}/covering-note.txt"] = _for_notepad(note)
        files |= {f"{agency}/{name}": data for name, _, data in written}
    return files


def usable_forms(audit: Audit, library: Library) -> tuple[Form, ...]:
    """The forms of an audit; raises UnusableToolError where no return could hold their answers."""
    if audit.tool is None:
        raise UnusableToolError("it has no tool.yml, and so nothing to ask.")
    forms = forms_of(audit, library)
    if not forms:
        what = "agency under `asked` in audit.yml" if audit.cases else "case in the folder `cases`"
        raise UnusableToolError(f"it has no {what}, and so nobody to ask about anything.")
    if several := [one.ref for one in audit.tool.questions if one.several]:
        raise UnusableToolError(
            f"its tool lets {', '.join(several)} have several answers, and a return holds one: "
            "make each answer a question of its own."
        )
    return forms


def _note(
    audit: Audit, forms: Sequence[Form], files: Sequence[tuple[str, str]], stationery: Stationery
) -> str:
    first = forms[0]
    environment = jinja2.Environment(  # noqa: S701 - it is a text, and no HTML
        loader=jinja2.FileSystemLoader(stationery.folder),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(NOTE).render(
        partnership=first.partnership,
        made_up=first.made_up,
        agency=first.agency_name,
        title=first.title,
        about=plain(audit.about),
        cases=[form.case_name for form in forms],
        questions=counted(len(first.questions), "question"),
        judgements=counted(len(first.judgements), "judgement") if first.judgements else "",
        period=first.period,
        to_whom=audit.contact.written if audit.contact else "",
        due=first.dates.due.words if first.dates.due else "",
        files=files,
        has_pages=any(name.endswith(".html") for name, _ in files),
        has_workbook=any(name.endswith(".xlsx") for name, _ in files),
    )


def _for_notepad(note: str) -> bytes:
    """The note for programs that break no line, end each in two signs, and need a mark of UTF-8."""
    lines = (fill(line, _WIDTH, subsequent_indent=_indent(line)) for line in note.splitlines())
    return "".join(f"{line}\n" for line in lines).replace("\n", "\r\n").encode("utf-8-sig")


def _indent(line: str) -> str:
    return "    " if line.startswith(" ") else ""


_WIDTH: Final = 76
"""Signs in a line of the note: what a mail program shows without breaking it again."""


def _pages(forms: Sequence[Form], stationery: Stationery) -> Iterator[tuple[str, str, bytes]]:
    for form in forms:
        page = form_page([form], stationery)
        yield f"{form.name}.html", f"the form on {form.case_name}", page.encode("utf-8")
    if len(forms) > 1:
        page = form_page(forms, stationery)
        what = "all of these in one file, if you would rather have that"
        yield f"{forms[0].agency}.html", what, page.encode("utf-8")


def _workbook(forms: Sequence[Form], _: Stationery) -> Iterator[tuple[str, str, bytes]]:
    what = "a workbook with a sheet for each case"
    yield f"{forms[0].agency}.xlsx", what, to_workbook(forms)


_Writer = Callable[[Sequence[Form], Stationery], Iterator[tuple[str, str, bytes]]]

FORMATS: Final[Mapping[str, tuple[_Writer, ...]]] = {
    "html": (_pages,),
    "xlsx": (_workbook,),
    "both": (_pages, _workbook),
}
"""What forms can be made as: what writes an agency's, as files with what each is."""

OF_ALL: Final[Mapping[str, tuple[str, Callable[[Sequence[Form]], bytes]]]] = {
    "xlsform": ("xlsx", to_xlsform),
    "redcap": ("csv", lambda forms: to_data_dictionary(forms).encode()),
    "msforms": ("txt", lambda forms: to_plain_list(forms).encode()),
}
"""What one form for all agencies can be made as: how its file ends, and what writes it."""
