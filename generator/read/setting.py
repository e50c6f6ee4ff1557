"""One setting of a YAML file that is not the tree's, such as mkdocs.yml: nothing in it is run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import yaml


def setting(text: str, keys: Iterable[str]) -> str | None:
    """What stands under these keys as it is written; none where nothing does.

    A list among them is looked through for the next key. Raises ValueError where the text is no
    YAML.
    """
    try:
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError("this is no YAML") from error
    for key in keys:
        node = _below(node, key)
    if node is None or node.tag == _NOTHING:
        return None
    return str(node.value) if isinstance(node, yaml.ScalarNode) else "a list or mapping"


_NOTHING: Final = "tag:yaml.org,2002:null"


def _below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """What stands under `key` in a mapping, or in one of a list of mappings."""
    if isinstance(node, yaml.SequenceNode):
        return next((found for entry in node.value if (found := _below(entry, key))), None)
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None
