"""Whatever stands in a file, reading and checking end with diagnostics and never with an error."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.check.trees import SMALL, faults, small_tree

PATHS = sorted(str(file.relative_to(SMALL)) for file in SMALL.rglob("*.*") if file.is_file())
TEXTS = {path: (SMALL / path).read_text(encoding="utf-8") for path in PATHS}

# Words that mean something somewhere, so that what is drawn gets past the first look at it.
WORDS = sorted({word for text in TEXTS.values() for word in text.replace(":", " ").split()})
SCALARS = st.sampled_from(["", "-1", "11", "blank", "don't know", '{{ of("R1") }}', *WORDS])
VALUES = st.recursive(
    st.none() | st.booleans() | SCALARS | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def audits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One tree for all examples: each puts back what it broke."""
    return small_tree(tmp_path_factory.mktemp("tree"))


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A file after a few slips: lines lost, doubled, moved to the side, with another value."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[at].partition(":")
        value = yaml.safe_dump(draw(VALUES), default_flow_style=True).strip()
        lines[at : at + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [lines[at]] * 2,
                    ["  " + lines[at]],
                    [lines[at][2:]],
                    [key + colon, " " + value],
                ]
            )
        )
        lines = lines or [""]
    return "\n".join(lines)


@settings(deadline=None)
@given(data=st.data(), path=st.sampled_from(PATHS))
def test_slips(audits: Path, data: st.DataObject, path: str) -> None:
    assert_judged(audits, path, data.draw(edited(TEXTS[path])).encode())


@settings(deadline=None)
@given(value=VALUES, path=st.sampled_from(PATHS))
def test_other_data(audits: Path, value: object, path: str) -> None:
    assert_judged(audits, path, yaml.safe_dump(value, allow_unicode=True).encode())


@settings(deadline=None)
@given(data=st.binary(max_size=60), path=st.sampled_from(PATHS))
def test_any_bytes(audits: Path, data: bytes, path: str) -> None:
    assert_judged(audits, path, data)


def assert_judged(audits: Path, path: str, data: bytes) -> None:
    file = audits.parent / path
    file.write_bytes(data)
    try:
        found = faults(audits)
    finally:
        file.write_text(TEXTS[path], encoding="utf-8", newline="")
    assert list(found) == sorted(found)
    assert all(one.message and one.tip and one.place.path for one in found)
    assert len(set(found)) == len(found)
