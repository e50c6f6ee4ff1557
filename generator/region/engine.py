"""DuckDB, which writes Parquet and adds up; not everybody who runs an audit installs it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class EngineError(RuntimeError):
    """DuckDB is not installed, or could not do what it was asked; the message says which."""


@contextmanager
def engine() -> Iterator[tuple[DuckDBPyConnection, Path]]:
    """DuckDB, and a folder for its data, so that memory stays flat; both end with the block.

    One thread, rows in their order, nothing fetched. Raises EngineError.
    """
    try:
        import duckdb  # noqa: PLC0415 - not everybody has it
    except ImportError:
        raise EngineError(
            "This needs DuckDB, which is not installed. In the project's folder: "
            ".venv/bin/python -m pip install -e '.[region]'"
        ) from None
    with tempfile.TemporaryDirectory(prefix="audits-") as scratch:
        folder = Path(scratch)
        try:
            with duckdb.connect(
                folder / "region.duckdb",
                config={
                    "threads": 1,
                    "preserve_insertion_order": True,
                    "autoinstall_known_extensions": False,
                    "autoload_known_extensions": False,
                    "temp_directory": str(folder / "spilt"),
                },
            ) as made:
                yield made, folder
        except duckdb.Error as error:
            raise EngineError(str(error).splitlines()[0]) from None
