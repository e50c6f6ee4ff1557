"""The page for an address that is not there: it helps wherever the site lies."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import Site

pytest_plugins = "tests.built"

WAYS = ["Home", "Audits", "Agencies", "Themes", "Recommendations", "More", "Guides"]


class _WithItsPage(SimpleHTTPRequestHandler):
    """Shows the site's page at each address that is not there, as servers are set up to do."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        page = Path(self.directory, "learning", "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def folder_of_a_server(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address where it is in a folder of a server, beside other sites."""
    root = tmp_path_factory.mktemp("server")
    shutil.copytree(site.folder, root / "learning")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_WithItsPage, directory=root)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/learning"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    yield page
    page.close()


def ways_on(page: Page) -> list[str]:
    return page.locator("article ul a").all_inner_texts()


@pytest.mark.parametrize("missing", ["nothing.html", "audits/old-audit/findings.html"])
def test_it_leads_on_from_every_folder_of_a_server(
    missing: str, folder_of_a_server: str, page: Page
) -> None:
    page.goto(f"{folder_of_a_server}/{missing}")
    page.wait_for_url(re.compile(r"/learning/404\.html\?asked="))
    expect(page.locator("h1")).to_have_text("This page is not here")
    expect(page.locator("[data-asked]")).to_have_text(f"You asked for {missing}.")
    assert ways_on(page) == WAYS
    page.get_by_role("link", name="Themes").last.click()
    expect(page).to_have_url(f"{folder_of_a_server}/themes/index.html")


def test_it_searches_for_the_words_of_the_address(folder_of_a_server: str, page: Page) -> None:
    page.goto(f"{folder_of_a_server}/themes/chronologies.html")
    page.get_by_role("link", name="Search the site").click()
    expect(page.locator("[data-md-component=search-query]")).to_have_value("themes chronologies")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(r"/learning/themes/history\.html"))


def test_it_works_from_a_folder(site: Site, page: Page) -> None:
    page.goto((site.folder / "404.html").as_uri())
    expect(page.locator("html.js.with-script")).to_have_count(1)
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Atkinson'))")
    expect(page.locator("[data-asked]")).to_be_hidden()
    page.get_by_role("link", name="Search the site").click()
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()
    page.keyboard.type("chronology")
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(r"/themes/history\.html"))
    assert ways_on(page) == WAYS
