"""What a built site must not hold is found in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.searched import must_not_be_there
from generator.model.edition import Edition

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
PUBLIC = '<meta name="edition" content="public">'


def found(folder: Path, page: str, edition: Edition | None = Edition.PUBLIC) -> list[str]:
    """What is found in a site of a good page and this one."""
    (folder / "index.html").write_text(POLICY + PUBLIC, encoding="utf-8")
    (folder / "cases").mkdir()
    (folder / "cases/a.html").write_text(page, encoding="utf-8")
    return must_not_be_there(folder, edition)


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        (POLICY + PUBLIC + "<code>{{ of(&quot;R1&quot;) }}</code>", []),
        (POLICY + PUBLIC + '{{ of("R1") }}', ["has a figure that was not filled in."]),
        (PUBLIC, ["does not say which scripts may run (Content-Security-Policy)."]),
        (
            POLICY + PUBLIC.replace("public", "restricted"),
            ["is of the edition restricted, not public."],
        ),
        (POLICY, ["is of the edition that it does not name, not public."]),
    ],
)
def test_page_is_searched(page: str, wrong: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, page) == [f"cases/a.html {one}" for one in wrong]


def test_page_of_another_edition_than_the_rest_is_found(tmp_path: Path) -> None:
    page = POLICY + PUBLIC.replace("public", "intranet")
    assert found(tmp_path, page, None) == ["cases/a.html is of the edition intranet, not public."]


def test_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to("/etc/hostname")
    assert found(tmp_path, POLICY + PUBLIC) == ["a.png is a link."]
