"""The Content-Security-Policy of every page: nothing runs in a browser but the site's own scripts.

It stands in the page itself, since the site is opened from folders and from servers that nobody
sets up. A script that stands in a page is let run by its hash alone. Which those are is learnt from
the page that readers get for an address that is not there: no word of the data stands on it. So a
script that somebody got into a text is not run, though it stands in the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SCRIPT: Final = re.compile(r"<script\b([^>]*)>(.*?)</script\b[^>]*>", re.DOTALL | re.IGNORECASE)
_NOT_RUN: Final = re.compile(r"""\ssrc\s*=|\stype=["']?application/json\b""", re.IGNORECASE)
_TAG: Final = re.compile(r"""<[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_VALUE: Final = re.compile(r""""[^"]*"|'[^']*'""")
_REFUSED: Final = re.compile(r"\s(style|on[a-z]+)\s*=", re.IGNORECASE)
_STYLE: Final = re.compile(r"<style\b", re.IGNORECASE)
_WAY_UP: Final = re.compile(r'new URL\("(?:/|[./]+)",location\)')
"""The one thing in which the theme's scripts differ from page to page: the way to the root."""
_CHARSET: Final = '<meta charset="utf-8">'

_DIRECTIVES: Final = (
    # A page of a folder has no origin that all browsers agree on, so its scheme is named too. On a
    # server it lets nothing in: no browser loads a file into a page of a server.
    ("default-src", "'none'"),
    ("script-src", "'self' file: {hashes}"),
    ("style-src", "'self' file:"),
    ("img-src", "'self' file: data:"),  # the theme's own icons stand in its style sheet
    ("font-src", "'self' file: data:"),  # so do the fonts for paper
    ("connect-src", "'self'"),  # search fetches its index, where there is a server
    ("worker-src", "'self'"),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),  # forms filter what is shown, and send nothing
)


@dataclass(frozen=True)
class ContentPolicy:
    """Which scripts may stand in a page."""

    own: frozenset[str]
    """The site's own, with the way to the root left out."""

    @classmethod
    def of(cls, page: str) -> ContentPolicy:
        """The one that lets run what stands in `page`, on which there is no word of the data."""
        return cls(frozenset(_without_way(script) for script in _scripts(page)))

    def put_into(self, page: str) -> str:
        """The page with its policy, before anything that could be loaded."""
        hashes = " ".join(
            dict.fromkeys(_hash(script) for script in _scripts(page) if self._is_own(script))
        )
        policy = "; ".join(f"{name} {sources}" for name, sources in _DIRECTIVES)
        content = policy.format(hashes=hashes)
        head, charset, rest = page.partition(_CHARSET)
        if not charset:
            raise ValueError(f"a page has no {_CHARSET}, behind which its policy stands")
        return (
            f'{head}{charset}<meta http-equiv="Content-Security-Policy" content="{content}">{rest}'
        )

    def refused(self, page: str) -> Iterator[str]:
        """What stands in the page and will not work in a browser, in a few words each."""
        if not all(map(self._is_own, _scripts(page))):
            yield "a script"
        if _STYLE.search(page):
            yield "a style sheet"
        if _REFUSED.search(page):
            tags = (_VALUE.sub("", tag) for tag in _TAG.findall(page))
            for name in sorted({name.lower() for tag in tags for name in _REFUSED.findall(tag)}):
                yield f"an attribute `{name}`"

    def _is_own(self, script: str) -> bool:
        return _without_way(script) in self.own


def _scripts(page: str) -> Iterator[str]:
    """The scripts that stand in a page and would be run."""
    return (found[2] for found in _SCRIPT.finditer(page) if not _NOT_RUN.search(found[1]))


def _without_way(script: str) -> str:
    return _WAY_UP.sub('new URL("",location)', script)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
