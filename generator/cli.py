"""The command `audits`."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from generator import scaffold
from generator.aggregate.book import book
from generator.aggregate.collation import By, collate
from generator.aggregate.loose_ends import loose_ends
from generator.aggregate.matrix import matrix
from generator.aggregate.possible import MOST_TRIED, UP_TO, places
from generator.aggregate.progress import found_recommendations
from generator.aggregate.results import audit_results
from generator.check.all_rules import RULES
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.formats import FORMATS, Circumstances
from generator.diagnostics.wording import counted, nearest
from generator.model.edition import Edition
from generator.model.library import Audit
from generator.model.schema import schemas
from generator.pipeline import Checked, UnreadableDateError, as_at_of, check, pages
from generator.render import collation
from generator.render.loose_ends_text import audit_loose_ends_text, loose_ends_text
from generator.render.overview_text import audit_text, audits_text
from generator.render.plain import plain_files
from generator.render.possible import FORMATS as POSSIBLE_FORMATS
from generator.render.possible import Asked, NoShareError, Said, shares_said
from generator.render.status import status_text


class _Day(click.ParamType[date]):
    """A day as people write it to a computer."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read `2026-03-31`; anything else ends the command."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is no date; write it like 2026-03-31.", param, ctx)


def _shares(ctx: click.Context, param: click.Parameter, typed: tuple[str, ...]) -> tuple[Said, ...]:
    """Read `59`, `18.25%`, `half` or `two`; anything else ends the command."""
    try:
        return shares_said(typed)
    except NoShareError as error:
        raise click.BadParameter(str(error), ctx, param) from None


_AS_AT = click.option(
    "--as-at",
    type=_Day(),
    help="The date at which recommendations are due or overdue, such as 2026-03-31; if not given, "
    "`as_at` of mkdocs.yml, or the date of the last commit.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="learning-from-audits")
def main() -> None:
    """Learning from multi-agency audits: check the data, collate it, see who has not returned.

    \b
    Run it anywhere inside the project. To begin:
      audits new                         start an audit
      audits check                       is anything wrong with the data?
      audits status AUDIT                who has not returned yet?
      audits collate AUDIT --format csv  every answer, added up
      audits possible 59 --of 6          can 59% of six cases be right?
      audits thread AUDIT                what is left to say or to do?
      audits check --help                what a command can do
    """


@main.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="text for people, github or gitlab for a pull request, sarif or json for other tools.",
)
@_AS_AT
def check_command(paths: tuple[Path, ...], format_: str, as_at: date | None) -> None:
    """Say what is wrong with the data, where, and what to do about it.

    Checks everything, or shows only what concerns the files and folders at PATHS.

    \b
      audits check
      audits check audits/example-2026-neglect-and-school/returns
      audits check --format github

    Ends with 0 where there is nothing but warnings and notes, 1 where there are errors, 2 for
    wrong use.
    """
    root = _root()
    checked = _checked(as_at)
    found = list(checked.diagnostics)
    files = [file.document.path for file in checked.tree.files]
    if paths:
        wanted = [_inside(root, path) for path in paths]
        found = [one for one in found if _is_below(one.place.path, wanted)]
        files = [path for path in files if _is_below(path, wanted)]
    lines = {file.document.path: file.document for file in checked.tree.files}
    circumstances = Circumstances(
        rules=RULES,
        files=len(files),
        line_at=lambda place: lines[place.path].line(place.line) if place.path in lines else None,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
    )
    click.echo(FORMATS[format_](found, circumstances), nl=False)
    sys.exit(1 if any(one.severity == "error" for one in found) else 0)


@main.command("collate")
@click.argument("audit")
@click.option(
    "--by",
    type=click.Choice([by.value for by in By]),
    default=By.QUESTION.value,
    show_default=True,
    help="Add up over the whole audit, or for each agency or case.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(collation.FORMATS)),
    default="table",
    show_default=True,
    help="table to read here, csv for a spreadsheet, json or markdown.",
)
def collate_command(audit: str, by: str, format_: str) -> None:
    """Add up the answers of AUDIT, one row a question and answer.

    A percentage is the share of the base: those who gave an answer of the question's scale.
    Don't know, not applicable and blank are outside it, each in a row of its own. Where fewer
    than ten are in the base there is no percentage. Halves round up.

    \b
      audits collate example-2026-neglect-and-school
      audits collate example-2026-neglect-and-school --by agency --format csv > answers.csv
    """
    checked, one = _audit(audit)
    rows = collate(one, checked.tree.library, By(by))
    if not rows:
        click.echo(f"{one.id} has no answers to add up.", err=True)
    click.echo(collation.FORMATS[format_](collation.cells(one.id, By(by), rows)), nl=False)


@main.command("status")
@click.argument("audit")
@click.option(
    "--as-at",
    type=_Day(),
    help="The date to count days from, such as 2026-03-31; without it no days are counted.",
)
def status_command(audit: str, as_at: date | None) -> None:
    """Show what came back for AUDIT, agency by case, and what is still missing.

    \b
      audits status example-2026-neglect-and-school
      audits status example-2026-neglect-and-school --as-at 2026-03-31
    """
    checked, one = _audit(audit)
    click.echo(status_text(one, matrix(one), checked.tree.library, as_at), nl=False)


