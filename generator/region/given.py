"""Exports of several trees, put together: what is no export, or would be counted twice, is refused.

A file is read by DuckDB into one table, `given`, with the file's name beside each row.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.diagnostics.wording import counted, joined, listed
from generator.region.columns import COLUMNS, KEY, Column
from generator.region.package import FILE, is_as_described

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

_NAMES: Final = [column.name for column in COLUMNS]
_SQL_TYPES: Final = {column.name: column.sql_type for column in COLUMNS}
_PATTERN_SIGNS: Final = "*?["
"""DuckDB takes a name that holds one of these for a pattern."""


class NotAddedUpError(ValueError):
    """Files that cannot be added up: the message names the file, what is wrong, and what to do."""


def take(made: DuckDBPyConnection, folder: Path, files: Sequence[Path]) -> tuple[str, ...]:
    """Fill the table `given` from the files; what is left out or counted once is said.

    What has to be written on the way is written into `folder`.
    Raises NotAddedUpError for a file that is no whole export, and for an audit that stands in two
    files with two sets of figures.
    """
    columns = ", ".join(f"{name} {kind}" for name, kind in _SQL_TYPES.items())
    made.execute(f"create table given ({columns}, file VARCHAR)")
    said = []
    seen: set[Path] = set()
    for file in files:
        if file.resolve() in seen:
            said.append(f"{file} is given twice, and counted once.")
            continue
        seen.add(file.resolve())
        said += _add(made, folder, file)
    said += _alone(made)
    return (*said, *_once(made), *_two_scales(made))


def _add(made: DuckDBPyConnection, folder: Path, file: Path) -> Iterator[str]:
    """Take a file's rows; what there is to say of it is given."""
    if not file.is_file():
        raise NotAddedUpError(f"{file}: there is no such file.")
    if any(sign in str(file.resolve()) for sign in _PATTERN_SIGNS):
        raise NotAddedUpError(f"{file}: rename it, so that its path has no *, ? or [ in it.")
    is_whole = is_as_described(file)
    if is_whole is False:
        raise NotAddedUpError(
            f"{file}: it is not as it was exported, by what {FILE} beside it says: part of it is "
            "missing, or somebody changed it. Copy both anew, or export anew."
        )
    readers: dict[str, Callable[[DuckDBPyConnection, Path], DuckDBPyRelation]] = {
        ".parquet": _parquet,
        ".csv": partial(_csv, folder=folder),
        ".json": _json,
    }
    read = readers.get(file.suffix.lower())
    if read is None:
        raise NotAddedUpError(f"{file}: give files that end in .parquet, .csv or .json.")
    import duckdb  # noqa: PLC0415 - not everybody has it

    try:
        rows = read(made, file)
        rows.project(f"*, {_quoted(str(file))} as file").insert_into("given")
    except NotAddedUpError:
        raise
    except (duckdb.Error, ValueError, csv.Error) as error:
        why = str(error).splitlines()[0]
        raise NotAddedUpError(_no_export(file, f"it cannot be read so ({why})")) from None
    cases = " ".join(f"when {is_so} then {_quoted(wrong)}" for wrong, is_so in _faults())
    faulty = made.execute(
        f"select case {cases} end as wrong from given "  # noqa: S608 - our own names
        "where file = ? and wrong is not null limit 1",
        [str(file)],
    ).fetchone()
    if faulty:
        raise NotAddedUpError(_no_export(file, faulty[0]))
    twice = made.execute(
        f"select audit, question, answer from given where file = ? "  # noqa: S608 - our own names
        f"group by {', '.join((*KEY, 'audit', 'answer'))} having count(*) > 1 order by all limit 1",
        [str(file)],
    ).fetchone()
    if twice:
        raise NotAddedUpError(
            _no_export(file, "{} has the answer `{}` to {} twice".format(twice[0], *twice[:0:-1]))
        )
    if is_whole is None and file.suffix.lower() == ".csv":
        yield f"{file} came without its {FILE}, so nobody can tell whether it is whole."


def _parquet(made: DuckDBPyConnection, file: Path) -> DuckDBPyRelation:
    rows = made.read_parquet(str(file))
    _refuse_columns(file, rows.columns)
    for column, kind in zip(COLUMNS, rows.types, strict=True):
        if str(kind) != column.sql_type:
            raise NotAddedUpError(_no_export(file, f"its column {column.name} is no {column.kind}"))
    return rows


