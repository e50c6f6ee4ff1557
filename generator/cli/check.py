"""`audits check`: what is wrong with the data."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from generator.cli.options import AS_AT, OneOf

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.diagnostics import Rule
    from generator.pipeline import Checked


def _formats() -> list[str]:
    from generator.diagnostics.formats import FORMATS

    return list(FORMATS)


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=OneOf(_formats),
    default="text",
    show_default=True,
    help="text for people, github or gitlab for a pull request, sarif or json for other tools.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Say instead what the public edition would lose of each audit, its small numbers.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes check at once; if not given, as many as pay on this machine.",
)
@AS_AT
def check_command(
    paths: tuple[str, ...], format_: str, as_at: date | None, *, jobs: int | None, public: bool
) -> None:
    """Say what is wrong with the data, where, and what to do about it.

    Checks everything, or shows only what concerns the files and folders at PATHS.

    \b
      audits check
      audits check audits/example-2026-neglect-and-school/returns
      audits check --format github
      audits check --public

    What was checked before is kept in `.cache`, so that the next check takes no longer than what
    has changed. The folder can be deleted at any time.

    Ends with 0 where there is nothing but warnings and notes, 1 where there are errors, 2 for
    wrong use.
    """
    from generator.cli.project import checked_tree, project_folder, report_of
    from generator.diagnostics.circumstances import Circumstances
    from generator.diagnostics.formats import format_called
    from generator.read.lines import lines_below
    from generator.repository import folder_within

    root = project_folder()
    if public:
        if paths or format_ != "text":
            raise click.UsageError("--public is for all audits, as text.")
        click.echo(_lost(checked_tree(as_at)), nl=False)
        return
    report = report_of(as_at, jobs)
    found, files = list(report.diagnostics), list(report.files)
    if paths:
        wanted = [_inside(root, path) for path in paths]
        found = [fault for fault in found if _is_below(fault.place.path, wanted)]
        files = [path for path in files if _is_below(path, wanted)]
    circumstances = Circumstances(
        files=len(files),
        line_at=lines_below(root),
        rules=_rules,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
        within="" if format_ == "text" else folder_within(root),
    )
    click.echo(format_called(format_)(found, circumstances), nl=False)
    sys.exit(1 if any(fault.severity == "error" for fault in found) else 0)


def _rules() -> Mapping[str, Rule]:
    from generator.check.all_rules import RULES

    return RULES


def _lost(checked: Checked) -> str:
    from generator.pipeline import lost_in_public

    if checked.has_errors:
        raise click.ClickException("There are errors. See them with audits check, then ask again.")
    lost = "".join(f"{loss.audit}: {loss.words}\n" for loss in lost_in_public(checked))
    return f"The public edition leaves out or rounds:\n{lost}" if lost else "Nothing is lost.\n"


def _inside(root: Path, path: str) -> str:
    from pathlib import Path

    full, audits = Path(path).resolve(), (root / "audits").resolve()
    if not full.exists():
        raise click.UsageError(f"There is no file or folder {path}.")
    if not full.is_relative_to(audits):
        raise click.UsageError(f"{path} is not below {root.name}/audits, so it is not checked.")
    # The folder may be a link to where the audit group keeps it.
    inside = full.relative_to(audits).as_posix()
    return "audits" if inside == "." else f"audits/{inside}"


def _is_below(path: str, wanted: list[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in wanted)
