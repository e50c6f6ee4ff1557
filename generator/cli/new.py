"""`audits new`: the files of an audit that begins."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

import click

from generator.cli.options import OneOf

if TYPE_CHECKING:
    from pathlib import Path


def _parts() -> list[str]:
    from generator.scaffold import PRINTED_PARTS

    return list(PRINTED_PARTS)


@click.command("new")
@click.option(
    "--partnership",
    prompt="Partnership (its id in audits/partnerships.yml)",
    help="Who runs it: an id of audits/partnerships.yml.",
)
@click.option("--year", type=click.IntRange(1990, 2999), prompt="Year", help="When.")
@click.option(
    "--theme",
    prompt="Main theme (its id in audits/themes.yml)",
    help="What it is about: an id of audits/themes.yml.",
)
@click.option(
    "--cases",
    type=click.IntRange(1),
    help="How many cases; with --printed it may be left out where the report does not say.",
)
@click.option(
    "--agencies",
    help="Who is asked: ids of audits/agencies.yml, with commas between; with --printed they may "
    "be left out where the report does not say.",
)
@click.option("--from", "like", metavar="AUDIT", help="Take over the tool of this audit.")
@click.option(
    "--printed", is_flag=True, help="For an audit that a report printed: asks what it has."
)
@click.option(
    "--has",
    multiple=True,
    type=OneOf(_parts),
    help="With --printed: what the report has; say it once for each.",
)
def new_command(
    partnership: str,
    year: int,
    theme: str,
    cases: int | None,
    agencies: str | None,
    like: str | None,
    printed: bool,
    has: tuple[str, ...],
) -> None:
    """Start an audit: a folder that passes the checks, with comments that teach.

    `audits new` alone asks for what it needs, and so does `audits new --printed`, for an audit that
    a report printed; options answer beforehand.

    \b
      audits new --partnership redbridge --year 2027 --theme neglect --cases 6 --agencies nelft
    """
    from generator import scaffold
    from generator.cli.project import project_folder, refuse_errors, usual_day
    from generator.pipeline import check_registers

    root = project_folder()
    checked = check_registers(root / "audits", usual_day(root))
    # What a register lacks is only known where it could be read.
    refuse_errors(checked.diagnostics)
    library = checked.tree.library
    if cases is None:
        cases = _cases_asked(printed=printed)
    if agencies is None:
        without = ", or Enter where the report does not say" if printed else ""
        agencies = click.prompt(
            f"Agencies asked (their ids, with commas between{without})",
            default="" if printed else None,
            show_default=False,
        )
    asked = [agency.strip() for agency in (agencies or "").split(",") if agency.strip()]
    if not asked and not printed:
        raise click.UsageError("Name at least one agency.")
    if not printed and cases > _MOST_CASES:
        raise click.UsageError(f"An audit has at most {_MOST_CASES} cases of its own.")
    _must_be_in("partnerships.yml", library.partnerships, [partnership])
    _must_be_in("themes.yml", library.themes, [theme])
    _must_be_in("agencies.yml", library.agencies, asked)
    tool = _tool_of(root, like) if like else None
    if tool is None:
        _must_be_in("scales.yml", library.scales, [scaffold.SCALE])
    wanted = scaffold.Wanted(partnership, year, theme, cases, asked, tool)
    folder = root / "audits" / wanted.id
    if folder.exists():
        raise click.UsageError(f"There is an audit {wanted.id} already.")
    if has and not printed:
        raise click.UsageError("--has goes with --printed.")
    parts = has or tuple(
        part
        for part in (scaffold.PRINTED_PARTS if printed else ())
        if click.confirm(f"Does the report have {scaffold.PRINTED_PARTS[part]}")
    )
    content_of = scaffold.printed_files(wanted, parts, library) if printed else None
    _write(folder, content_of or scaffold.files(wanted, library))
    if printed:
        click.echo(
            f"audits/{wanted.id} is there. Next: type off what was printed, and nothing else, then "
            "`audits check`."
        )
        return
    click.echo(
        f"audits/{wanted.id} is there. Next: write audit.yml and the cases, then `audits check`, "
        f"and `audits status {wanted.id}` while returns come in."
    )


_MOST_CASES = 99
"""So many cases have files of their own: a report can tell of more, in figures."""


def _cases_asked(*, printed: bool) -> int:
    """How many cases; with a report 0 where it does not say."""
    if printed:
        asked: int = click.prompt(
            "How many cases (0 where the report does not say)", type=click.IntRange(0), default=0
        )
        return asked
    wanted: int = click.prompt("How many cases", type=click.IntRange(1, _MOST_CASES), default=6)
    return wanted


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write the files of a new audit; all of them, or none."""
    import shutil
    import tempfile
    from pathlib import Path

    # Names with a dot in front are left alone by all that reads the tree.
    beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
    try:
        for path, content in files:
            target = beside / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8", newline="\n")
        beside.chmod(0o755)
        beside.rename(folder)
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _must_be_in(register: str, known: Collection[str], names: Iterable[str]) -> None:
    from generator.diagnostics.nearest import nearest
    from generator.diagnostics.wording import listed

    for name in names:
        if name not in known:
            near = nearest(name, known)
            known_words = listed(sorted(known), most=30)
            tip = f"Did you mean {near}?" if near else f"It has {known_words}; add it there first."
            raise click.UsageError(f"audits/{register} has no {name}. {tip}")


def _tool_of(root: Path, audit: str) -> str:
    from generator.cli.project import sound_audit

    path = root / "audits" / sound_audit(audit)[1].id / "tool.yml"
    if not path.exists():
        raise click.UsageError(f"{audit} has no tool to take over.")
    return path.read_text(encoding="utf-8")
