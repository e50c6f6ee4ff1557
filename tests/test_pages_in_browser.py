"""The built site as readers see it: opened from a folder by double click, no server, no network."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.looked import KINDS, Looked, Watched, watched
from tests.sites import EXAMPLE, REAL, Site

pytest_plugins = "tests.built"


@pytest.fixture
def wide(browser: Browser, site: Site) -> Iterator[Watched]:
    """The real site on a wide screen."""
    with watched(browser, site) as one:
        yield one


# Every kind.


def test_no_page_asks_for_anything_outside_its_folder_or_reports_an_error(
    looked: dict[str, Looked],
) -> None:
    assert {kind: page.faults for kind, page in looked.items() if page.faults} == {}


def test_every_page_shows_its_heading_in_its_font(looked: dict[str, Looked]) -> None:
    assert [kind for kind, page in looked.items() if not (page.is_headed and page.has_font)] == []


def test_no_page_is_wider_than_a_phone(looked: dict[str, Looked]) -> None:
    """Nor than the narrowest one, nor when all that is folded is unfolded."""
    assert {
        (kind, where): wide
        for kind, page in looked.items()
        for where, wide in page.too_wide.items()
        if wide
    } == {}


def test_text_stands_out_from_what_is_behind_it(looked: dict[str, Looked]) -> None:
    tones = {name for page in looked.values() for name in page.contrasts if name.startswith("bar ")}
    assert tones == {f"bar tone-{tone}" for tone in (1, 2, 3, 4, 5)}
    assert {
        f"{kind}: {name}": round(ratio, 2)
        for kind, page in looked.items()
        for name, ratio in page.contrasts.items()
        if ratio < 4.5
    } == {}


# Search.


def search(page: Page, words: str) -> list[str]:
    """Where the results of a search lead, best first."""
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__link")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    links = page.locator(".md-search-result__link").evaluate_all("all => all.map(one => one.href)")
    return [re.sub(r"\?h=[^#]*", "", link) for link in links]


@pytest.mark.parametrize("start", ["index.html", f"audits/{EXAMPLE}/cases/b.html"])
def test_search_finds_a_question_and_lands_on_its_row(
    start: str, wide: Watched, site: Site
) -> None:
    page = wide.open(start)
    row = (site.folder / "audits" / REAL / "results.html").as_uri() + "#a7"
    assert row in search(page, "chronology")
    page.locator('.md-search-result__link[href*="#a7"]').first.click()
    page.wait_for_url(re.compile("#a7$"))
    expect(page.locator("tr#a7")).to_be_in_viewport()
    expect(page.locator("tr#a7")).to_contain_text("Up to date chronology")
    assert page.evaluate("document.querySelector(':target').id") == "a7"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "use family conferences",
            "audits/pan-bedfordshire-2020-neglect-under-ones/recommendations.html#board-family-group-conferences",
        ),
        ("lasting home", f"audits/{REAL}/recommendations.html#permanency-early"),
        ("MCHFT", "agencies/mid-cheshire-hospital.html"),
        ("duplicate-key", "guides/rules.html#duplicate-key"),
    ],
)
def test_search_finds_by_words(words: str, place: str, wide: Watched, site: Site) -> None:
    path, sharp, anchor = place.partition("#")
    assert (site.folder / path).as_uri() + sharp + anchor in search(wide.open("index.html"), words)


def test_every_search_result_leads_to_a_page(wide: Watched, site: Site) -> None:
    links = search(wide.open("index.html"), "child")
    paths = {link.partition("#")[0].removeprefix(site.folder.as_uri() + "/") for link in links}
    assert len(links) > 5
    assert sorted(paths - set(site.pages)) == []


def test_search_runs_nothing_that_an_author_wrote(browser: Browser, hostile_site: Site) -> None:
    with watched(browser, hostile_site) as one:
        page = one.open("index.html")
        search(page, "onerror")
        page.wait_for_timeout(300)
        assert page.locator(".md-search-result img").count() == 0


# Results.


def rows(page: Page) -> list[list[tuple[str, str]]]:
    """The reference and share of each row, table by table, as they stand now."""
    found: list[list[list[str]]] = page.evaluate(
        "[...document.querySelectorAll('table[data-sortable]')].map(table =>"
        " [...table.tBodies[0].rows].map(row => [row.id, row.dataset.share]))"
    )
    return [[(ref, share) for ref, share in table] for table in found]


@pytest.mark.parametrize("audit", [REAL, EXAMPLE])
def test_results_stand_lowest_first_and_back_again(audit: str, wide: Watched) -> None:
    page = wide.open(f"audits/{audit}/results.html")
    asked = rows(page)
    lowest, order = page.locator("[data-sort=share]"), page.locator("[data-sort=order]")
    lowest.click()
    shares = [[int(share) if share else 10**9 for _, share in table] for table in rows(page)]
    assert shares == [sorted(table) for table in shares]
    assert rows(page) != asked
    assert (lowest.get_attribute("aria-pressed"), order.get_attribute("aria-pressed")) == (
        "true",
        "false",
    )
    order.click()
    assert rows(page) == asked
    assert order.get_attribute("aria-pressed") == "true"


def test_row_of_a_link_is_in_sight(wide: Watched) -> None:
    page = wide.open(f"audits/{REAL}/results.html#p19")
    expect(page.locator("tr#p19")).to_be_in_viewport()


# Findings.


def shown(page: Page) -> list[str]:
    """The findings in sight."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('.finding')].filter(one => one.checkVisibility())"
        ".map(one => one.id)"
    )
    return ids