@main.command("list")
def list_command() -> None:
    """List the audits, newest first: id, partnership, date, cases, and how far each has come."""
    checked = _checked()
    _refuse_errors(checked.diagnostics)
    click.echo(audits_text(checked.tree.library), nl=False)


@main.command("show")
@click.argument("audit")
@_AS_AT
def show_command(audit: str, as_at: date | None) -> None:
    """Show AUDIT at a glance: what it found, what it asks, and how far that has come.

    \b
      audits show cheshire-east-2016-domestic-abuse
    """
    checked, one = _audit(audit, as_at)
    day = _day(as_at)
    alone = checked.tree.library.model_copy(update={"audits": {one.id: one}})
    click.echo(audit_text(book(alone, day), one), nl=False)


@main.command("thread")
@click.argument("audit", required=False)
@_AS_AT
def thread_command(audit: str | None, as_at: date | None) -> None:
    """List what hangs loose, from answer to impact: of every audit in short, of AUDIT in full.

    The thread runs from an answer to the finding that rests on it, the recommendation that meets
    it, who leads and by when, what was done, what it changed, and the next audit that looks again.
    Where it breaks off, somebody has something left to say; each kind says what.

    \b
      audits thread
      audits thread example-2026-neglect-and-school
      audits thread example-2026-neglect-and-school --as-at 2027-07-01
    """
    if audit is None:
        checked = _checked(as_at)
        _refuse_errors(checked.diagnostics)
        click.echo(loose_ends_text(book(checked.tree.library, _day(as_at))), nl=False)
        return
    checked, one = _audit(audit, as_at)
    day, library = _day(as_at), checked.tree.library
    results = audit_results(one, library)
    ends = loose_ends(one, found_recommendations(one, day), library, results)
    click.echo(audit_loose_ends_text(one, ends, results, day), nl=False)


@main.command("new")
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
    type=click.IntRange(1, 99),
    prompt="How many cases",
    default=6,
    help="How many cases.",
)
@click.option(
    "--agencies",
    prompt="Agencies asked (their ids, with commas between)",
    help="Who is asked: ids of audits/agencies.yml, with commas between.",
)
@click.option("--from", "like", metavar="AUDIT", help="Take over the tool of this audit.")
def new_command(
    partnership: str, year: int, theme: str, cases: int, agencies: str, like: str | None
) -> None:
    """Start an audit: a folder that passes the checks, with comments that teach.

    `audits new` alone asks for what it needs; options answer beforehand.

    \b
      audits new --partnership redbridge --year 2027 --theme neglect --cases 6 --agencies nelft
    """
    root = _root()
    library = _checked().tree.library
    asked = [one.strip() for one in agencies.split(",") if one.strip()]
    if not asked:
        raise click.UsageError("Name at least one agency.")
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
    for path, content in scaffold.files(wanted, library):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")
    click.echo(
        f"audits/{wanted.id} is there. Next: write audit.yml and the cases, then `audits check`, "
        f"and `audits status {wanted.id}` while returns come in."
    )


@main.command("pages")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.INTRANET.value,
    show_default=True,
    help="Who the pages are for.",
)
@_AS_AT
def pages_command(folder: Path, edition: str, as_at: date | None) -> None:
    """Write the pages into FOLDER as plain Markdown, for any other site generator.

    \b
      audits pages build/markdown
      audits pages build/public --edition public --as-at 2026-03-31
    """
    root = _root()
    if not (root / "site" / "templates").is_dir():
        raise click.UsageError(f"{root} has no templates for pages in site/templates.")
    checked = _checked(as_at)
    _refuse_errors(checked.diagnostics)
    day = _day(as_at)
    if folder.exists() and any(folder.iterdir()):
        # An earlier edition left there could hold more than this one may show.
        raise click.UsageError(f"{folder} is not empty: name a new folder, or empty it first.")
    made = pages(checked, root / "site/templates", Edition(edition), day)
    shutil.copytree(root / "site/pages", folder, dirs_exist_ok=True)
    for picture in sorted({picture for page in made for picture in page.pictures}):
        (folder / picture).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / picture, folder / picture)
    for path, text in plain_files(made):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{counted(len(made), 'page')} written to {folder}")


