"""What mkdocs.yml says under `audits`: no slip in it makes a site for more people than meant."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import yaml
from mkdocs.config import base, config_options
from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError

from generator.as_at import UnreadableDateError, day_set
from generator.diagnostics.nearest import nearest
from generator.model.edition import Edition
from generator.process import EDITION


class _Day(config_options.OptionallyRequired[date]):
    """A day, with or without quotes."""

    def run_validation(self, value: object) -> date:
        """The day that is set; anything else stops MkDocs with a sentence."""
        try:
            return day_set(value)
        except UnreadableDateError as error:
            raise ValidationError(str(error)) from None


class _Edition(config_options.Choice[str]):
    """Who the site is for; one that is left empty is a slip, and never the widest."""

    def validate(self, value: object) -> str:
        """The edition that is set; anything else stops MkDocs with a sentence."""
        wanted = os.environ.get(EDITION, value)
        if wanted not in self.choices:
            asked = f"{EDITION} is" if EDITION in os.environ else "`edition` is"
            raise ValidationError(
                f"{asked} {wanted or 'empty'!r}; it must be restricted, intranet or public."
            )
        return str(wanted)


class AuditsConfig(base.Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml says under `audits`."""

    edition = _Edition([edition.value for edition in Edition], default="intranet")
    as_at = config_options.Optional(_Day())

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """What is wrong, each with its line; MkDocs takes a misspelt name for a small matter."""
        failed, warnings = super().validate()
        written = list(_names_written(Path(self.config_file_path)))
        lines = dict(written)
        placed: ConfigErrors = [
            (name, ValidationError(f"{_line(lines[name])}{error}") if name in lines else error)
            for name, error in failed
        ]
        seen: set[str] = set()
        for name, line in written:
            if name in seen:
                again = f"{_line(line)}`{name}` is written twice: delete one of the two."
                placed.append((name, ValidationError(again)))
            seen.add(name)
        for name in sorted(self.keys() - _NAMES):
            near = nearest(name, _NAMES)
            tip = f"Did you mean `{near}`?" if near else f"Known: {' and '.join(_NAMES)}."
            unknown = f"{_line(lines.get(name, 0))}`{name}` is not known here. {tip}"
            placed.append((name, ValidationError(unknown)))
        return placed, [(name, warning) for name, warning in warnings if name in _NAMES]


_NAMES: Final = ("edition", "as_at")


def _line(line: int) -> str:
    return f"mkdocs.yml, line {line}: " if line else ""


def _names_written(file: Path) -> Iterator[tuple[str, int]]:
    """Each name under `audits` in mkdocs.yml, and its line."""
    if not file.is_file():
        return
    try:
        # Nodes, and never what tags would make of them.
        root = yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        return  # MkDocs has read it another way, and has said what is wrong
    for plugins in _values(root, "plugins"):
        entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
        for entry in entries:
            for ours in _values(entry, "audits"):
                if isinstance(ours, yaml.MappingNode):
                    for key, _ in ours.value:
                        yield str(key.value), key.start_mark.line + 1


def _values(node: yaml.Node | None, name: str) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        yield from (value for key, value in node.value if key.value == name)
