"""What comes out of a printer: few sheets, nothing cut off, and each says what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.sites import Site

pytest_plugins = "tests.built"

EXAMPLE = "audits/example-2026-neglect-and-school"
SHEETS = {
    "index.html": 4,
    f"{EXAMPLE}/index.html": 3,
    f"{EXAMPLE}/results.html": 12,
    f"{EXAMPLE}/findings.html": 5,
    f"{EXAMPLE}/recommendations.html": 4,
    f"{EXAMPLE}/then-and-now.html": 8,
    f"{EXAMPLE}/own-grades.html": 3,
    f"{EXAMPLE}/cases/a.html": 4,
    f"{EXAMPLE}/returns.html": 1,
    f"{EXAMPLE}/tool.html": 8,
    f"{EXAMPLE}/about.html": 2,
    "audits/cheshire-east-2015-step-down/results.html": 10,
    "recommendations/index.html": 8,
    "themes/neglect.html": 4,
    "agencies/kind-education.html": 4,
    "agencies/example-police.html": 4,
    "voices/index.html": 8,
}
"""The most sheets of A4 that each kind of page takes."""

WIDTH = 680
"""The pixels of CSS between margins of 15 mm on A4."""

NEAR_EMPTY = 60
"""As many signs at least stand on each sheet."""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(color_scheme="dark", viewport={"width": WIDTH, "height": 960})
    yield page
    page.close()


@pytest.mark.parametrize("path", SHEETS)
def test_a_page_takes_few_sheets_none_of_them_near_empty(path: str, site: Site, tab: Page) -> None:
    tab.emulate_media(media=None)
    tab.goto((site.folder / path).as_uri())
    sheets = PdfReader(BytesIO(tab.pdf(prefer_css_page_size=True))).pages
    texts = [sheet.extract_text() for sheet in sheets]
    assert len(texts) <= SHEETS[path]
    assert [number for number, text in enumerate(texts, 1) if len(text) < NEAR_EMPTY] == []
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in sheets} == {
        (595, 842)
    }


@pytest.mark.parametrize("path", SHEETS)
def test_on_paper_nothing_is_wider_than_the_sheet(path: str, site: Site, tab: Page) -> None:
    tab.goto((site.folder / path).as_uri())
    tab.emulate_media(media="print")
    assert (
        tab.evaluate(
            """width => [...document.querySelectorAll(".md-content *")]
            .filter((one) => one.getBoundingClientRect().right > width + 1)
            .map((one) => one.outerHTML.slice(0, 80))""",
            WIDTH,
        )
        == []
    )


def test_a_sheet_says_first_what_it_is_of(site: Site, tab: Page) -> None:
    tab.emulate_media(media=None)
    tab.goto((site.folder / EXAMPLE / "results.html").as_uri())
    first = PdfReader(BytesIO(tab.pdf(prefer_css_page_size=True))).pages[0].extract_text()
    assert " ".join(first.split()).startswith(
        "Neglect and school, Exampleshire · 11 June 2026 · intranet edition · as at "
    )
    assert f"{EXAMPLE}/results.html" in first.replace("\n", "")


COLOURS = """() => Object.fromEntries([".md-typeset", ".do-box", ".made-up", ".do-box li"].map(
    (which) => {
      const style = getComputedStyle(document.querySelector(which));
      return [which, [style.color, style.backgroundColor]];
    }))"""


def test_paper_is_light_also_where_the_screen_is_dark(site: Site, browser: Browser) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto((site.folder / EXAMPLE / "index.html").as_uri())
        page.emulate_media(media="print")
        page.wait_for_timeout(300)  # colours fade over
        colours[scheme] = page.evaluate(COLOURS)
        page.close()
    assert colours["dark"] == colours["light"]


def test_what_is_folded_on_the_screen_stays_so_on_paper(site: Site, tab: Page) -> None:
    tab.emulate_media(media=None)
    tab.goto((site.folder / EXAMPLE / "results.html").as_uri())
    question = "".join(tab.locator("#r1 details p").first.text_content().split())  # type: ignore[union-attr]
    shut = printed(tab)
    tab.locator("#r1 summary").click()
    assert (question in shut, question in printed(tab)) == (False, True)


def printed(tab: Page) -> str:
    """All that stands on the sheets, without spaces, which a PDF does not keep."""
    sheets = PdfReader(BytesIO(tab.pdf(prefer_css_page_size=True))).pages
    return "".join("".join(sheet.extract_text().split()) for sheet in sheets)


def test_paper_has_the_letters_of_the_site(site: Site, tab: Page) -> None:
    tab.emulate_media(media=None)
    tab.goto((site.folder / EXAMPLE / "index.html").as_uri())
    sheets = PdfReader(BytesIO(tab.pdf(prefer_css_page_size=True))).pages
    fonts = [
        font.get_object()
        for sheet in sheets
        for font in sheet["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    named = {
        font["/FontDescriptor"].get_object()["/FontName"].partition("+")[2]
        if "/FontDescriptor" in font
        else font["/BaseFont"]
        for font in fonts
    }
    assert named <= {f"AtkinsonHyperlegibleNext-{style}" for style in ("Regular", "Italic")}
