import json
import re
from pathlib import Path

from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind

SETTINGS = Path(__file__).parent.parent / ".vscode" / "settings.json"


def globs(kinds: tuple[FileKind, ...], folder: str) -> dict[str, str]:
    return {
        f"./schema/{kind.name}.schema.json": f"{folder}/{re.sub(r'{.+?}', '*', kind.pattern)}"
        for kind in kinds
        if not kind.is_markdown
    }


def test_every_yaml_file_has_its_schema_in_the_editor() -> None:
    schemas = json.loads(SETTINGS.read_text("utf-8"))["yaml.schemas"]
    assert schemas == globs(REGISTERS, "audits") | globs(AUDIT_FILES, "audits/*")
