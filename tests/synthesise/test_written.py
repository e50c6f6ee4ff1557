"""What is written of a made-up audit is read back as it was."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.read import yaml
from generator.synthesise.written import yaml_text

WORDS = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u0085\u2028\u2029"),
    min_size=1,
    max_size=12,
)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
ITEMS = TEXTS | st.dictionaries(KEYS, TEXTS, min_size=1, max_size=3)
RECORDS = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS | st.lists(ITEMS, min_size=1, max_size=4),
        lambda held: st.dictionaries(KEYS, held, min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=4,
)


@given(RECORDS)
def test_what_is_written_is_read_back(record: dict[str, Any]) -> None:
    parsed = yaml.parse(yaml_text("return", record))
    assert (list(parsed.faults), parsed.root) == ([], record)


def test_as_people_type_it() -> None:
    record = {
        "status": "complete",
        "note": "Answered from one of two systems. What is kept in the other was not looked at, "
        'which {{ of("R1") }} shows.',
        "judgements": {"JR": "sound", "JA": {"grade": "weak", "comment": "Late: no plan."}},
        "good_practice": [{"text": "Rang twice.", "agencies": ["a-police", "a-school"]}],
        "left_out": None,
    }
    assert yaml_text("return", record, deep=2) == (
        "# yaml-language-server: $schema=../../../../schema/return.schema.json\n"
        "status: complete\n"
        "note: >-\n"
        "  Answered from one of two systems. What is kept in the other was not looked at, which\n"
        '  {{ of("R1") }} shows.\n'
        "judgements:\n"
        "  JR: sound\n"
        "  JA:\n"
        "    grade: weak\n"
        '    comment: "Late: no plan."\n'
        "good_practice:\n"
        "  - text: Rang twice.\n"
        "    agencies: [a-police, a-school]\n"
    )
