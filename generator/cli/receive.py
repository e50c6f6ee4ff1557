"""`audits receive`: what agencies sent becomes returns of the tree."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from generator.cli.options import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.collect.arrival import Arrival, Decide, Settled
    from generator.collect.came import Came, Opened
    from generator.collect.mapping import Mapped
    from generator.diagnostics import Place
    from generator.model.library import Library
    from generator.pipeline import Checked


@click.command("receive")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True))
@click.option("--received", type=Day(), help="The day that they came in, such as 2026-03-20.")
@click.option("--dry-run", is_flag=True, help="Say what would become of each, and write nothing.")
@click.option(
    "--replace", is_flag=True, help="Where a return is there that differs: take this one."
)
@click.option("--keep", is_flag=True, help="Where a return is there that differs: leave that one.")
@click.option(
    "--reply",
    metavar="DIR",
    type=click.Path(),
    help="Write a text to send back to each agency that must mend something, to a new folder.",
)
@click.option(
    "--map",
    "map_",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="FILE says which column of an export holds what; drafted there where it is not yet.",
)
@click.option("--audit", metavar="AUDIT", help="The audit that a mapping is drafted for.")
def receive_command(
    files: tuple[str, ...],
    received: date | None,
    dry_run: bool,
    replace: bool,
    keep: bool,
    reply: str | None,
    map_: str | None,
    audit: str | None,
) -> None:
    """Take in what agencies sent: each return becomes returns/CASE/AGENCY.yml of its audit.

    Each FILE is a return that the form saved, a workbook, an export of another program with --map,
    or a folder of them; names do not matter. All are checked with everything else before anything
    is written. What is wrong is told where the sender sees it, and keeps that return out, not the
    others; so does what points to a child, unless the audit allows it (`identifiers_allowed`). What
    came is kept in the audit's folder `received`, which git ignores.

    \b
      audits receive inbox --received 2026-03-20
      audits receive inbox --dry-run
      audits receive inbox --reply letters
      audits receive example-police--a.json --replace
      audits receive answers.csv --map answers.yml

    Ends with 0 where all are in, 1 where some are not, 2 for wrong use.
    """
    from pathlib import Path

    from generator.as_at import as_at_of
    from generator.cli.column_map import mapping_at
    from generator.cli.project import project_folder
    from generator.collect.arrival import Settling, arrivals, to_check
    from generator.collect.report import report
    from generator.diagnostics.wording import counted
    from generator.pipeline import check_with_returns
    from generator.read.tree import read_tree

    if replace and keep:
        raise click.UsageError("Say --replace or --keep.")
    if reply and Path(reply).exists():
        raise click.UsageError(f"{reply} is there already; name a new folder.")
    root = project_folder()
    mapped = mapping_at(Path(map_), files, audit) if map_ else None
    paths = list(_paths(files))
    opened = [_opened(path, mapped) for path in paths]
    tree = read_tree(root / "audits")
    returns = [one for file in opened for one in file.returns]
    arrived = arrivals(returns, tree.library, "audits", received.isoformat() if received else "")
    checked = check_with_returns(tree, to_check(arrived), as_at_of(root))
    _refuse_faulty_audits(checked, arrived)
    decide = _decide(replace=replace, keep=keep, may_ask=not dry_run)
    settled = Settling(arrived, checked.diagnostics, tree).settled(decide)
    _tell_faults(paths, opened, settled)
    if not dry_run:
        kept = _write(root, settled)
    click.echo(report(opened, settled, dry_run=dry_run), nl=False)
    if not dry_run:
        for folder in kept:
            click.echo(f"What came is kept in {folder}, which git ignores.")
    if elsewhere := _errors_elsewhere(checked, settled):
        click.echo(f"The check finds {counted(elsewhere, 'error')} in the rest of the audit.")
    if reply:
        _write_replies(Path(reply), opened, settled, tree.library)
    is_settled = all(file.returns or file.ignored for file in opened) and all(
        one.outcome.is_settled for one in settled
    )
    sys.exit(0 if is_settled else 1)


def _paths(files: Iterable[str]) -> Iterator[Path]:
    """Each file that is given, and each in a folder that may be a return; says what is no such."""
    from pathlib import Path

    from generator.collect.opened import ENDINGS
    from generator.diagnostics.wording import joined
    from generator.limits import MOST_RECEIVED

    found: dict[Path, None] = {}
    unread = []
    for name in files:
        path = Path(name)
        inside = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else []
        for one in inside or ([] if path.is_dir() else [path]):
            if not inside or one.suffix.lower() in ENDINGS:
                found[one] = None
            elif not one.name.startswith("."):
                unread.append(one.as_posix())
        if len(found) + len(unread) > MOST_RECEIVED:
            raise click.UsageError(f"{name} holds more than {MOST_RECEIVED:,} files.")
    if unread:
        click.echo(
            f"Not opened, as no return ends so ({joined(ENDINGS)} do): {', '.join(unread)}",
            err=True,
        )
    if not found:
        raise click.UsageError(f"There is no return here: no file that ends in {joined(ENDINGS)}.")
    yield from found


def _opened(path: Path, mapped: Mapped | None) -> Opened:
    from generator.collect.came import Opened
    from generator.collect.opened import opened
    from generator.limits import MOST_RETURN_BYTES
    from generator.read.folder import read_bytes

    data = read_bytes(path.resolve(), path.as_posix(), MOST_RETURN_BYTES)
    if isinstance(data, bytes):
        return opened(data, path.as_posix(), mapped)
    return Opened(faults=(data,))


def _refuse_faulty_audits(checked: Checked, arrived: Sequence[Arrival]) -> None:
    """End the command where a register, or what the audits ask, is at fault: nothing can be judged.

    The other files of an audit may have faults: returns are good all the same.
    """
    from generator.cli.project import refuse_errors

    audits = {one.understood.audit.id for one in arrived if one.understood.audit}
    asking = {f"audits/{audit}/{name}.yml" for audit in audits for name in ("audit", "tool")}
    of_form = set(checked.tree.diagnostics)
    refuse_errors(
        fault
        for fault in checked.diagnostics
        if fault.place.path.count("/") == 1
        or (
            fault.place.path in asking
            and (fault in of_form or fault.place.path.endswith("tool.yml"))
        )
    )


def _errors_elsewhere(checked: Checked, settled: Sequence[Settled]) -> int:
    """How many errors the other files of the audits have, with what came in its place."""
    came = {one.arrival.path for one in settled}
    audits = {path.split("/")[1] for path in came if path}
    return sum(
        fault.severity == "error"
        and fault.place.path.split("/")[1] in audits
        and fault.place.path not in came
        for fault in checked.diagnostics
    )


def _decide(*, replace: bool, keep: bool, may_ask: bool) -> Decide:
    """What is to become of a return where another is there: as the options say, or is answered."""

    def decide(arrival: Arrival, differences: Sequence[str]) -> bool | None:
        if replace or keep:
            return replace
        if not (may_ask and is_asked_at_terminal()):
            return None
        click.echo(f"{arrival.path} is there, and {arrival.came.source} differs:")
        for line in differences:
            click.echo(f"    {line}")
        return click.confirm("Replace the one that is there?", default=False)

    return decide


def is_asked_at_terminal() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return sys.stdin.isatty()


def _tell_faults(
    paths: Sequence[Path], opened: Sequence[Opened], settled: Sequence[Settled]
) -> None:
    from generator.check.all_rules import RULES
    from generator.collect.report import faults_of
    from generator.collect.told import line_of
    from generator.diagnostics.circumstances import Circumstances
    from generator.diagnostics.text import write

    came: dict[str, list[Came]] = {one.arrival.came.source: [] for one in settled}
    for one in settled:
        came[one.arrival.came.source].append(one.arrival.came)

    def line_at(place: Place) -> str | None:
        lines = (line_of(one, place) for one in came.get(place.path, ()))
        return next((line for line in lines if line is not None), None)

    found = faults_of([path.as_posix() for path in paths], opened, settled)
    if found:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        click.echo(write(found, Circumstances(len(opened), line_at, lambda: RULES, colour=colour)))


def _write(root: Path, settled: Sequence[Settled]) -> list[str]:
    """Keep what came and write the returns that are taken in; where it is kept."""
    from pathlib import Path

    from generator.collect.arrival import Outcome
    from generator.model.layout import RECEIVED

    folders = []
    for one in settled:
        arrival = one.arrival
        if not (one.outcome.is_kept and arrival.written):
            continue
        target = root / arrival.path
        kept = root / "audits" / arrival.path.split("/")[1] / RECEIVED
        for folder in (target.parent, kept):
            if not folder.resolve().is_relative_to((root / "audits").resolve()):
                raise click.ClickException(f"{folder} is a link that leads out of audits.")
            folder.mkdir(parents=True, exist_ok=True)
        folders.append(kept.relative_to(root).as_posix())
        _keep(kept, Path(arrival.came.source).read_bytes(), arrival.came.source)
        if one.outcome is Outcome.REPLACES:
            case, agency = arrival.understood.case, arrival.understood.agency
            _keep(kept, target.read_bytes(), f"replaced-{case}-{agency}.yml")
        if one.outcome.is_written:
            # Where nothing was read there is to be nothing: no file is written over unseen.
            mode = "w" if one.outcome is Outcome.REPLACES else "x"
            with target.open(mode, encoding="utf-8", newline="\n") as file:
                file.write(arrival.written.text)
    return list(dict.fromkeys(folders))


def _keep(folder: Path, data: bytes, name: str) -> None:
    """Keep what came, once; git is told to leave the folder alone."""
    from hashlib import sha256
    from pathlib import PurePath

    from generator.model.words import as_id

    (folder / ".gitignore").write_text("*\n", encoding="utf-8", newline="\n")
    path = PurePath(name)
    digest = sha256(data).hexdigest()[:8]
    (folder / f"{as_id(path.stem) or 'return'}-{digest}{path.suffix.lower()}").write_bytes(data)


def _write_replies(
    folder: Path, opened: Sequence[Opened], settled: Sequence[Settled], library: Library
) -> None:
    from generator.collect.reply import replies

    texts = replies(opened, settled, library)
    for agency, text in texts.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{agency}.txt").write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"To send back: {(folder / agency).as_posix()}.txt")
    if not texts:
        click.echo("There is nobody to send anything back to.")
