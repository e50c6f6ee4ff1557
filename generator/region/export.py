"""An export: a folder with the tidy table and what describes it, in the place of an earlier one."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from generator.model.edition import Edition
from generator.region import package
from generator.region.files import FORMATS, NAME, Rows


class NotOursError(ValueError):
    """What no export wrote stands in the way, so that nothing is written there."""


def export(rows: Rows, folder: Path, format_: str, edition: Edition) -> Path:
    """Write the rows and their description into a folder; where the table stands is given back.

    The folder is there whole or as it was, and holds nothing of an earlier export: that could be of
    an edition that may show more. Raises NotOursError, and EngineError as `files.to_parquet` does.
    """
    ours = {package.FILE, *(f"{NAME}.{known}" for known in FORMATS)}
    if folder.exists() and not folder.is_dir():
        raise NotOursError(f"{folder} is a file: name a folder.")
    others = sorted({file.name for file in folder.iterdir()} - ours) if folder.exists() else []
    if others:
        raise NotOursError(
            f"{folder} holds {others[0]}, which no export wrote: name a new folder, or empty it."
        )
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    file = f"{NAME}.{format_}"
    with tempfile.TemporaryDirectory(prefix=".export-", dir=folder.absolute().parent) as scratch:
        made = Path(scratch) / "made"
        made.mkdir()
        FORMATS[format_](rows, made / file)
        described = package.data_package(made / file, format_, edition)
        text = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
        (made / package.FILE).write_text(text, encoding="utf-8", newline="\n")
        if folder.exists():
            folder.rename(Path(scratch) / "before")
        made.rename(folder)
    return folder / file
