"""Every kind of page in a browser, each looked at once for all that tests ask of it.

`looked` of `tests/built.py` does so once a run.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, expect

from tests.sites import EXAMPLE, REAL, Site

KINDS = {
    "home": "index.html",
    "audits": "audits/index.html",
    "overview": f"audits/{EXAMPLE}/index.html",
    "overview of printed figures": f"audits/{REAL}/index.html",
    "results": f"audits/{EXAMPLE}/results.html",
    "results as printed": f"audits/{REAL}/results.html",
    "findings": f"audits/{REAL}/findings.html",
    "recommendations": f"audits/{EXAMPLE}/recommendations.html",
    "analysis": f"audits/{EXAMPLE}/analysis.html",
    "cases": f"audits/{EXAMPLE}/cases/index.html",
    "case": f"audits/{EXAMPLE}/cases/a.html",
    "case without returns": f"audits/{REAL}/cases/a.html",
    "returns": f"audits/{EXAMPLE}/returns.html",
    "tool": f"audits/{REAL}/tool.html",
    "about": f"audits/{REAL}/about.html",
    "agencies": "agencies/index.html",
    "agency": "agencies/example-police.html",
    "themes": "themes/index.html",
    "theme": "themes/voice-and-experience.html",
    "thinnest overview": "audits/redbridge-2016-early-years/index.html",
    "results in percentages alone": "audits/cheshire-east-2015-step-down/results.html",
    "results in words": "audits/pan-bedfordshire-2020-neglect-under-ones/results.html",
    "voices of an audit": "audits/cheshire-east-2015-step-down/voices.html",
    "since last time": "audits/cheshire-east-2018-neglect/then-and-now.html",
    "kind of agency": "agencies/kind-education.html",
    "register": "recommendations/index.html",
    "questions for Boards": "recommendations/questions-for-boards.html",
    "digest": "digests/redbridge-2016-17.html",
    "voices": "voices/index.html",
    "tools": "tools/index.html",
    "compared": "comparison/index.html",
    "then and now": "audits/cheshire-east-2016-domestic-abuse/then-and-now.html",
    "own grades": f"audits/{EXAMPLE}/own-grades.html",
    "quoted as printed": "audits/redbridge-2017-multiple-needs/findings.html",
    "glossary": "glossary/index.html",
    "references": "references/index.html",
    "rules": "guides/rules.html",
    "guide": "guides/figures.html",
}
"""Pages that differ in what they hold."""
OTHERS = {
    path: path for path in ("guides/start.html", "guides/look-after-the-site.html", "404.html")
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of a folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Watched:
    """A page of the site in a browser, and what it did that it should not."""

    def __init__(self, page: Page, start: str) -> None:
        self.page = page
        self.faults: list[str] = []
        self._start = start
        page.on("console", self._said)
        page.on("pageerror", lambda one: self.faults.append(str(one)))
        page.on("dialog", self._asked)
        page.on("request", self._requested)
        page.on("requestfailed", self._failed)

    def open(self, path: str) -> Page:
        """Open a page as a double click does, or a link to a server."""
        self.page.goto(f"{self._start}/{path}")
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # nobody waits for a page that was left
            self.faults.append(f"not there: {request.url}")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((f"{self._start}/", "blob:", "data:")):
            self.faults.append(f"asked for what is outside: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def _asked(self, dialog: Dialog) -> None:
        self.faults.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


@contextmanager
def watched(
    browser: Browser, site: Site, start: str | None = None, **options: Any
) -> Iterator[Watched]:
    """A page of the site, in its folder or on a server, that has done nothing wrong by the end."""
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
    context.set_default_timeout(10_000)
    one = Watched(context.new_page(), start or site.folder.as_uri())
    yield one
    context.close()
    assert one.faults == []


# What is noted while a page loads.

NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
NOTE_SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
  if (!entry.hadRecentInput) shift += entry.value;
})).observe({type: "layout-shift", buffered: true});
"""


def moved(page: Page) -> float:
    """How much a page moved while it loaded, as browsers reckon it."""
    page.wait_for_timeout(100)
    shift: float = page.evaluate("shift")
    return round(shift, 3)


# What is asked of a page.

