"""Which scripts of a page a browser lets run."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from generator.publish.content_policy import ContentPolicy

HEAD = '<head><meta charset="utf-8"><script src="a.js"></script>'
DATA = '<script type="application/json">{"a": 1}</script>'
LOST = f'{HEAD}<script>start(new URL("/",location))</script>{DATA}</head>'
PAGE = f'{HEAD}<script>start(new URL("../..",location))</script>{DATA}</head><body>%s</body>'
OWN = 'start(new URL("../..",location))'


def sha256(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def allowed(page: str) -> list[str]:
    """What the policy that stands in a page says of scripts."""
    found = re.search(
        r'<meta charset="utf-8"><meta http-equiv="Content-S[^>]*script-src ([^;]*);', page
    )
    assert found
    return found[1].split()


def test_the_sites_own_script_is_run_by_its_hash() -> None:
    page = ContentPolicy.of(LOST).put_into(PAGE % "")
    assert allowed(page) == ["'self'", "file:", sha256(OWN)]


def test_nothing_else_is_changed() -> None:
    page = ContentPolicy.of(LOST).put_into(PAGE % "words")
    assert re.sub(r"<meta http-equiv[^>]*>", "", page) == PAGE % "words"


@pytest.mark.parametrize(
    "script",
    [
        "<script>alert(1)</script>",
        "<script\n>alert(1)</script >",
        "<SCRIPT type=module>alert(1)</SCRIPT>",
        '<script>start(new URL("https://example.org",location))</script>',
        '<script data-src="x">alert(1)</script>',
    ],
)
def test_script_that_stands_in_a_text_is_not_run_and_told(script: str) -> None:
    policy = ContentPolicy.of(LOST)
    assert allowed(policy.put_into(PAGE % script)) == ["'self'", "file:", sha256(OWN)]
    assert list(policy.refused(PAGE % script)) == ["a script"]


@pytest.mark.parametrize(
    ("html", "refused"),
    [
        ('<p style="color: red">', ["an attribute `style`"]),
        ("<p class=a\nonclick =x style=y>", ["an attribute `onclick`", "an attribute `style`"]),
        ('<a title="no one = nobody" href=x>', []),
        ("<style>p{color:red}</style>", ["a style sheet"]),
        ("<p>Once style = 1</p><code>&lt;p style=&quot;&gt;</code>", []),
    ],
)
def test_what_a_browser_will_not_heed_is_told(html: str, refused: list[str]) -> None:
    assert list(ContentPolicy.of(LOST).refused(PAGE % html)) == refused


def test_page_without_a_place_for_its_policy_is_no_page() -> None:
    with pytest.raises(ValueError, match="behind which its policy stands"):
        ContentPolicy.of(LOST).put_into("<head></head>")
