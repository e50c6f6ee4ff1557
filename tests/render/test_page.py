from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.words import case_name
from generator.render.page import relative


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "audits/index.html", "audits/index.html"),
        ("audits/index.html", "index.html", "../index.html"),
        ("audits/small/results.html", "audits/small/tool.html", "tool.html"),
        ("audits/small/results.html", "audits/small/tool.html#r1", "tool.html#r1"),
        ("audits/small/results.html", "audits/small/results.html#r1", "#r1"),
        ("audits/small/results.html", "audits/small/results.html", "results.html"),
        ("audits/small/cases/a.html", "audits/small/index.html", "../index.html"),
        (
            "audits/small/cases/a.html",
            "themes/plan.html#asked",
            "../../../themes/plan.html#asked",
        ),
        ("agencies/police.html", "audits/small/cases/a.html", "../audits/small/cases/a.html"),
    ],
)
def test_relative(here: str, target: str, link: str) -> None:
    assert relative(here, target) == link


NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
URIS = st.lists(NAMES, min_size=1, max_size=4).map(lambda parts: "/".join(parts) + ".html")


@settings(derandomize=True, deadline=None)
@given(here=URIS, target=URIS, anchor=st.just("") | NAMES.map("#{}".format))
def test_relative_leads_there_from_anywhere(here: str, target: str, anchor: str) -> None:
    root = "file:///a/shared/drive/"
    assert urljoin(root + here, relative(here, target + anchor)) == root + target + anchor


@settings(derandomize=True, deadline=None)
@given(here=URIS, target=URIS)
def test_relative_never_leaves_the_site(here: str, target: str) -> None:
    climbed = relative(here, target).count("../")
    assert climbed <= here.count("/")
    assert posixpath.basename(relative(here, target)) == posixpath.basename(target)


@pytest.mark.parametrize(
    ("id_", "name"),
    [("a", "Case A"), ("1", "Case 1"), ("b2", "Case B2"), ("winter", "Case winter")],
)
def test_name_of_a_case(id_: str, name: str) -> None:
    assert case_name(id_) == name
