"""Sites that many tests look at, each built once a run, whichever worker asks for it first.

So are what they look like in a browser.

A test module that looks at them says `pytest_plugins = "tests.built"`.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import Once
from tests.kinds import kind, one_of_each
from tests.looked import KINDS, OTHERS, Looked, look_at_all, served
from tests.sites import SMALL, Site, built, hostile_tree, project


def _read(site: Site) -> Site:
    """The site with its pages as a machine sees them, which takes as long as a third of a build."""
    assert site.pages
    return site


@pytest.fixture(scope="session")
def site(once: Once) -> Site:
    """The intranet edition of the real data."""
    return once("intranet", lambda folder: _read(built(project(folder))))


@pytest.fixture(scope="session")
def public_site(once: Once) -> Site:
    """The public edition of the real data."""
    return once("public", lambda folder: _read(built(project(folder, edition="public"))))


@pytest.fixture(scope="session")
def restricted_site(once: Once) -> Site:
    """The restricted edition of the real data."""
    return once("restricted", lambda folder: _read(built(project(folder, edition="restricted"))))


@pytest.fixture(scope="session")
def hostile_site(once: Once) -> Site:
    """The intranet edition of a small tree with markup and a script in every text."""

    def make(folder: Path) -> Site:
        return built(project(folder / "project", hostile_tree(folder / "tree")))

    return once("hostile", make)


@pytest.fixture(scope="session")
def small_site(once: Once) -> Site:
    """The intranet edition of the small tree."""
    return once("small", lambda folder: built(project(folder / "project", SMALL / "audits")))


@pytest.fixture(params=["light, in a folder", "dark, on a server"])
def looked(
    request: pytest.FixtureRequest, browser: Browser, site: Site, once: Once
) -> dict[str, Looked]:
    """Every kind of page, opened once in light by double click and once in dark from a server.

    Loading them takes longer than all that is asked of them.
    """

    def in_light(_: Path) -> dict[str, Looked]:
        named = set(map(kind, KINDS.values()))
        others = {of: path for of, path in one_of_each(site).items() if of not in named}
        return look_at_all("light", site.folder.as_uri(), KINDS | others, browser, site)

    def in_dark(_: Path) -> dict[str, Looked]:
        with served(site.folder) as start:
            return look_at_all("dark", start, KINDS | OTHERS, browser, site)

    if request.param.startswith("light"):
        return once("looked-at-in-light", in_light)
    return once("looked-at-in-dark", in_dark)