def _json(made: DuckDBPyConnection, file: Path) -> DuckDBPyRelation:
    with file.open(encoding="utf-8") as lines:
        if lines.read(3) == "[]\n":
            return made.table("given").limit(0).project(", ".join(_NAMES))
    keys = made.execute(
        "select distinct json_keys(json) from read_json_objects(?, format = 'array') limit 2",
        [str(file)],
    ).fetchall()
    if not keys:
        raise ValueError("it is empty")
    for (names,) in keys:
        _refuse_columns(file, names or [])
    return made.read_json(str(file), format="array", columns=_SQL_TYPES)


def _csv(made: DuckDBPyConnection, file: Path, folder: Path) -> DuckDBPyRelation:
    """Read as it was written, a row at a time, so that what is wrong is named by its line."""
    lines = folder / "rows.jsonl"
    with (
        file.open(encoding="utf-8-sig", newline="") as source,
        lines.open("w", encoding="utf-8", newline="\n") as out,
    ):
        rows = csv.reader(source, strict=True)
        _refuse_columns(file, next(rows, []))
        for row in rows:
            if len(row) != len(COLUMNS):
                raise ValueError(f"line {rows.line_num} has {counted(len(row), 'cell')}")
            try:
                cells = list(map(_from_csv, COLUMNS, row))
            except ValueError as error:
                raise ValueError(f"line {rows.line_num}: {error}") from None
            out.write(json.dumps(dict(zip(_NAMES, cells, strict=True))) + "\n")
    return made.read_json(str(lines), format="newline_delimited", columns=_SQL_TYPES)


def _from_csv(column: Column, cell: str) -> str | int | float | bool | None:
    if not cell:
        return None
    try:
        match column.kind:
            case "boolean":
                return {"yes": True, "no": False}[cell]
            case "integer":
                return int(cell)
            case "number":
                return float(cell)
    except (KeyError, ValueError):
        raise ValueError(f"`{cell}` is no {column.kind}, as {column.name} is") from None
    return cell.removeprefix("'")


def _refuse_columns(file: Path, names: Sequence[str]) -> None:
    if list(names) == _NAMES:
        return
    missing = [name for name in _NAMES if name not in names]
    besides = [name for name in names if name not in _NAMES]
    wrong = (
        f"it has no column {listed(missing)}"
        if missing
        else f"it also has the column {listed(besides)}"
        if besides
        else "its columns stand in another order"
    )
    raise NotAddedUpError(_no_export(file, wrong))


def _faults() -> Iterator[tuple[str, str]]:
    """What is wrong with a row, and the condition that finds it."""
    for column in COLUMNS:
        if column.required:
            yield f"a row of it has no {column.name}", f"{column.name} is null"
        if column.words:
            known = ", ".join(map(_quoted, column.words))
            yield f"a row of it has an unknown {column.name}", f"{column.name} not in ({known})"
    yield "a count in it is less than nought", "least(count, fewest, most, base) < 0"
    yield (
        "a count in it is not between its fewest and most",
        ("fewest > most or count < fewest or count > most"),
    )


def _no_export(file: Path, wrong: str) -> str:
    return f"{file}: {wrong}, so it is no export of `audits collate --all`. Export it anew."


def _alone(made: DuckDBPyConnection) -> Iterator[str]:
    """Made-up audits that are left out beside real ones."""
    found = made.execute(
        "select distinct audit from given where made_up and exists (from given where not made_up) "
        "order by audit"
    ).fetchall()
    if found:
        names = joined(audit for (audit,) in found)
        yield f"Left out, as they are made up and others are not: {names}."


def _once(made: DuckDBPyConnection) -> Iterator[str]:
    """Audits that stand in several files with the same figures; others are refused."""
    several = made.execute(
        "select audit, list(distinct file order by file) from given "
        "where made_up = (select bool_and(made_up) from given) "
        "group by audit having count(distinct file) > 1 order by audit"
    ).fetchall()
    for audit, files in several:
        differ = made.execute(
            "from (select * exclude (file, same_as), count(*) as times from given where audit = ? "
            "group by all) where times <> ? limit 1",
            [audit, len(files)],
        ).fetchone()
        if differ:
            raise NotAddedUpError(
                f"{audit} stands in {joined(files)} with different rows, and would be counted "
                "twice. Export both anew and for the same edition, or give one of them; where they "
                "are two audits, rename the folder of one."
            )
        yield f"{audit} stands in {joined(files)}, and is counted once."


def _two_scales(made: DuckDBPyConnection) -> Iterator[str]:
    """Scales of one name whose answers are not the same."""
    found = made.execute(
        "select scale, list(distinct file order by file) from given "
        "group by scale having count(distinct scale_values) > 1 order by scale"
    ).fetchall()
    for scale, files in found:
        yield (
            f"The scale {scale} has not the same answers everywhere in {joined(files)}: what is on "
            "one is not added to what is on the other."
        )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