@main.command("possible")
@click.argument("shares", metavar="PERCENT...", nargs=-1, required=True, callback=_shares)
@click.option(
    "--of", "base", type=click.IntRange(1, MOST_TRIED), help="How many there were; else any base."
)
@click.option(
    "--up-to",
    type=click.IntRange(1, MOST_TRIED),
    help=f"Without --of: the largest base to try; if not given, {UP_TO}.",
)
@click.option(
    "--places",
    "precision",
    type=click.IntRange(0, 4),
    help="How many decimal places were printed, where you typed fewer: 59 is 59.0 with 1.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(POSSIBLE_FORMATS)),
    default="text",
    show_default=True,
    help="text for people, json for other tools.",
)
def possible_command(
    shares: tuple[Said, ...],
    base: int | None,
    up_to: int | None,
    precision: int | None,
    format_: str,
) -> None:
    """Say whether any whole count gives a printed PERCENT, and which.

    Several are taken as all the answers to one question: their counts must add up to one base.
    Halves rounded up are tried first, then halves rounded to the even number, then places cut off.
    Parts and counts can be said in words: half, two-thirds, three fifths, one, two, twenty-one.

    \b
      audits possible 59 --of 6
      audits possible 18.25
      audits possible 48.4 16.1 35.5
      audits possible 29 51 19.4 --places 1
      audits possible half one 42%
      audits possible 33 67 --of 6 --format json

    Ends with 0 where it is possible, 1 where it is not, 2 for wrong use.
    """
    if base and up_to:
        raise click.UsageError("Say --of or --up-to: where the base is known, no other is tried.")
    asked = Asked(tuple(_to_places(one, precision) for one in shares), base, up_to or UP_TO)
    click.echo(POSSIBLE_FORMATS[format_](asked), nl=False)
    sys.exit(0 if asked.answer.is_possible else 1)


@main.command("schema")
def schema_command() -> None:
    """Write the JSON Schemas of all files into schema/, for editors and other tools."""
    folder = _root() / "schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{counted(len(schemas()), 'schema')} written to {folder.name}/")


def _to_places(said: Said, precision: int | None) -> Said:
    """The percentage as printed to so many places."""
    share = said.share
    if precision is None or not isinstance(share, Decimal):
        return said
    if places(share) > precision:
        raise click.UsageError(f"{share} has more than {counted(precision, 'decimal place')}.")
    return Said(share.quantize(Decimal(1).scaleb(-precision)), said.typed)


def _root() -> Path:
    """The folder that holds `audits/`: this one or the nearest above it."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "audits").is_dir() and folder.name != "audits":
            return folder
    raise click.UsageError(
        "There is no folder `audits` here or above. Change to the project's folder first."
    )


def _starting_like(word: str, names: Iterable[str]) -> str | None:
    """The name whose start `word` was most likely meant to be."""
    starts: dict[str, str] = {}
    for name in names:
        starts.setdefault(name[: len(word)], name)
    return starts.get(nearest(word, starts) or "")


def _inside(root: Path, path: Path) -> str:
    full = path.resolve()
    if not full.exists():
        raise click.UsageError(f"There is no file or folder {path}.")
    if not full.is_relative_to((root / "audits").resolve()):
        raise click.UsageError(f"{path} is not below {root.name}/audits, so it is not checked.")
    return full.relative_to(root.resolve()).as_posix()


def _is_below(path: str, wanted: list[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in wanted)


def _checked(as_at: date | None = None) -> Checked:
    """The folder `audits`, its states held against this date or the one that goes without."""
    root = _root()
    return check(root / "audits", as_at or _usual_day(root))


def _day(given: date | None) -> date:
    """The date given, or the one that goes without saying; ends the command where none is."""
    day = given or _usual_day(_root())
    if day is None:
        raise click.UsageError("This is no git checkout: say --as-at DATE.")
    return day


def _usual_day(root: Path) -> date | None:
    """The date that goes without saying; ends the command where the one set cannot be read."""
    try:
        return as_at_of(root)
    except UnreadableDateError as error:
        raise click.UsageError(str(error)) from None


def _audit(name: str, as_at: date | None = None) -> tuple[Checked, Audit]:
    """The audit called `name`; ends the command where it, or a register, has errors."""
    checked = _checked(as_at)
    audits = checked.tree.library.audits
    folders = sorted({file.audit for file in checked.tree.files if file.audit})
    wanted = Path(name).name
    if wanted not in folders:
        near = _starting_like(wanted, folders) or nearest(wanted, folders)
        question = f" Did you mean {near}?" if near else ""
        known = "\n".join(f"  {one}" for one in folders)
        raise click.UsageError(f"There is no audit {name}.{question}\nThe audits are:\n{known}")
    _refuse_errors(
        one
        for one in checked.diagnostics
        if one.place.path.split("/")[1] == wanted or one.place.path.count("/") == 1
    )
    return checked, audits[wanted]


def _must_be_in(register: str, known: Collection[str], names: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            near = nearest(name, known)
            tip = f"Did you mean {near}?" if near else f"Add it to audits/{register} first."
            raise click.UsageError(f"audits/{register} has no {name}. {tip}")


def _tool_of(root: Path, audit: str) -> str:
    path = root / "audits" / _audit(audit)[1].id / "tool.yml"
    if not path.exists():
        raise click.UsageError(f"{audit} has no tool to take over.")
    return path.read_text(encoding="utf-8")


def _refuse_errors(found: Iterable[Diagnostic]) -> None:
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        first = errors[0]
        click.echo(
            f"{first.place.path}:{first.place.line}:{first.place.column}: {first.message}\n"
            f"{counted(len(errors), 'error')} in the data; `audits check` shows all of them.",
            err=True,
        )
        sys.exit(1)
