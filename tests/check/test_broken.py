"""Broken trees, each with the exact text of all that is said about it.

A folder of `broken/` holds files to lay over the small tree, and `expected.txt`. A new folder is
a new test; `pytest --golden` writes what it says now.
"""

import shutil
from pathlib import Path

import pytest

from tests.check.trees import lines, small_tree

BROKEN = Path(__file__).parent / "broken"


@pytest.mark.parametrize("name", sorted(one.name for one in BROKEN.iterdir() if one.is_dir()))
def test_broken_tree(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    audits = small_tree(tmp_path)
    shutil.copytree(BROKEN / name / "audits", audits, dirs_exist_ok=True)
    said = lines(audits)
    expected = BROKEN / name / "expected.txt"
    if request.config.getoption("--golden"):
        expected.write_text(said, encoding="utf-8", newline="\n")
    if not expected.is_file():
        pytest.fail(f"there is no {name}/expected.txt yet: `make golden` writes it")
    assert said == expected.read_text(encoding="utf-8")