def carrying(page: Page, name: str, value: str) -> list[str]:
    ids: list[str] = page.evaluate(
        "([name, value]) => [...document.querySelectorAll('.finding')]"
        ".filter(one => one.dataset[name].split(' ').includes(value)).map(one => one.id)",
        [name, value],
    )
    return ids


AFTER = "one => getComputedStyle(one, '::after').content"


def test_figure_shows_what_it_is_taken_from_by_keyboard_by_hover_and_on_paper(
    wide: Watched,
) -> None:
    page = wide.open(f"audits/{EXAMPLE}/analysis.html")
    figure = page.locator('a.figure[href$="#r4"]').first
    basis = "R4 Neglect tool used"
    assert figure.evaluate(AFTER) == "none"
    figure.hover()
    assert figure.evaluate(AFTER) == f'"{basis}"'
    page.mouse.move(0, 0)
    figure.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # a focus that came by the keyboard
    assert figure.evaluate(AFTER) == f'"{basis}"'
    expect(figure).to_have_accessible_name(f"23% (7 of 30 returns), {basis}")
    page.emulate_media(media="print")
    assert figure.evaluate(AFTER) == '" [R4]"'
    figure.click()
    expect(page).to_have_url(re.compile(r"results\.html#r4$"))


def test_what_does_not_hold_in_a_source_is_marked_and_says_why(wide: Watched) -> None:
    page = wide.open(KINDS["quoted as printed"])
    quoted = page.locator(".quoted.doubtful")
    expect(quoted).to_have_text("four of six cases†")
    why = (
        "As printed. The digest counts out of six here, and says elsewhere that eight cases were "
        "audited."
    )
    expect(quoted).to_have_accessible_name(f"four of six cases. {why}")
    page.emulate_media(media="print")
    assert quoted.evaluate(AFTER) == f'" [{why}]"'


def test_a_recommendation_leads_to_its_grounds_and_back(wide: Watched) -> None:
    page = wide.open(f"audits/{EXAMPLE}/recommendations.html")
    page.locator("#change_not-brought summary").click()
    page.locator("#not-brought").get_by_role("link", name="Missed health appointments").click()
    finding = page.locator("#missed-appointments")
    expect(finding).to_be_in_viewport()
    finding.locator('a[href="recommendations.html#change_not-brought"]').click()
    expect(page.locator("#change_not-brought")).to_be_in_viewport()
    expect(page.locator("#change_not-brought .thread")).to_be_visible()


