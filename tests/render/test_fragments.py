"""The content of our pages, before the theme puts its frame around it."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, combinations
from pathlib import Path
from textwrap import dedent

import pytest
from bs4 import BeautifulSoup

from generator.model.edition import Edition
from generator.pipeline import Checked, check, pages
from generator.render.page import Page
from tests.conftest import Golden
from tests.sites import AS_AT, ROOT, SMALL, SeenPage, hostile_tree, see

FRAGMENTS = {
    "home": "index.html",
    "audits": "audits/index.html",
    "overview": "audits/small/index.html",
    "results": "audits/small/results.html",
    "results-as-printed": "audits/printed/results.html",
    "findings": "audits/small/findings.html",
    "recommendations": "audits/small/recommendations.html",
    "cases": "audits/small/cases/index.html",
    "case": "audits/small/cases/a.html",
    "returns": "audits/small/returns.html",
    "tool": "audits/small/tool.html",
    "about": "audits/small/about.html",
    "agencies": "agencies/index.html",
    "agency": "agencies/police.html",
    "themes": "themes/index.html",
    "theme": "themes/planning.html",
}
Pages = dict[str, Page]


def pages_of(audits: Path, edition: Edition = Edition.INTRANET) -> Pages:
    return pages_from(check(audits, AS_AT), edition)


def pages_from(checked: Checked, edition: Edition) -> Pages:
    assert [one for one in checked.diagnostics if one.severity == "error"] == []
    made = pages(checked, ROOT / "site" / "templates", edition, AS_AT)
    return {page.uri: page for page in made}


@cache
def small_pages() -> Pages:
    return pages_of(SMALL / "audits")


@cache
def real_checked() -> Checked:
    return check(ROOT / "audits", AS_AT)


@cache
def real_pages(edition: Edition) -> Pages:
    return pages_from(real_checked(), edition)


@pytest.mark.parametrize("name", FRAGMENTS)
def test_fragment_of_the_small_tree(name: str, golden: Golden) -> None:
    golden(f"{name}.html", small_pages()[FRAGMENTS[name]].html)


def test_small_tree_has_these_pages() -> None:
    audit = ["index", "recommendations", "briefing", "results", "findings"]
    audit += ["cases/index", "cases/a", "cases/b"]
    assert list(small_pages()) == [
        "index.html",
        "audits/index.html",
        "agencies/index.html",
        "agencies/police.html",
        "agencies/kind-police.html",
        "agencies/school.html",
        "agencies/kind-education.html",
        "themes/index.html",
        "themes/planning.html",
        "recommendations/index.html",
        "tools/index.html",
        "glossary/index.html",
        "about/components.html",
        "guides/rules.html",
        *(f"audits/small/{page}.html" for page in (*audit, "about", "returns", "tool")),
        *(f"audits/printed/{page}.html" for page in ("index", "results", "about", "tool")),
    ]


# What holds of every page, whatever the data.


def faults(made: Pages) -> list[str]:
    """What is wrong with the HTML of pages, and with where they lead."""
    seen = {uri: see(page.html) for uri, page in made.items()}
    return [
        f"{uri}: {fault}" for uri in seen for fault in chain(*(w(uri, made, seen) for w in WRONG))
    ]


Seen = dict[str, SeenPage]


def ill_formed(uri: str, _made: Pages, seen: Seen) -> Iterator[str]:
    yield from seen[uri].faults


def ids_used_twice(uri: str, _made: Pages, seen: Seen) -> Iterator[str]:
    ids = seen[uri].ids
    yield from (
        f"id {one} used twice" for one in sorted({id_ for id_ in ids if ids.count(id_) > 1})
    )


def no_heading(uri: str, _made: Pages, seen: Seen) -> Iterator[str]:
    if seen[uri].html.count("<h1>") != 1:
        yield "not one h1"


EMPTY = re.compile(r"<(p|ul|ol|dl|dd|li|h[1-6]|td|tbody)( [^>]*)?>\s*</\1>")


def empty(uri: str, _made: Pages, seen: Seen) -> Iterator[str]:
    for found in EMPTY.finditer(seen[uri].html):
        if 'class="room' not in found[0]:  # where people write on paper
            yield found[0]


def leads_nowhere(uri: str, made: Pages, seen: Seen) -> Iterator[str]:
    for link in seen[uri].links:
        if re.match(r"https://|mailto:", link):
            continue
        address, _, anchor = link.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), address))
        target = target if address else uri
        by_hand = ROOT / "site" / "pages" / target.replace(".html", ".md")
        if target not in made and not by_hand.is_file():
            yield f"{link} leads to no page"
        elif anchor and (target not in made or anchor not in seen[target].ids):
            yield f"{link} leads to no place on its page"


def found_nowhere(uri: str, made: Pages, seen: Seen) -> Iterator[str]:
    page = made[uri]
    for anchor in (*(one.anchor for one in page.search), *(one.id for one in page.headings)):
        if anchor and anchor not in seen[uri].ids:
            yield f"search or contents lead to #{anchor}"
    for step in (page.previous, page.next):
        if step and step.uri not in made:
            yield f"previous or next leads to {step.uri}"


def runs_something(uri: str, _made: Pages, seen: Seen) -> Iterator[str]:
    page = seen[uri]
    yield from (f"<{tag}>" for tag in sorted(page.tags & {"script", "iframe", "object", "embed"}))
    yield from sorted(page.handlers)
    yield from (link for link in page.links if re.match(r"\s*(javascript|data|vbscript):", link))


WRONG: tuple[Callable[[str, Pages, Seen], Iterator[str]], ...] = (
    ill_formed,
    ids_used_twice,
    no_heading,
    empty,
    leads_nowhere,
    found_nowhere,
    runs_something,
)


@pytest.mark.parametrize("edition", Edition)
def test_nothing_is_wrong_with_the_pages_of_the_real_data(edition: Edition) -> None:
    assert faults(real_pages(edition)) == []


def test_nothing_is_wrong_with_the_pages_of_the_small_tree() -> None:
    assert faults(small_pages()) == []


# An audit of which every file but one can be left out.
THIN = {
    "audit.yml": """\
        title: A thin audit
        partnership: smallshire
        themes: [planning]
        status: published
        about: Whether plans came in time.
        """,
    "tool.yml": """\
        title: A thin tool
        sections:
          - id: plan
            title: The plan
            questions:
              - {ref: R1, label: In time, text: Did it come in time?, scale: yes-no}
        """,
    "findings.yml": """\
        late: {kind: strength, text: Plans came in time.}
        """,
    "recommendations.yml": """\
        go-on: {text: Go on as before.}
        """,
    "cases/a.md": """\
        ---
        ---
        A child in a busy home.
        """,
    "returns/a/police.yml": """\
        status: complete
        answers: {R1: yes}
        """,
}
ASKED = "asked: [police]\n"
NEEDS = {"returns/a/police.yml": {"tool.yml", "cases/a.md"}}


def thin_trees() -> list[tuple[str, ...]]:
    """Which files to write: all ways that hold together."""
    names = list(THIN)[1:]
    ways = chain.from_iterable(combinations(names, n) for n in range(len(names) + 1))
    return [way for way in ways if all(NEEDS.get(name, set()) <= set(way) for name in way)]


@pytest.mark.parametrize("edition", [Edition.INTRANET, Edition.PUBLIC])
@pytest.mark.parametrize(
    ("files", "asked"),
    [
        pytest.param(files, asked, id=f"{' '.join(files) or 'audit.yml'}-{asked.strip() or 'none'}")
        for files in thin_trees()
        for asked in ("", ASKED)
        # A return that nobody asked for is an error.
        if asked or files[-1:] != ("returns/a/police.yml",)
    ],
)
def test_pages_show_what_there_is(
    files: tuple[str, ...], asked: str, edition: Edition, tmp_path: Path
) -> None:
    audits = registers(tmp_path / "audits")
    for name in ("audit.yml", *files):
        file = audits / "thin" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(THIN[name]) + (asked if name == "audit.yml" else ""))
    assert faults(pages_of(audits, edition)) == []


def registers(audits: Path) -> Path:
    """The registers of the small tree, without an audit."""
    audits.mkdir()
    for file in (SMALL / "audits").glob("*.yml"):
        shutil.copy(file, audits)
    return audits


def test_there_are_pages_before_the_first_audit(tmp_path: Path) -> None:
    assert faults(pages_of(registers(tmp_path / "audits"))) == []


def thin_audit(folder: Path, *names: str) -> Path:
    """The thin audit with these files."""
    audits = registers(folder / "audits")
    for name in ("audit.yml", *names):
        file = audits / "thin" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(THIN[name]))
    return audits


def test_audit_without_answers_has_no_results_and_search_finds_its_tool(tmp_path: Path) -> None:
    made = pages_of(thin_audit(tmp_path, "tool.yml"))
    assert "audits/thin/results.html" not in made
    found = [(one.anchor, one.title, one.text) for one in made["audits/thin/tool.html"].search]
    assert found[1:] == [("r1", "R1 In time", "Did it come in time?")]


def test_search_finds_a_question_by_what_came_of_it_and_as_it_is_asked() -> None:
    anchors = {
        page: [one.anchor for one in small_pages()[f"audits/small/{page}.html"].search]
        for page in ("results", "tool")
    }
    assert anchors == {"results": ["", "r1", "r2"], "tool": ["", "r1", "r2"]}


def test_link_to_an_id_from_before_leads_to_what_has_another_now(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    for name, id_ in (("findings", "late-plans"), ("recommendations", "plan-sooner")):
        file = tmp_path / f"audits/small/{name}.yml"
        text = file.read_text(encoding="utf-8")
        with_was = text.replace(f"{id_}:\n", f"{id_}:\n  was: [before, long-before]\n", 1)
        file.write_text(with_was, encoding="utf-8")
    made = pages_of(tmp_path / "audits")
    now = {"findings": "late-plans", "recommendations": "plan-sooner"}
    for page, id_ in now.items():
        found = BeautifulSoup(made[f"audits/small/{page}.html"].html, "html.parser")
        (has,) = found.select(f"#{id_}")
        assert [one["id"] for one in has.select("span[id]")] == ["before", "long-before"], page


# Whatever an author writes is shown as text, and names things as they like.


def test_nothing_that_an_author_writes_is_run(tmp_path: Path) -> None:
    made = pages_of(hostile_tree(tmp_path))
    shown = [page for page in made.values() if "&lt;script&gt;alert(1)" in page.html]
    assert len(shown) >= len(made) - 1
    assert faults(made) == []
    assert {uri for uri, page in made.items() if "img" in see(page.html).tags} == set()


CLASHING = {
    "tool.yml": """\
        title: A tool whose names clash
        sections:
          - id: grades
            title: Grades
            about: Grades.
            questions:
              - {ref: Doubts, label: Doubts, text: Doubts?, scale: yes-no}
              - {ref: Guidance, label: Guidance, text: Guidance?, scale: yes-no}
              - {ref: Overall, label: Overall, text: Overall?, scale: yes-no}
          - id: doubts
            title: Doubts
            questions:
              - {ref: Grades, label: Grades, text: Grades?, scale: yes-no}
              - {ref: Main, label: Main, text: Main?, scale: yes-no}
          - id: overall
            title: Overall
            questions:
              - {ref: Section, label: Section, text: Section?, scale: yes-no}
        guidance: [Read it.]
        judgements:
          - {ref: Scale, label: Scale, scale: grades}
          - {ref: JP, label: Plan, scale: grades, section: doubts}
        """,
    "findings.yml": """\
        group-strengths: {kind: strength, text: One.}
        group-to-improve: {kind: worry, text: Two.}
        main: {kind: learning, text: Three.}
        """,
    "recommendations.yml": """\
        group-recommendation: {text: Do it.}
        group-action: {text: Do it again., kind: action}
        """,
    "returns/a/police.yml": """\
        status: complete
        answers: {Doubts: yes, Guidance: yes, Overall: no, Grades: no, Main: yes, Section: no}
        judgements: {Scale: good, JP: poor}
        """,
}


def test_names_that_authors_choose_do_not_clash_with_ours(tmp_path: Path) -> None:
    audits = registers(tmp_path / "audits")
    for name, text in {**THIN, **CLASHING}.items():
        file = audits / "thin" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text) + (ASKED if name == "audit.yml" else ""))
    assert faults(pages_of(audits)) == []
