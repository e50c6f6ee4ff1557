from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.aggregate.tidy import TidyRow
from generator.model.edition import Edition
from generator.model.record import meaning
from generator.region.export import NotOursError, export
from generator.region.files import FORMATS
from generator.region.package import data_package
from tests.aggregate.audits import small
from tests.region.trees import table


def test_description_of_a_table(tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    file.write_bytes(b"abc")
    made = data_package(file, "csv", Edition.PUBLIC)
    (resource,) = made["resources"]
    fields = resource["schema"].pop("fields")
    assert (made["title"], resource["path"], resource["mediatype"], resource["encoding"]) == (
        "Answers of all audits, public edition",
        "answers.csv",
        "text/csv",
        "utf-8",
    )
    assert (resource["bytes"], resource["hash"]) == (
        3,
        # The example of FIPS 180-2, B.1.
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    )
    assert resource["schema"] == {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "missingValues": [""],
        "uniqueKeys": [["audit", "asked", "question", "agency_kind", "measure", "answer", "unit"]],
    }
    assert [field["name"] for field in fields] == list(TidyRow.model_fields)
    assert {field["name"]: field for field in fields}["made_up"] == {
        "name": "made_up",
        "type": "boolean",
        "description": "Whether the audit is made up, to show how it is done.",
        "trueValues": ["yes"],
        "falseValues": ["no"],
        "constraints": {"required": True},
    }


def test_meanings_are_those_of_the_model(tmp_path: Path) -> None:
    (tmp_path / "a.json").touch()
    made = data_package(tmp_path / "a.json", "json", Edition.INTRANET)
    fields = made["resources"][0]["schema"]["fields"]
    assert [field["description"] for field in fields] == [
        meaning(TidyRow, name) for name in TidyRow.model_fields
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_an_export_is_a_table_and_what_describes_it(format_: str, tmp_path: Path) -> None:
    file = export(table(small()), tmp_path / "out", format_, Edition.INTRANET)
    assert file == tmp_path / "out" / f"answers.{format_}"
    assert sorted(one.name for one in tmp_path.rglob("*")) == [
        f"answers.{format_}",
        "datapackage.json",
        "out",
    ]
    described = json.loads((tmp_path / "out/datapackage.json").read_text("utf-8"))
    assert described == data_package(file, format_, Edition.INTRANET)


def test_an_export_leaves_nothing_of_an_earlier_one(tmp_path: Path) -> None:
    export(table(small()), tmp_path / "out", "json", Edition.RESTRICTED)
    export(table(small(), Edition.PUBLIC), tmp_path / "out", "csv", Edition.PUBLIC)
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "answers.csv",
        "datapackage.json",
    ]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "audits").mkdir()
    (tmp_path / "audits/themes.yml").write_text("", "utf-8")
    with pytest.raises(NotOursError, match=r"audits holds themes.yml, which no export wrote"):
        export(table(small()), tmp_path / "audits", "csv", Edition.INTRANET)
    assert [one.name for one in tmp_path.rglob("*")] == ["audits", "themes.yml"]


def test_an_export_that_fails_leaves_the_last_one(tmp_path: Path) -> None:
    file = export(table(small()), tmp_path / "out", "json", Edition.INTRANET)
    before = file.read_bytes()

    def cut_off() -> Iterator[TidyRow]:
        yield from table(small())
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        export(cut_off(), tmp_path / "out", "json", Edition.INTRANET)
    assert file.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