def test_tab_in_use_is_in_sight_on_a_phone(browser: Browser, site: Site) -> None:
    with watched(browser, site, viewport={"width": 390, "height": 844}) as one:
        page = one.open(f"audits/{EXAMPLE}/tool.html")
        expect(page.locator(".audit-tabs [aria-current=page]")).to_be_in_viewport(ratio=1)


def test_findings_are_filtered_by_theme_and_agency_and_counted(wide: Watched) -> None:
    page = wide.open(f"audits/{REAL}/findings.html")
    everything = shown(page)
    said = page.locator("form[data-filter] output")
    expect(said).to_have_text("")
    page.select_option("select[name=theme]", "planning")
    planning = shown(page)
    assert planning == carrying(page, "theme", "planning")
    expect(said).to_have_text(f"{len(planning)} of {len(everything)} shown")
    agency = "cheshire-east-social-care"
    page.select_option("select[name=agency]", agency)
    both = shown(page)
    assert both == [one for one in planning if one in carrying(page, "agency", agency)]
    expect(said).to_have_text(f"{len(both)} of {len(everything)} shown")
    assert 0 < len(planning) < len(everything)
    headings = page.locator(".group h2:visible").count()
    groups = "new Set(all.filter(one => one.checkVisibility()).map(one => one.closest('.group')))"
    assert headings == page.locator(".finding").evaluate_all(f"all => {groups}.size")
    page.select_option("select[name=agency]", "")
    page.select_option("select[name=theme]", "")
    assert shown(page) == everything
    expect(said).to_have_text("")


def test_link_to_a_finding_that_is_filtered_out_shows_it(wide: Watched) -> None:
    page = wide.open(f"audits/{REAL}/findings.html")
    page.select_option("select[name=theme]", "permanency")
    hidden = "swift-response"
    assert hidden not in shown(page)
    page.evaluate(f"location.hash = '{hidden}'")
    expect(page.locator(f"#{hidden}")).to_be_visible()
    expect(page.locator(f"#{hidden}")).to_be_in_viewport()
    expect(page.locator("select[name=theme]")).to_have_value("")
    expect(page.locator("form[data-filter] output")).to_have_text("")


@pytest.mark.parametrize("kind", ["results", "findings", "tool", "recommendations"])
def test_all_is_there_without_scripts(kind: str, browser: Browser, site: Site) -> None:
    with watched(browser, site, java_script_enabled=False) as one:
        page = one.open(KINDS[kind])
        expect(page.locator("[data-needs-script]:visible")).to_have_count(0)
        path = KINDS[kind]
        items = {"findings": ".finding", "tool": ".question"}.get(kind, "tbody tr[id]")
        assert page.locator(f"{items}:visible").count() == len(
            re.findall(
                {"findings": 'class="finding ', "tool": 'class="question'}.get(kind, "<tr id="),
                site.pages[path].html,
            )
        )


# Paper.


def outline(pdf: bytes) -> list[str]:
    """The headings of a PDF, from its bookmarks."""
    titles = re.findall(rb"/Title (?:\((.*?)(?<!\\)\)|<([0-9A-Fa-f]+)>)", pdf, re.DOTALL)
    return [
        bytes.fromhex(coded.decode()).decode("utf-16")
        if coded
        else re.sub(r"\\(.)", r"\1", plain.decode("latin-1"))
        for plain, coded in titles
    ]


@pytest.mark.parametrize(("audit", "questions"), [(REAL, 49), (EXAMPLE, 19)])
def test_printed_tool_has_every_question_and_no_navigation(
    audit: str, questions: int, wide: Watched
) -> None:
    page = wide.open(f"audits/{audit}/tool.html")
    asked = [
        " ".join(text.split())
        for text in page.locator(".question:not(.judgement) h3").all_text_contents()
    ]
    assert len(asked) == questions
    printed = [" ".join(title.split()) for title in outline(page.pdf(outline=True, tagged=True))]
    assert [title for title in printed if title in asked] == asked
    page.emulate_media(media="print")
    for gone in (".md-header", ".md-tabs", ".crumbs", ".audit-tabs", ".tools", ".md-footer"):
        expect(page.locator(f"{gone}:visible")).to_have_count(0)
    assert page.locator(".room:visible").count() >= questions