TOO_WIDE = """() => {
  const wide = [...document.querySelectorAll('.md-container *')].filter((one) => {
    const box = one.getBoundingClientRect();
    if (!box.width || !one.checkVisibility() || box.right <= innerWidth + 1) return false;
    for (let above = one.parentElement; above; above = above.parentElement) {
      const style = getComputedStyle(above);
      if (style.overflowX !== 'visible' || style.position === 'fixed') return false;
    }
    return getComputedStyle(one).position !== 'fixed';
  });
  const page = document.documentElement.scrollWidth;
  return [...(page > innerWidth ? [`the page: ${page}`] : []),
    ...wide.map((one) => `${one.tagName}.${one.className}: ${one.getBoundingClientRect().right}`)];
}"""
CONTRASTS = """() => {
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const painted = new Map();
  const rgba = (colour) => {
    if (!painted.has(colour)) {
      paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
      painted.set(colour, [...paint.getImageData(0, 0, 1, 1).data]);
    }
    return [...painted.get(colour)];
  };
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const over = (front, back) => front.slice(0, 3)
    .map((part, index) => (part * front[3] + back[index] * (255 - front[3])) / 255);
  const behind = (one) => {
    const layers = [];
    for (let at = one; at; at = at.parentElement) {
      layers.push(rgba(getComputedStyle(at).backgroundColor));
      if (layers.at(-1)[3] === 255) break;
    }
    return layers.reverse().reduce((back, front) => over(front, back), [255, 255, 255]);
  };
  const inked = (one) => {
    const ink = rgba(getComputedStyle(one).color);
    for (let at = one; at; at = at.parentElement) ink[3] *= Number(getComputedStyle(at).opacity);
    return ink;
  };
  const ratio = (ink, paper) => {
    const [a, b] = [light(over(ink, paper)), light(paper)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const found = {};
  const SEEN = {opacityProperty: true, visibilityProperty: true};
  const note = (name, value) => { found[name] = Math.min(found[name] ?? Infinity, value); };
  document.querySelectorAll('.bar text').forEach((text) => {
    const rect = text.parentElement.querySelector('rect');
    note(`bar ${text.parentElement.getAttribute('class')}`,
      ratio(rgba(getComputedStyle(text).fill), rgba(getComputedStyle(rect).fill)));
  });
  const walk = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const one = node.parentElement;
    if (!node.data.trim() || one.closest('svg') || !one.checkVisibility(SEEN)) continue;
    const name = `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`;
    note(name, ratio(inked(one), behind(one)));
  }
  return found;
}"""


class Looked(NamedTuple):
    """What is seen of a page, first on a wide screen and then on a phone."""

    is_headed: bool
    """Whether its heading is in sight."""
    has_font: bool
    runs_scripts: bool
    contrasts: dict[str, float]
    moved: float
    """How much it moved while it loaded, in light; in dark it moves as much."""
    violations: list[str]
    """What its own policy forbade it, on paper too."""
    too_wide: dict[str, list[str]]
    """What is too wide on phones, of pages that differ in what they hold; in dark it is as wide."""
    faults: list[str]
    """What it asked for outside of the site, and the errors that it reported."""


def look(at: Watched, path: str, scheme: str) -> Looked:
    page = at.open(path)
    is_headed = page.locator("h1").is_visible()
    has_font = page.evaluate("document.fonts.check('16px Atkinson')")
    runs_scripts = page.locator("html.js.with-script").count() == 1
    contrasts = page.evaluate(CONTRASTS)
    shift = moved(page) if scheme == "light" else 0
    page.emulate_media(media="print")
    page.emulate_media(media="screen")
    violations = page.evaluate("violations")
    asks_width = scheme == "light" and path in KINDS.values()
    too_wide = too_wide_on_phones(page) if asks_width else {}
    faults = at.faults.copy()
    at.faults.clear()
    return Looked(is_headed, has_font, runs_scripts, contrasts, shift, violations, too_wide, faults)


def too_wide_on_phones(page: Page) -> dict[str, list[str]]:
    """What is wider than a phone, than the narrowest one, and with all unfolded."""
    found = {}
    page.set_viewport_size({"width": 390, "height": 800})
    found["390"] = page.evaluate(TOO_WIDE)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found["390, unfolded"] = page.evaluate(TOO_WIDE)
    page.set_viewport_size({"width": 320, "height": 800})
    found["320, unfolded"] = page.evaluate(TOO_WIDE)
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def look_at_all(
    scheme: str, start: str, pages: dict[str, str], browser: Browser, site: Site
) -> dict[str, Looked]:
    with watched(browser, site, start, color_scheme=scheme) as one:
        one.page.add_init_script(NOTE_VIOLATIONS + NOTE_SHIFTS)
        found = {kind: look(one, path, scheme) for kind, path in pages.items()}
        expect(one.page.locator("body")).to_have_attribute(
            "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
        )
    return found
