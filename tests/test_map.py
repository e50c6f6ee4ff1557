"""The map of the code in CONTRIBUTING.md, against the floors that the imports are held to."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def floors_on_the_map() -> list[list[str]]:
    """The floors from the top, each with what stands on it, as the map draws them."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    maps = [block for block in blocks if re.search(r"^\w+ +\| +\w+ {2,}\S", block, re.MULTILINE)]
    assert len(maps) == 1, f"CONTRIBUTING.md has {len(maps)} maps, and should have one"
    lines = maps[0].splitlines()
    return [re.split(r" *\| *", re.split(r" {2,}", line)[0]) for line in lines]


def floors_of_the_contract() -> list[list[str]]:
    """The floors from the top, as pyproject.toml has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = [one["layers"] for one in contracts if one["type"] == "layers"]
    assert len(layers) == 1
    return [
        [part.strip().removeprefix("generator.") for part in floor.split("|")]
        for floor in layers[0]
    ]


def test_map_shows_the_floors_in_their_order() -> None:
    assert floors_on_the_map() == floors_of_the_contract()


def test_everything_in_the_generator_stands_on_a_floor() -> None:
    parts = {
        path.stem
        for path in (ROOT / "generator").iterdir()
        if (path.suffix == ".py" and path.stem != "__init__") or (path / "__init__.py").is_file()
    }
    assert {part for floor in floors_on_the_map() for part in floor} == parts


def test_map_says_what_each_floor_does() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for floor in floors_on_the_map():
        assert re.search(rf"^{re.escape(' | '.join(floor))} {{2,}}\S", text, re.MULTILINE), floor
