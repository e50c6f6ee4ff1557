"""Exports of several trees, put together: what is no export, or would be counted twice, is refused.

A file is read by DuckDB into one table, `given`, with the file's name beside each row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.diagnostics.wording import joined, listed
from generator.region.columns import COLUMNS, KEY, Column

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

_NAMES: Final = [column.name for column in COLUMNS]
_PATTERN_SIGNS: Final = "*?["
"""DuckDB takes a name that holds one of these for a pattern."""


class NotAddedUpError(ValueError):
    """Files that cannot be added up: the message names the file, what is wrong, and what to do."""


def take(made: DuckDBPyConnection, files: Sequence[Path]) -> tuple[str, ...]:
    """Fill the table `given` from the files; what is left out or counted once is said.

    Raises NotAddedUpError for a file that is no whole export, and for an audit that stands in two
    files with two sets of figures.
    """
    columns = ", ".join(f"{column.name} {column.sql_type}" for column in COLUMNS)
    made.execute(f"create table given ({columns}, file VARCHAR)")
    said = []
    seen: set[Path] = set()
    for file in files:
        if file.resolve() in seen:
            said.append(f"{file} is given twice, and counted once.")
            continue
        seen.add(file.resolve())
        _add(made, file)
    said += _alone(made)
    return (*said, *_once(made))


def _add(made: DuckDBPyConnection, file: Path) -> None:
    if not file.is_file():
        raise NotAddedUpError(f"{file}: there is no such file.")
    if any(sign in str(file.resolve()) for sign in _PATTERN_SIGNS):
        raise NotAddedUpError(f"{file}: rename it, so that its path has no *, ? or [ in it.")
    read = {".parquet": _parquet, ".csv": _csv, ".json": _json}.get(file.suffix.lower())
    if read is None:
        raise NotAddedUpError(f"{file}: give files that end in .parquet, .csv or .json.")
    import duckdb  # noqa: PLC0415 - not everybody has it

    try:
        rows = read(made, file)
        rows.project(f"*, {_quoted(str(file))} as file").insert_into("given")
    except (duckdb.Error, UnicodeDecodeError, csv.Error) as error:
        why = str(error).splitlines()[0]
        raise NotAddedUpError(_no_export(file, f"it cannot be read so ({why})")) from None
    for wrong, condition in _faults():
        rows = made.table("given").filter(f"file = {_quoted(str(file))}").filter(condition)
        if rows.limit(1).fetchall():
            raise NotAddedUpError(_no_export(file, wrong))
    twice = made.execute(
        f"select audit, question, answer from given where file = ? "  # noqa: S608 - our own names
        f"group by {', '.join((*KEY, 'audit', 'answer'))} having count(*) > 1 order by all limit 1",
        [str(file)],
    ).fetchone()
    if twice:
        raise NotAddedUpError(
            _no_export(file, "{} has the answer `{}` to {} twice".format(twice[0], *twice[:0:-1]))
        )


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
    for (names,) in keys:
        _refuse_columns(file, names or [])
    columns = {column.name: column.sql_type for column in COLUMNS}
    return made.read_json(str(file), format="array", columns=columns)


def _csv(made: DuckDBPyConnection, file: Path) -> DuckDBPyRelation:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        _refuse_columns(file, next(csv.reader(lines), []))
    rows = made.read_csv(
        str(file),
        header=True,
        sep=",",
        quotechar='"',
        escapechar='"',
        na_values="",
        dtype=dict.fromkeys(_NAMES, "VARCHAR"),
        parallel=False,
    )
    return rows.project(", ".join(map(_from_csv, COLUMNS)))


def _from_csv(column: Column) -> str:
    name = column.name
    if column.kind == "boolean":
        return (
            f"case {name} when 'yes' then true when 'no' then false when null then null "
            f"else error({_quoted(f'{name} is neither yes nor no')}) end as {name}"
        )
    if column.kind == "string":
        return f"if(starts_with({name}, ''''), {name}[2:], {name}) as {name}"
    return f"cast({name} as {column.sql_type}) as {name}"


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
            "select 1 from (select * exclude (file, same_as) from given where audit = ?) "
            "group by all having count(*) <> ? limit 1",
            [audit, len(files)],
        ).fetchone()
        if differ:
            raise NotAddedUpError(
                f"{audit} stands in {joined(files)} with different rows, and would be counted "
                "twice. Export both anew and for the same edition, or give one of them; where they "
                "are two audits, rename the folder of one."
            )
        yield f"{audit} stands in {joined(files)}, and is counted once."


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
