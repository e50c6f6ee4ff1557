from __future__ import annotations

from generator.model.record import Record, meaning


class Panel(Record):
    """Who met."""

    chair: str
    """Who led it,
    and for whom."""
    minutes: str
    members: int = 0
    """How many came."""


class LargePanel(Panel):
    members: int = 8
    """How many came, at least."""


def test_a_field_means_what_stands_below_it() -> None:
    fields = ("chair", "minutes", "members")
    assert [[meaning(one, name) for name in fields] for one in (Panel, LargePanel)] == [
        ["Who led it, and for whom.", "", "How many came."],
        ["Who led it, and for whom.", "", "How many came, at least."],
    ]


def test_a_schema_says_what_fields_mean() -> None:
    properties = LargePanel.model_json_schema()["properties"]
    assert {name: one.get("description") for name, one in properties.items()} == {
        "chair": "Who led it, and for whom.",
        "minutes": None,
        "members": "How many came, at least.",
    }
