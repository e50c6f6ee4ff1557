"""Whatever an agency sends, it ends in a return, in a diagnostic or among what is ignored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collect.arrival import Settling, arrivals, to_check
from generator.collect.opened import opened
from generator.collect.reply import replies
from generator.collect.report import report
from generator.model.as_at import NoDate
from generator.pipeline import check_with_returns
from generator.read.tree import Tree, read_tree
from tests.collect.sent import small
from tests.sites import SMALL

TEXTS = st.sampled_from(
    ["", "yes", "no", "good", "don't know", "not recorded", "R1", "a", "police"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20) | TEXTS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(TEXTS, inside, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([*small(), "good_practice", "extra"])
GROUPS = st.sampled_from(["answers", "judgements"])


@pytest.fixture(scope="module")
def tree() -> Tree:
    return read_tree(SMALL / "audits")


def everything(data: bytes, tree: Tree) -> str:
    """All that is said of a file, as the command says it."""
    file = opened(data, "a.json")
    arrived = arrivals(file.returns, tree.library, "audits", "2031-02-20")
    checked = check_with_returns(tree, to_check(arrived), NoDate("It does not matter."))
    settled = Settling(arrived, checked.diagnostics, tree).settled(lambda *_: None)
    replies([file], settled, tree.library)
    faults = [*file.faults, *(fault for one in settled for fault in one.faults)]
    said = report([file], settled, dry_run=True)
    said += "".join(f"{fault.place.where} {fault.message} {fault.tip}\n" for fault in faults)
    return said + "".join(one.written.text for one in arrived if one.written)


@settings(max_examples=60, deadline=None)
@given(changed=st.dictionaries(KEYS, VALUES, max_size=3), group=GROUPS, entry=VALUES)
def test_any_json_is_judged_without_a_traceback(
    tree: Tree, changed: dict[str, Any], group: str, entry: Any
) -> None:
    whole = small() | changed
    if isinstance(whole.get(group), dict):
        whole[group] |= {"R1": entry}
    assert everything(json.dumps(whole).encode(), tree)


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=60), at=st.integers(0, 600))
def test_any_damage_is_judged_without_a_traceback(tree: Tree, data: bytes, at: int) -> None:
    whole = json.dumps(small()).encode()
    assert everything(whole[:at] + data + whole[at + len(data) :], tree)


def marked(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a saved return, by the keys that lead to it."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from marked(one, f"{path} {key}")
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from marked(one, f"{path} {at}")
    elif isinstance(value, str):
        yield path, value


def put(value: Any, path: str, text: str) -> None:
    """Write a text at the end of the keys."""
    *keys, last = path.split()
    for key in keys:
        value = value[int(key)] if isinstance(value, list) else value[key]
    value[int(last) if isinstance(value, list) else last] = text


WHOLE = small(
    R1={"answer": "don't know", "reason": "not recorded", "comment": "A."},
    good_practice=[{"text": "Rang.", "agency": "school"}],
    extra={"inside": "a"},
)
SAID_BY_NAME = {" format", " saved", *(path for path, _ in marked(WHOLE) if path[1:6] == "asked")}
"""What fills no field of a return: which form it was, and when it was saved."""


@pytest.mark.parametrize("path", [path for path, _ in marked(WHOLE) if path not in SAID_BY_NAME])
def test_no_cell_is_lost(tree: Tree, path: str) -> None:
    whole = json.loads(json.dumps(WHOLE))
    put(whole, path, "zqzqz")
    said = everything(json.dumps(whole).encode(), tree)
    assert "zqzqz" in said or (path == " extra inside" and "extra “{inside}”" in said)
