"""The built site: what it holds, what it asks for, and that it comes out the same each time."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote, urljoin

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from tests.conftest import Once
from tests.sites import (
    EARLIER,
    EXAMPLE,
    REAL,
    ROOT,
    SMALL,
    Site,
    built,
    fetched_by_css,
    mkdocs,
    project,
)

pytest_plugins = "tests.built"

MADE_UP = (f"audits/{EXAMPLE}/", f"audits/{EARLIER}/", "agencies/example-")
EDITIONS = ["site", "public_site"]


@pytest.fixture(params=EDITIONS)
def any_site(request: pytest.FixtureRequest) -> Site:
    """Each edition in turn."""
    built_site = request.getfixturevalue(request.param)
    assert isinstance(built_site, Site)
    return built_site


def test_build_says_nothing_but_that_it_builds(any_site: Site) -> None:
    said = [line for line in any_site.said.splitlines() if not line.startswith("INFO    -  ")]
    assert said == []


def test_every_page_is_well_formed(any_site: Site) -> None:
    assert {path: page.faults for path, page in any_site.pages.items() if page.faults} == {}


def test_every_id_stands_once_on_its_page(any_site: Site) -> None:
    assert {
        path: sorted({one for one in page.ids if page.ids.count(one) > 1})
        for path, page in any_site.pages.items()
        if len(page.ids) != len(set(page.ids))
    } == {}


def test_every_page_has_one_first_heading(any_site: Site) -> None:
    assert {
        path: page.html.count("<h1")
        for path, page in any_site.pages.items()
        if page.html.count("<h1") != 1
    } == {}


def test_every_page_has_a_title_of_its_own(any_site: Site) -> None:
    titles: dict[str, list[str]] = {}
    for path, page in any_site.pages.items():
        found = re.search(r"<title>(.*?)</title>", page.html)
        titles.setdefault(found[1] if found else "", []).append(path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def is_elsewhere(address: str) -> bool:
    return re.match(r"\s*([a-z][a-z0-9+.-]*:)?//", address, re.IGNORECASE) is not None


def test_no_page_asks_the_network_for_anything(any_site: Site) -> None:
    assert {
        path: [asked for asked in page.asks if is_elsewhere(asked)]
        for path, page in any_site.pages.items()
        if any(is_elsewhere(asked) for asked in page.asks)
    } == {}


def test_no_style_sheet_asks_the_network_for_anything(any_site: Site) -> None:
    sheets = {path: data for path, data in any_site.files.items() if path.endswith(".css")}
    assert len(sheets) >= 3
    assert {
        path: [asked for asked in fetched_by_css(data.decode()) if is_elsewhere(asked)]
        for path, data in sheets.items()
        if any(is_elsewhere(asked) for asked in fetched_by_css(data.decode()))
    } == {}


def test_everything_that_a_page_asks_for_is_there(any_site: Site) -> None:
    missing = []
    for path, page in any_site.pages.items():
        for asked in page.asks:
            if not asked.startswith(("data:", "#")):
                address = urljoin(f"https://site/{path}", re.split("[?#]", asked)[0])
                if address.removeprefix("https://site/") not in any_site.files:
                    missing.append(f"{path}: {asked}")
    assert missing == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_page_of_a_made_up_audit_says_so(
    edition: str, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(edition)
    said = {path: "Made-up data." in page.text for path, page in site.pages.items()}
    made_up = {path for path in said if path.startswith(MADE_UP)}
    assert len(made_up) > 25
    assert {path for path, says in said.items() if says} == made_up


def test_whatever_a_shared_page_takes_from_a_made_up_audit_is_marked(any_site: Site) -> None:
    """In the very item, or in the heading of what it stands in; not on pages of the made up."""
    unmarked = []
    for path, page in any_site.ours.items():
        if path.startswith(MADE_UP) or not any(f"{of}/" in page.html for of in (EXAMPLE, EARLIER)):
            continue
        to_them = f'a[href*="{EXAMPLE}/"], a[href*="{EARLIER}/"]'
        for link in BeautifulSoup(page.html, "html.parser").select(to_them):
            items = link.find_parents(["li", "tr", "p", "blockquote", "article"])
            named = [
                one.find(["h2", "h3", "summary", "caption", "p"])
                for one in link.find_parents(["section", "details", "table", "figure"])
            ]
            if not any(one.select(".made-up-mark") for one in [*items[:2], *named] if one):
                unmarked.append(f"{path}: {link.get_text()}")
    assert unmarked == []


def part(html: str, opening: str, closing: str) -> BeautifulSoup:
    """The only such part of a page: all of it takes ten times as long to read."""
    (found,) = re.findall(f"{opening}.*?{closing}", html, re.DOTALL)
    return BeautifulSoup(found, "html.parser")


TABS = {
    **dict.fromkeys(("audits", "digests"), "Audits"),
    **{"agencies": "Agencies", "themes": "Themes", "recommendations": "Recommendations"},
    **{"still-to-do": "Recommendations", "discussion": "Themes"},
    **{"guides": "Guides", "about": "Guides", "index.html": "Home"},
}


def test_tab_of_its_section_is_marked_on_every_page(any_site: Site) -> None:
    wrong = []
    for path, page in any_site.pages.items():
        tabs = part(page.html, '<nav class="md-tabs"', "</nav>").select(".md-tabs__item--active")
        wanted = [] if path == "404.html" else [TABS.get(path.partition("/")[0], "More")]
        if [tab.get_text(strip=True) for tab in tabs] != wanted:
            wrong.append(path)
    assert wrong == []


def test_every_page_leads_on_to_a_next_one(any_site: Site) -> None:
    """All but the last of the site, and what stands for a page that is not there."""
    without = {
        path
        for path, page in any_site.pages.items()
        if not part(page.html, '<footer class="md-footer"', "</footer>").select(
            ".md-footer__link--next"
        )
    }
    assert without == {"404.html", "guides/accessibility.html"}


# Search.


def search_index(site: Site) -> list[dict[str, str]]:
    docs = json.loads(site.files["search/search_index.json"])["docs"]
    assert isinstance(docs, list)
    return docs


def test_search_leads_to_what_is_there(any_site: Site) -> None:
    nowhere = []
    for entry in search_index(any_site):
        path, _, anchor = entry["location"].partition("#")
        page = any_site.pages.get(path)
        if page is None or (anchor and anchor not in page.ids):
            nowhere.append(entry["location"])
    assert nowhere == []


def test_search_knows_the_page_of_every_place_it_leads_to(any_site: Site) -> None:
    """Material shows a place below its page, and links to `undefined` where it has none."""
    locations = [entry["location"] for entry in search_index(any_site)]
    pages = {location for location in locations if "#" not in location}
    assert {location.partition("#")[0] for location in locations} - pages == set()
    assert len(locations) == len(set(locations))


def test_search_finds_every_question_finding_and_recommendation(site: Site) -> None:
    found = {entry["location"]: entry["title"] for entry in search_index(site)}
    wanted: dict[str, str] = {}
    for audit in (REAL, EXAMPLE):
        folder = ROOT / "audits" / audit
        for ref in re.findall(r"- ref: (\w+)\n +label: ", (folder / "tool.yml").read_text("utf-8")):
            if not ref.startswith("J"):
                wanted[f"audits/{audit}/results.html#{ref.lower()}"] = ref
        for page in ("findings", "recommendations"):
            text = (folder / f"{page}.yml").read_text("utf-8")
            for name in re.findall(r"^([a-z0-9-]+):", text, re.MULTILINE):
                wanted[f"audits/{audit}/{page}.html#{name}"] = name
    assert len(wanted) > 49 + 19 + 50
    assert set(wanted) - set(found) == set()


def test_search_says_of_which_audit_and_whether_it_is_made_up(site: Site) -> None:
    titles = {entry["location"]: entry["title"] for entry in search_index(site)}
    assert {audit: titles[f"audits/{audit}/results.html"] for audit in (REAL, EXAMPLE)} == {
        REAL: "Results · Children living with domestic abuse",
        EXAMPLE: "Results · Neglect and school (made up)",
    }


def test_search_works_from_a_shared_drive(site: Site) -> None:
    script = site.files["search/search_index.js"].decode()
    data = script.partition("=")[2].strip().removesuffix(";")
    assert json.loads(data)["docs"] == search_index(site)


# Editing.


def test_where_no_forge_is_named_no_page_leads_to_one(any_site: Site) -> None:
    """`git.example.org` in `mkdocs.yml` is nobody's; with a real one: `test_suggesting.py`."""
    assert [path for path, page in any_site.pages.items() if "git.example.org" in page.html] == []


