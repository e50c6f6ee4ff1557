"""Sites that many tests look at, each built once a run, whichever worker asks for it first.

A test module that looks at them says `pytest_plugins = "tests.built"`.
"""

from pathlib import Path

import pytest

from tests.conftest import Once
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
