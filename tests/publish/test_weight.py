"""That pages stay light, and that the site holds nothing that no page loads."""

from __future__ import annotations

from tests.sites import Site

pytest_plugins = "tests.built"

MOST = 60 * 1024
"""Bytes of its own HTML that a page may have: what stands between the frame of the theme."""

TOO_HEAVY = {
    "audits/cheshire-east-2015-step-down/findings.html",
    "guides/rules.html",
}
"""Pages that are known to have more: each goes from here when it is made lighter."""


def test_a_page_has_at_most_sixty_kilobytes_of_its_own(site: Site) -> None:
    heavy = {path for path, page in site.pages.items() if len(own(page.html).encode()) > MOST}
    assert heavy == TOO_HEAVY


def own(html: str) -> str:
    """What a page says itself: its article."""
    return html[html.find("<article") : html.rfind("</article>")]


def test_the_site_holds_no_source_maps_and_no_languages_that_nobody_reads(site: Site) -> None:
    unused = (".map", "lunr.stemmer.support.min.js", "tinyseg.js", "wordcut.js")
    held = [path for path in site.files if path.endswith(unused) or "/lunr/" in path]
    assert held == []
