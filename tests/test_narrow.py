"""Narrowing to an edition: of records, of the whole book, and of the site that is built from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import Field

from generator.aggregate.book import Book, book
from generator.model.edition import Edition, Intranet, Public
from generator.model.record import Record
from generator.narrow import NothingToShowError, narrow
from generator.pipeline import check
from generator.read.markdown import plain
from generator.render import uris
from tests.aggregate.audits import audit
from tests.sites import AS_AT, EARLIER, EXAMPLE, ROOT, Site, targets

pytest_plugins = "tests.built"

MADE_UP = [ROOT / "audits" / one for one in (EXAMPLE, EARLIER)]
"""The audits that have returns."""
NEVER_PUBLISHED = ("completed_by", "received", "area", "ethnicity")


class Child(Record):
    age_band: Intranet[str] = "not said"
    name: str | None = None


class Visit(Record):
    when: Public[str]
    by: str
    """Required, and for the audit group only: a visit without it is no visit."""


class Household(Record):
    town: Public[str] = "somewhere"
    street: str = "a street"
    child: Intranet[Child] = Child()
    children: Intranet[tuple[Child, ...]] = ()
    visits: Public[tuple[Visit, ...]] = ()
    by_day: Public[dict[str, tuple[Visit, ...]]] = Field(default_factory=dict)
    last: Public[Visit | None] = None
    first: Public[dict[str, Visit]] = Field(default_factory=dict)


KIM = Child(age_band="5 to 9", name="Kim")
VISIT = Visit(when="Monday", by="A. Nurse")
HOUSEHOLD = Household(
    town="Smalltown",
    street="Mill Lane",
    child=KIM,
    children=(KIM, Child(age_band="under 1")),
    visits=(VISIT,),
    by_day={"Monday": (VISIT, VISIT), "Tuesday": ()},
    last=VISIT,
    first={"Monday": VISIT},
)


def test_restricted_edition_shows_everything() -> None:
    assert narrow(HOUSEHOLD, Edition.RESTRICTED) == HOUSEHOLD


def test_withheld_field_gets_its_default() -> None:
    assert narrow(KIM, Edition.INTRANET) == Child(age_band="5 to 9", name=None)


def test_intranet_edition_keeps_what_it_may_show_and_drops_records_it_may_not() -> None:
    assert narrow(HOUSEHOLD, Edition.INTRANET) == Household(
        town="Smalltown",
        street="a street",
        child=Child(age_band="5 to 9"),
        children=(Child(age_band="5 to 9"), Child(age_band="under 1")),
        visits=(),
        by_day={"Monday": (), "Tuesday": ()},
        last=None,
        first={},
    )


def test_public_edition_has_defaults_for_whatever_is_not_for_anyone() -> None:
    assert narrow(HOUSEHOLD, Edition.PUBLIC) == Household(
        town="Smalltown", by_day={"Monday": (), "Tuesday": ()}
    )


def test_record_that_must_have_what_is_withheld_cannot_be_shown() -> None:
    with pytest.raises(NothingToShowError, match="Visit"):
        narrow(VISIT, Edition.INTRANET)


def test_narrowing_leaves_the_record_itself_as_it_was() -> None:
    before = HOUSEHOLD.model_copy(deep=True)
    narrow(HOUSEHOLD, Edition.PUBLIC)
    assert before == HOUSEHOLD


# The real data.


@pytest.fixture(scope="module")
def everything() -> Book:
    checked = check(ROOT / "audits", AS_AT)
    assert not checked.has_errors
    return book(checked.tree.library, AS_AT)


def texts(held: Any) -> Iterator[str]:
    """Every text, date included, in whatever is held; keys as well."""
    if isinstance(held, Record):
        for field in type(held).model_fields:
            yield from texts(getattr(held, field))
    elif isinstance(held, Mapping):
        for key, value in held.items():
            yield from texts(key)
            yield from texts(value)
    elif isinstance(held, tuple | list | frozenset | set):
        for item in held:
            yield from texts(item)
    elif hasattr(held, "__dataclass_fields__"):
        for name in held.__dataclass_fields__:
            yield from texts(getattr(held, name))
        yield str(held)
    elif held is not None:
        yield str(held)


def front_matter(file: Path) -> Any:
    text = file.read_text(encoding="utf-8").split("\n---\n")[0]
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but text


def made_up(pattern: str) -> list[Path]:
    """The files of these audits that a pattern fits."""
    return [file for folder in MADE_UP for file in sorted(folder.glob(pattern))]


@cache
def withheld() -> dict[str, set[str]]:
    """What the files of these audits hold of each field that is never published."""
    files = [*made_up("cases/*.md"), *made_up("returns/*/*.yml")]
    held: dict[str, set[str]] = {field: set() for field in NEVER_PUBLISHED}
    for file in files:
        for field, value in front_matter(file).items():
            if field in held:
                held[field].add(str(value))
    return held


@pytest.mark.parametrize("field", NEVER_PUBLISHED)
def test_example_audit_holds_what_must_not_be_published(field: str, everything: Book) -> None:
    assert len(withheld()[field]) >= 4
    assert set(texts(everything)) > withheld()[field]


@pytest.mark.parametrize("edition", [Edition.INTRANET, Edition.PUBLIC])
@pytest.mark.parametrize("field", NEVER_PUBLISHED)
def test_narrowed_book_holds_nothing_of_a_restricted_field(
    field: str, edition: Edition, everything: Book
) -> None:
    whole = "\n".join(texts(narrow(everything, edition)))
    kept_back = sorted(withheld()[field] - shown_on_purpose())
    assert [value for value in kept_back if value in whole] == []


def ways_to_write(value: str) -> set[str]:
    """A value as typed and as a page would put it; for who filled a form in, the name alone."""
    ways = {value, value.rpartition(", ")[2]}
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return ways
    return ways | {f"{day.day} {day:%B %Y}"}


@pytest.mark.parametrize("field", NEVER_PUBLISHED)
@pytest.mark.parametrize("edition", ["site", "public_site"])
def test_no_file_of_the_site_holds_anything_of_a_restricted_field(
    field: str, edition: str, request: pytest.FixtureRequest
) -> None:
    files = request.getfixturevalue(edition).files
    ways = {way for value in withheld()[field] for way in ways_to_write(value)}
    told = shown_on_purpose()
    assert [
        f"{path}: {way}"
        for path, data in files.items()
        for way in sorted(ways - told)
        if way.encode() in data or way in path
    ] == []


def shown_on_purpose() -> set[str]:
    """Dates of the audit itself, which a return may happen to have come in on."""
    audits = [front_matter(file) for file in made_up("audit.yml")]
    dates = [value for audit in audits for value in audit["dates"].values()]
    return {way for value in dates for way in ways_to_write(str(value))}


# The public edition.

CASES = ("a", "b", "c", "d", "e", "f")


def test_public_book_has_no_case_no_return_and_no_comment(everything: Book) -> None:
    public = narrow(everything, Edition.PUBLIC)
    assert {audit.id: (audit.cases, audit.returns) for audit in public.audits} == {
        audit.id: ({}, {}) for audit in everything.audits
    }
    assert {
        (audit, ref): (result.comments, result.by_agency)
        for audit, results in public.results.items()
        for ref, result in results.questions.items()
        if result.comments or result.by_agency
    } == {}
    assert [
        (name, gathered.points, gathered.practice, gathered.beside, gathered.returns)
        for name, gathered in (*public.agencies.items(), *public.themes.items())
        if gathered.points or gathered.practice or gathered.beside or gathered.returns
    ] == []


def test_public_book_compares_audits_and_no_agency_with_the_panel(everything: Book) -> None:
    public = narrow(everything, Edition.PUBLIC)
    assert set(everything.judged_twice) == {EXAMPLE, EARLIER}
    assert (public.judged_twice, public.comparisons) == ({}, everything.comparisons)


def test_public_figures_are_those_of_the_intranet(everything: Book) -> None:
    public = narrow(everything, Edition.PUBLIC)
    assert {
        (audit, ref): result.tally
        for audit, results in public.results.items()
        for ref, result in results.questions.items()
    } == {
        (audit, ref): result.tally
        for audit, results in everything.results.items()
        for ref, result in results.questions.items()
    }


def test_public_site_has_no_page_of_a_case_and_none_of_returns(public_site: Site) -> None:
    hidden = [uris.case(of.name, case) for of in MADE_UP for case in (*CASES, "index")]
    assert [path for path in public_site.files if "/cases/" in path or path in hidden] == []
    assert [path for path in public_site.files if path.endswith("/returns.html")] == []


def test_public_site_has_no_page_of_own_grades(site: Site, public_site: Site) -> None:
    page = uris.of_audit(EXAMPLE, "own-grades")
    assert (page in site.files, page in public_site.files) == (True, False)


def test_public_site_holds_no_comment_and_no_case(public_site: Site) -> None:
    told = {
        plain(str(text))
        for file in made_up("returns/*/*.yml")
        for text in comments(front_matter(file))
    }
    told |= {
        plain(str(point["text"]))
        for file in made_up("cases/*.md")
        for side in ("worked_well", "to_improve")
        for point in front_matter(file).get(side, ())
    }
    assert len(told) > 100
    shown = "\n".join(page.text for page in public_site.pages.values())
    found = public_site.files["search/search_index.json"].decode()
    assert [text for text in sorted(told) if text in shown or text in found] == []


def comments(held: Any) -> Iterator[str]:
    """Every comment, note and piece of good practice in a return."""
    if isinstance(held, dict):
        for key, value in held.items():
            if key in ("comment", "note", "text"):
                yield value
            else:
                yield from comments(value)
    elif isinstance(held, list):
        for item in held:
            yield from comments(item)


@pytest.mark.parametrize("edition", ["site", "public_site"])
def test_no_link_leads_nowhere(edition: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(edition)
    assert [
        fault
        for path, page in site.pages.items()
        for link in page.links
        for fault in targets(site, path, link)
    ] == []


def test_public_pages_have_no_empty_heading_where_cases_stood(public_site: Site) -> None:
    empty = ("What each agency answered", "Seen in cases", "Good practice that auditors named")
    assert [
        f"{path}: {words}"
        for path, page in public_site.ours.items()
        for words in empty
        if words in page.text
    ] == []


def test_no_case_is_named_in_the_public_edition(public_site: Site) -> None:
    named = re.compile(rf"\b[Cc]ase (?:{'|'.join(case.upper() for case in CASES)})\b")
    found = {path: named.findall(page.text) for path, page in public_site.ours.items()}
    for entry in json.loads(public_site.files["search/search_index.json"])["docs"]:
        if not entry["location"].startswith("guides/"):  # where cases are spoken of in general
            found[f"search: {entry['location']}"] = named.findall(entry["text"])
    assert {path: names for path, names in found.items() if names} == {}


def test_public_edition_holds_no_note_on_a_case_or_a_return() -> None:
    noted = {"rule": "bare-figure", "about": "59% of cases", "by": "us", "conclusion": "So it is."}
    of = audit(noted=[noted], noted_inside=[noted])
    public, intranet = narrow(of, Edition.PUBLIC), narrow(of, Edition.INTRANET)
    assert (len(public.noted), public.noted_inside) == (1, ())
    assert intranet.noted_inside == of.noted_inside
