"""Sites of the real data, each built once a session.

A test module that looks at them says `pytest_plugins = "tests.built"`.
"""

import pytest

from tests.sites import Site, built, project


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The intranet edition."""
    return built(project(tmp_path_factory.mktemp("intranet")))


@pytest.fixture(scope="session")
def public_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The public edition."""
    return built(project(tmp_path_factory.mktemp("public"), edition="public"))
