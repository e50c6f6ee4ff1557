import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.diagnostics import Diagnostic, sarif
from tests.diagnostics.faults import (
    AT_ROOT,
    ERROR,
    HOSTILE,
    MIXED,
    NOTE,
    REMARK,
    WARNING,
)

SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text("utf-8"))


def log_of(*diagnostics: Diagnostic) -> Any:
    return json.loads(sarif.write(diagnostics, AT_ROOT))


def test_a_result_a_fault_with_its_rule() -> None:
    assert sarif.write([ERROR], AT_ROOT) == (
        r"""{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "audits",
          "rules": [
            {
              "id": "unknown-key",
              "shortDescription": {
                "text": "A key that no one knows is a fault."
              },
              "fullDescription": {
                "text": "A key that no one knows is a fault."
              },
              "help": {
                "text": "A key that no one knows\nis a fault.\n\nIt would be dropped in silence.",
                "markdown": "A key that no one knows\nis a fault.\n\nIt would be dropped in silence."
              },
              "defaultConfiguration": {
                "level": "error"
              }
            }
          ]
        }
      },
      "columnKind": "unicodeCodePoints",
      "results": [
        {
          "ruleId": "unknown-key",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "`titel` is not known here. Did you mean `title`?"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "audits/small/audit.yml"
                },
                "region": {
                  "startLine": 3,
                  "startColumn": 1,
                  "endColumn": 6
                }
              }
            }
          ],
          "partialFingerprints": {
            "ruleFileMessage/v1": "448fe83482b7d2bf4ef0777b7f776a684ee5eac6c085c217c0f975f616547d12"
          }
        }
      ]
    }
  ]
}
"""  # noqa: E501
    )


@pytest.mark.parametrize("diagnostics", [[], [ERROR], [WARNING], [NOTE], [*MIXED, HOSTILE]])
def test_valid_by_the_schema_of_2_1_0(diagnostics: list[Diagnostic]) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(log_of(*diagnostics))


def test_only_broken_rules_are_listed_and_results_point_at_them() -> None:
    run = log_of(ERROR, REMARK, WARNING)["runs"][0]
    names = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert names == ["never-answered", "unknown-key"]
    assert [names[result["ruleIndex"]] for result in run["results"]] == [
        "unknown-key",
        "never-answered",
        "never-answered",
    ]
    assert [result["level"] for result in run["results"]] == ["error", "note", "warning"]


def test_hostile_text() -> None:
    result = log_of(HOSTILE)["runs"][0]["results"][0]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "audits/a%2C%20b%3A%20100%25.yml"
    assert result["message"]["text"] == f"{HOSTILE.message}. {HOSTILE.tip}"
    assert sarif.write([HOSTILE], AT_ROOT).isascii()


def test_nothing_is_a_run_without_results() -> None:
    run = log_of()["runs"][0]
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
