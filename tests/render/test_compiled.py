"""The code of templates that is kept: of this source, read this way, whole, or not used."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator.render.compiled import Compiled


class Compiles(jinja2.Environment):
    """An environment that counts what it compiles."""

    def __init__(
        self,
        folder: Path,
        source: str = "{% if here %}\nHere {{ here }}.\n{% endif %}\n",
        **more: Any,
    ) -> None:
        super().__init__(
            loader=jinja2.DictLoader({"a.html": source}), bytecode_cache=Compiled(folder), **more
        )
        self.compiled = 0

    def compile(self, *arguments: Any, **options: Any) -> Any:
        self.compiled += 1
        return super().compile(*arguments, **options)

    def says(self) -> tuple[str, int]:
        """What the template comes to, and how often something was compiled for it."""
        return self.get_template("a.html").render(here="<b>"), self.compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is not there yet, of a Python that keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def test_a_template_is_compiled_once(folder: Path) -> None:
    assert Compiles(folder).says() == ("\nHere <b>.\n", 1)
    assert Compiles(folder).says() == ("\nHere <b>.\n", 0)
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"source": "There"}, "There"),
        ({"trim_blocks": True}, "Here <b>.\n"),
        ({"autoescape": True}, "\nHere &lt;b&gt;.\n"),
        ({"extensions": ["jinja2.ext.do"]}, "\nHere <b>.\n"),
    ],
    ids=["source", "blocks", "escaping", "extension"],
)
def test_what_is_of_something_else_is_compiled_anew(
    changed: dict[str, Any], says: str, folder: Path
) -> None:
    Compiles(folder).says()
    assert Compiles(folder, **changed).says() == (says, 1)


@pytest.mark.parametrize(
    "damage",
    [
        lambda held: held[:0],
        lambda held: held[:50],
        lambda held: held[:-1],
        lambda held: held[:-1] + bytes([held[-1] ^ 1]),
        lambda held: b"x" * len(held),
    ],
    ids=["emptied", "no code", "cut off", "a bit changed", "foreign"],
)
def test_what_is_damaged_is_compiled_anew(damage: Callable[[bytes], bytes], folder: Path) -> None:
    Compiles(folder).says()
    (file,) = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert Compiles(folder).says() == ("\nHere <b>.\n", 1)
    assert Compiles(folder).says() == ("\nHere <b>.\n", 0)


def test_where_nothing_can_be_kept_templates_work(folder: Path) -> None:
    folder.write_text("a file is in the way")
    assert Compiles(folder).says() == ("\nHere <b>.\n", 1)
    assert folder.read_text() == "a file is in the way"


def test_a_python_that_keeps_nothing_keeps_no_template(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert Compiles(folder).says() == ("\nHere <b>.\n", 1)
    assert not folder.exists()


def test_a_fault_is_told_of_the_copy_that_is_read(folder: Path, tmp_path: Path) -> None:
    told = []
    for place in ("one", "other"):
        file = tmp_path / place / "a.html"
        file.parent.mkdir()
        file.write_text("{% macro of() %}{{ 1 / 0 }}{% endmacro %}\n{{ of() }}", "utf-8")
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(file.parent),
            bytecode_cache=Compiled(folder),
            autoescape=True,
        )
        with pytest.raises(ZeroDivisionError) as fault:
            environment.get_template("a.html").render()
        told.append({str(one.path) for one in fault.traceback if "a.html" in str(one.path)})
    assert told == [{str(tmp_path / place / "a.html")} for place in ("one", "other")]
