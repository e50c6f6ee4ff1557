from generator.diagnostics import json_list
from tests.diagnostics.faults import AT_ROOT, ERROR, HOSTILE, NOTE


def test_an_object_a_fault() -> None:
    assert json_list.write([ERROR, NOTE], AT_ROOT) == (
        """\
[
  {
    "rule": "unknown-key",
    "severity": "error",
    "path": "audits/small/audit.yml",
    "line": 3,
    "column": 1,
    "message": "`titel` is not known here",
    "tip": "Did you mean `title`?"
  },
  {
    "rule": "never-answered",
    "severity": "note",
    "path": "audits/small/tool.yml",
    "line": 12,
    "column": 10,
    "message": "no return answers `R1`",
    "tip": "Let stand: The source has none."
  }
]
"""
    )


def test_hostile_text_is_plain_ascii() -> None:
    assert json_list.write([HOSTILE], AT_ROOT) == (
        r"""[
  {
    "rule": "unknown-key",
    "severity": "error",
    "path": "audits/a, b: 100%.yml",
    "line": 1,
    "column": 1,
    "message": "`x\r\n::stop-commands::y` is 100% ]]> \u001b[31m\u202e\u2066",
    "tip": "See </script>,\nor: %0A."
  }
]
"""
    )


def test_nothing_is_an_empty_list() -> None:
    assert json_list.write([], AT_ROOT) == "[]\n"
