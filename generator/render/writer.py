"""The writer: one Jinja environment over one book, and what its templates may call."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar, Final, Protocol
from urllib.parse import quote, unquote

import jinja2
from markupsafe import Markup, escape

from generator.aggregate.binding import AuditFigures, BoundFigure, bind
from generator.aggregate.book import Book
from generator.aggregate.quoted import QUOTED_FIGURE, verdict
from generator.aggregate.results import printed_rows, question_scales
from generator.diagnostics.wording import counted
from generator.model.library import Audit
from generator.model.words import case_name, day_words
from generator.read.markdown import Bound, Quoted, plain
from generator.read.other_times import of_earlier
from generator.read.picture import address_of
from generator.render import charts, uris
from generator.render.abbreviations import abbreviator
from generator.render.compiled import COMPILED
from generator.render.page import EntryKind, Heading, Page, SearchEntry, Step, StepGroup, relative
from generator.render.prose import Basis, Lookups, Prose
from generator.render.search import with_other_words
from generator.render.written import Looked, Part, Written, parts_of

_HEADING: Final = re.compile(r'<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")


class View(Protocol):
    """What a template shows: a dataclass whose fields are the template's variables."""

    template: ClassVar[str]

    @property
    def about(self) -> str:
        """What the page is about, in a sentence."""

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """What search finds on the page."""


@dataclass(frozen=True)
class Plan:
    """A page that will be: where, called what, showing what, edited in which file."""

    uri: str
    title: str
    view: View
    data_file: str | None = None
    tab: str = ""
    """The address of the tab that it is or stands under, for a page of an audit."""
    tabs: tuple[StepGroup, ...] = ()
    """The tabs of its audit, in groups."""
    parts: tuple[Step, ...] = ()
    """The pages that it is divided into, the newest first; none where it is whole."""
    part: str = ""
    """What of the whole it holds, where it is not the first part."""
    previous: Step | None = None
    next: Step | None = None
    of: str = ""
    """What search and paper say that it is of: its audit and whose that is."""
    when: str = ""
    """When that audit came out, as paper says it."""
    made_up: bool = False


class Writer:
    """Writes pages of one book; knows every address there is, so that no link leads nowhere."""

    def __init__(
        self,
        book: Book,
        templates: Path,
        plans: Sequence[Plan],
        written: Written | None = None,
    ) -> None:
        self._pages = (written or Written()).pages
        self._addresses = frozenset(plan.uri for plan in plans)
        self._on_part = _on_parts(plans)
        self._prose = Prose()
        self._abbreviate = abbreviator(book.library.glossary.values())
        self._with_other_words = with_other_words(book.library.glossary.values())
        # Of the page that is being written. Held here and not by each template's context, so that
        # the components are set up once, and not anew for every page.
        self._here = ""
        self._pictures: list[str] = []
        self._of_page: dict[tuple[str, str, str, bool], Lookups] = {}
        self._looked: set[Part] = set()
        registers = book.library.model_copy(update={"audits": {}})
        around = (registers, book.as_at, self._addresses, self._on_part, _texts(templates))
        known = {audit.id: _known(book, audit) for audit in book.audits}
        self._pages.begin(around, {**_open_parts(book), "known": known})
        self._known = Looked("known", known, self._looked)
        self._environment = jinja2.Environment(
            loader=jinja2.ChoiceLoader(
                [jinja2.FileSystemLoader(templates), jinja2.DictLoader(_components(templates))]
            ),
            bytecode_cache=COMPILED,
            optimized=False,  # or code would hold what our own filters made of a text
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            book=_open(book, self._looked),
            uris=uris,
            link=self._link,
            to=self._to,
            prose=self._block,
            inline=self._inline,
            case_name=case_name,
            counted=counted,
            day_words=day_words,
            tone_of=charts.tone_of,
        )
        self._environment.filters["plain"] = plain
        self._environment.filters["in_line"] = charts.in_line

    def page(self, plan: Plan) -> Page:
        """Write one page, or give it as it was written before where nothing of it has changed."""
        before = self._pages.get(plan.uri)
        if before and before[0] == plan:
            return before[1]
        return self._pages.make(plan.uri, self._looked, lambda: (plan, self._page(plan)))[1]

    def _page(self, plan: Plan) -> Page:
        shown = {field.name: getattr(plan.view, field.name) for field in fields(plan.view)}  # type: ignore[arg-type]
        template = self._environment.get_template(plan.view.template)
        self._here = plan.uri
        self._pictures.clear()
        self._of_page.clear()
        around = {
            "here": plan.uri,
            "tab": plan.tab,
            "tabs": plan.tabs,
            "divided": plan.parts,
            "holds": plan.part,
        }
        html = self._abbreviate(template.render(shown, **around))
        return Page(
            uri=plan.uri,
            title=plan.title,
            html=html,
            of=" · ".join(filter(None, (plan.of, plan.when))),
            about=plan.view.about,
            data_file=plan.data_file,
            headings=tuple(
                Heading(int(level), id_, unescape(_TAG.sub("", title)).strip())
                for level, id_, title in _HEADING.findall(html)
            ),
            search=tuple(self._searched(plan)),
            pictures=tuple(dict.fromkeys(self._pictures)),
            previous=plan.previous,
            next=plan.next if plan.next and plan.next.uri in self._addresses else None,
        )

    def _searched(self, plan: Plan) -> Iterator[SearchEntry]:
        for entry in plan.view.search:
            if plan.part and (not entry.anchor or entry.kind is EntryKind.LIST):
                continue  # the page as a whole is found by its first part
            of, made_up = entry.of or plan.of, entry.made_up or plan.made_up
            yield self._with_other_words(replace(entry, of=of, made_up=made_up))

    def _link(self, uri: str) -> str:
        return relative(self._here, uri)

    def _to(self, uri: str, text: Any) -> Markup:
        """A link, or the text alone where this edition has no such page."""
        if uri.partition("#")[0] not in self._addresses:
            return escape(text)
        uri = self._on_part.get(uri, uri)
        address = escape(relative(self._here, uri))
        return Markup(f'<a href="{address}">{escape(text)}</a>')  # noqa: S704 - both are escaped

    def _block(
        self,
        text: str,
        audit: str = "",
        heading: int = 2,
        folder: str = "",
        *,
        earlier: bool = False,
    ) -> Markup:
        """Markdown of a file in `folder` of an audit, or of a register.

        `earlier` is for what it tells of the audit before: its figures are of that one.
        """
        lookups = self._lookups(self._here, audit, folder, earlier=earlier)
        return self._prose.block(text, lookups, heading)

    def _inline(
        self,
        text: str,
        audit: str = "",
        folder: str = "",
        *,
        earlier: bool = False,
    ) -> Markup:
        lookups = self._lookups(self._here, audit, folder, earlier=earlier)
        return self._prose.inline(text, lookups)

    def _lookups(self, here: str, audit: str, folder: str, *, earlier: bool) -> Lookups:
        key = (here, audit, folder, earlier)
        if key not in self._of_page:
            self._of_page[key] = self._new_lookups(*key)
        return self._of_page[key]

    def _new_lookups(self, here: str, audit: str, folder: str, earlier: bool) -> Lookups:
        def bound(reference: Bound) -> BoundFigure:
            return bind(reference, self._known[audit].figures)

        def resolve(kind: str, name: str) -> str | None:
            uri = _address(kind, name, audit)
            if uri.partition("#")[0] not in self._addresses:
                return None
            return relative(here, self._on_part.get(uri, uri))

        def picture(name: str) -> str:
            path = posixpath.normpath(posixpath.join("audits", audit, folder, unquote(name)))
            uri = address_of(path)
            self._pictures.append(uri)
            return quote(relative(here, uri))

        def basis(quoted: Quoted) -> Basis:
            known = self._known[audit] if audit else None
            if known and (conclusion := known.conclusions.get(quoted.about)):
                return Basis(f"As printed. {conclusion}", is_doubtful=True)
            of_its_time = of_earlier(quoted) if earlier else quoted
            tested = verdict(of_its_time, known.figures).words if known else ""
            return Basis(f"As printed; {tested}." if tested else "As its source printed it.")

        labels = self._known[audit].figures.labels if audit else {}
        return Lookups(bound, resolve, picture, basis, labels)