# What authors write.


def test_nothing_that_an_author_writes_is_run(hostile_site: Site) -> None:
    site = hostile_site
    shown = [path for path, page in site.ours.items() if "<script>alert(1)</script>" in page.text]
    assert len(shown) >= len(site.ours) - 1
    assert {path: page.faults for path, page in site.pages.items() if page.faults} == {}
    assert [path for path, page in site.pages.items() if "<script>alert" in page.html] == []
    assert [path for path, page in site.pages.items() if "onerror" in page.handlers] == []


def test_search_shows_what_an_author_writes_and_runs_nothing(hostile_site: Site) -> None:
    entries = [entry for entry in search_index(hostile_site) if "alert" in entry["title"]]
    assert len(entries) > 5
    assert [one for one in entries if "<" in one["title"] + one["text"]] == []


# Pictures.

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def photograph() -> bytes:
    """One that says who took it."""
    exif = Image.Exif()
    exif[0x013B] = "CANARY"
    file = io.BytesIO()
    Image.new("RGB", (8, 4)).save(file, "JPEG", exif=exif)
    return file.getvalue()


def with_pictures(once: Once, edition: str) -> Site:
    """The small tree with a picture in a finding, the analysis, a case, a return, and in none."""
    return once(f"pictures-{edition}", lambda folder: built(pictured(folder / "project", edition)))


