import json

from generator.diagnostics import gitlab
from tests.diagnostics.faults import AT_ROOT, ERROR, HOSTILE, REMARK, WARNING


def test_an_issue_a_fault() -> None:
    assert gitlab.write([ERROR, REMARK], AT_ROOT) == (
        """\
[
  {
    "description": "`titel` is not known here. Did you mean `title`?",
    "check_name": "unknown-key",
    "fingerprint": "448fe83482b7d2bf4ef0777b7f776a684ee5eac6c085c217c0f975f616547d12",
    "severity": "major",
    "location": {
      "path": "audits/small/audit.yml",
      "lines": {
        "begin": 3
      }
    }
  },
  {
    "description": "no return answers `R1`. Nothing is to be done.",
    "check_name": "never-answered",
    "fingerprint": "267dd95e85df7e4a132d71a32755462697eb7410a98e5b52c7a83e0fe73c8f1b",
    "severity": "info",
    "location": {
      "path": "audits/small/tool.yml",
      "lines": {
        "begin": 12
      }
    }
  }
]
"""
    )


def test_severities_and_fingerprints() -> None:
    issues = json.loads(gitlab.write([ERROR, WARNING, REMARK], AT_ROOT))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_hostile_text_is_plain_ascii() -> None:
    assert gitlab.write([HOSTILE], AT_ROOT) == (
        r"""[
  {
    "description": "`x\r\n::stop-commands::y` is 100% ]]> \u001b[31m\u202e\u2066. See </script>,\nor: %0A.",
    "check_name": "unknown-key",
    "fingerprint": "ed7351f25c1ade4c6c44e78939512cddb9e9a65b54b390c3d020ce04074956c4",
    "severity": "major",
    "location": {
      "path": "audits/a, b: 100%.yml",
      "lines": {
        "begin": 1
      }
    }
  }
]
"""  # noqa: E501
    )


def test_nothing_is_an_empty_list() -> None:
    assert gitlab.write([], AT_ROOT) == "[]\n"