def _on_parts(plans: Iterable[Plan]) -> dict[str, str]:
    """Where that stands which links seek on a page in parts: on the newest part that holds it."""
    stands: dict[str, str] = {}
    for plan in plans:
        if plan.parts:
            for entry in plan.view.search:
                anchor = f"#{entry.anchor}"
                stands.setdefault(f"{plan.parts[0].uri}{anchor}", f"{plan.uri}{anchor}")
    return stands


def _components(templates: Path) -> dict[str, str]:
    """All components as one template, so that each calls the others and a page imports once."""
    files = sorted(templates.glob("components/*.html"))
    return {"components.html": "".join(file.read_text(encoding="utf-8") for file in files)}


def _address(kind: str, name: str, audit: str) -> str:
    match kind:
        case "question":
            return uris.question(audit, name)
        case "cases":
            return uris.cases(audit)
        case "returns":
            return uris.of_audit(audit, "returns")
        case "finding":
            return uris.finding(audit, name)
        case "recommendation":
            return uris.recommendation(audit, name)
        case "case":
            return uris.case(audit, name)
        case "agency":
            return uris.agency(name)
        case "theme":
            return uris.theme(name)
        case _:
            return uris.of_audit(name)


@dataclass(frozen=True)
class _Known:
    """What a text of an audit may refer to."""

    figures: AuditFigures
    conclusions: Mapping[str, str]
    """What was concluded of each quoted figure that does not add up."""


def _known(book: Book, audit: Audit) -> _Known:
    conclusions = {
        noted.about: plain(noted.conclusion)
        for noted in (*audit.noted, *audit.noted_inside)
        if noted.rule == QUOTED_FIGURE
    }
    return _Known(_figures(book, audit), conclusions)


def _open_parts(book: Book) -> dict[str, Mapping[str, Any]]:
    """What of a book is open to every template, by audit."""
    parts = parts_of(book)
    return {name: parts[name] for name in ("audits", "results", "judged_twice")}


def _open(book: Book, looked: set[Part]) -> SimpleNamespace:
    """What of a book is open to every template."""
    parts = {name: Looked(name, of, looked) for name, of in _open_parts(book).items()}
    library = SimpleNamespace(**{**dict(book.library), "audits": parts.pop("audits")})
    return SimpleNamespace(as_at=book.as_at, library=library, **parts)


def _texts(templates: Path) -> tuple[tuple[str, bytes], ...]:
    files = sorted(file for file in templates.rglob("*") if file.is_file())
    return tuple((file.relative_to(templates).as_posix(), file.read_bytes()) for file in files)


def _figures(book: Book, audit: Audit) -> AuditFigures:
    """What the texts of an audit can refer to, in this edition."""
    results = book.results[audit.id]
    return AuditFigures(
        tallies={ref: result.tally for ref, result in results.questions.items() if result.tally},
        rows=printed_rows(audit, book.library),
        unit=results.unit,
        totals=results.totals,
        judged=results.cases_judged,
        scales=question_scales(audit, book.library),
        labels={ref: result.question.label for ref, result in results.questions.items()},
        states=book.matrices[audit.id].counts,
        year=audit.dates.latest.year if audit.dates.latest else None,
        earlier=results.earlier,
    )