def pictured(folder: Path, edition: str) -> Path:
    made = project(folder, SMALL / "audits", edition)
    audit = made / "audits" / "small"
    (audit / "analysis").mkdir()
    for path in ("plan.png", "analysis/plan b.png", "cases/home.png", "returns/a/form.png"):
        (audit / path).write_bytes(PIXEL)
    (audit / "unused.png").write_bytes(PIXEL)
    # As a Mac stores the name, and as one types it.
    (audit / "analysis" / normalize("NFD", "café.jpg")).write_bytes(photograph())
    (audit / "analysis" / "plans.md").write_text(
        "---\ntitle: Plans\norder: 1\n---\n![Plans](<plan b.png>) ![So](café.jpg)\n",
        encoding="utf-8",
    )
    for path, old, new in (
        ("findings.yml", "Plans came late.", "Late ![so](plan.png)."),
        ("cases/a.md", "A child in", "![Home](home.png) A child in"),
        ("returns/a/police.yml", "R1: no", "R1: {answer: no, comment: '![form](form.png)'}"),
    ):
        text = (audit / path).read_text(encoding="utf-8")
        (audit / path).write_text(text.replace(old, new), encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("edition", "names"),
    [
        ("intranet", ["analysis/plan b.png", "cases/home.png", "plan.png", "returns/a/form.png"]),
        ("public", ["analysis/plan b.png", "plan.png"]),
    ],
)
def test_site_holds_the_pictures_that_its_pages_show(
    edition: str, names: list[str], once: Once
) -> None:
    site = with_pictures(once, edition)
    published = {path for path in site.files if path.startswith("audits/") and "html" not in path}
    assert published == {f"audits/small/{name}" for name in [*names, "analysis/café.jpg"]}
    shown = {
        unquote(urljoin(f"https://site/{path}", asked)).removeprefix("https://site/")
        for path, page in site.ours.items()
        for asked in page.asks
        if asked.endswith((".png", ".jpg"))
    }
    assert shown - {"assets/images/favicon.png"} == published


def test_published_picture_does_not_say_who_took_it(once: Once) -> None:
    site = with_pictures(once, "public")
    assert b"CANARY" in photograph()
    assert b"CANARY" not in site.files["audits/small/analysis/café.jpg"]


# The same each time.


def test_build_is_the_same_whatever_the_surroundings(site: Site, tmp_path: Path) -> None:
    folder = project(tmp_path / "elsewhere")
    surroundings = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "1031",
        "COLUMNS": "40",
    }
    done = mkdocs(folder, "build", "--strict", **surroundings)
    assert done.returncode == 0, done.stderr
    other = Site(folder / "build" / "site", "").files
    assert sorted(other) == sorted(site.files)
    assert [path for path, data in other.items() if data != site.files[path]] == []


# The navigation.


def with_audits(folder: Path, count: int) -> Path:
    """A project with the small audit so many times."""
    made = project(folder, SMALL / "audits")
    for number in range(1, count):
        copy = made / "audits" / f"copy-{number}"
        shutil.copytree(SMALL / "audits" / "small", copy)
    return made


def navigation(site: Site, path: str) -> list[str]:
    return re.findall(r'<a [^>]*class="md-(?:nav|tabs)__link[^>]*>', site.pages[path].html)


def test_navigation_does_not_grow_with_the_audits(tmp_path: Path) -> None:
    few = built(with_audits(tmp_path / "few", 2))
    many = built(with_audits(tmp_path / "many", 8))
    assert len(many.pages) > len(few.pages) + 50
    for path in ("audits/small/results.html", "audits/small/cases/a.html", "guides/start.html"):
        assert navigation(many, path) == navigation(few, path) != []
    path = "audits/small/results.html"
    assert len(many.pages[path].html) == len(few.pages[path].html)


# A tree with errors.


def test_errors_in_the_data_leave_the_last_good_site_as_it_was(
    small_site: Site, tmp_path: Path
) -> None:
    folder = shutil.copytree(small_site.folder.parents[1], tmp_path / "project")
    before = Site(folder / "build" / "site", "").files
    assert before == small_site.files
    tool = folder / "audits" / "small" / "tool.yml"
    tool.write_text(
        tool.read_text("utf-8").replace("label: Plan came", "lable: Plan came"), "utf-8"
    )
    done = mkdocs(folder, "build", "--strict")
    assert done.returncode == 1
    assert done.stderr.startswith(
        """\
error[unknown-key]: `lable` is not known here
 --> audits/small/tool.yml:7:9
  |
7 |         lable: Plan came in time
  |         ^^^^^
  |
  = tip: Did you mean `label`?

Found 1 error in 1 file.
"""
    )
    assert "1 error in the data: nothing was built, and the last site is as it was." in done.stderr
    assert Site(folder / "build" / "site", "").files == before


def test_project_without_a_date_says_how_to_give_one(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", SMALL / "audits")
    config = folder / "mkdocs.yml"
    config.write_text(re.sub(r"\n +as_at: .*", "", config.read_text("utf-8")), "utf-8")
    done = mkdocs(folder, "build", "--strict", GIT_DIR=str(tmp_path / "none"))
    assert done.returncode == 1
    assert "Write `as_at: 2026-11-21`, with your date, under `audits` in mkdocs.yml." in done.stderr
