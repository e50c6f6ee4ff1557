import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
SITE = (ROOT / "requirements.txt").read_text("utf-8")
TEST = (ROOT / "requirements-test.txt").read_text("utf-8")


def locked(text: str) -> list[Requirement]:
    return [Requirement(line.rstrip(" \\")) for line in re.findall(r"^[a-z].*$", text, re.M)]


def versions(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pin in locked(text):
        found.setdefault(pin.name, set()).update(part.version for part in pin.specifier)
    return found


def test_tests_get_the_versions_that_the_site_gets() -> None:
    assert {str(pin) for pin in locked(SITE)} <= {str(pin) for pin in locked(TEST)}


@pytest.mark.parametrize("text", [SITE, TEST], ids=["site", "test"])
def test_a_lock_has_pins_and_hashes_and_says_nothing_of_where_it_was_made(text: str) -> None:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    kinds = r"[a-z0-9-]+==[\w.]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
    assert [line for line in lines if not re.fullmatch(kinds, line)] == []
    assert "://" not in text


def test_the_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    asked = [*project["project"]["dependencies"], *groups["site"]]
    tools = [entry for entry in groups["test"] if isinstance(entry, str)]
    for text, requirements in [(SITE, asked), (TEST, [*asked, *tools])]:
        pins = versions(text)
        for requirement in map(Requirement, requirements):
            pinned = pins.get(canonicalize_name(requirement.name), set())
            assert pinned, f"{requirement.name} is not locked: `make lock`"
            assert all(requirement.specifier.contains(version) for version in pinned)
