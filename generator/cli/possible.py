"""`audits possible`: whether a printed percentage can be right."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.cli.options import OneOf
from generator.limits import MOST_TRIED, UP_TO

if TYPE_CHECKING:
    from generator.render.possible import Said


def _shares(ctx: click.Context, param: click.Parameter, typed: tuple[str, ...]) -> tuple[Said, ...]:
    """Read `59`, `18.25%`, `half` or `two`; anything else ends the command."""
    from generator.render.possible import NoShareError, shares_said

    try:
        return shares_said(typed)
    except NoShareError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def _formats() -> list[str]:
    from generator.render.possible import FORMATS

    return list(FORMATS)


@click.command("possible")
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
    type=OneOf(_formats),
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
    from generator.render.possible import FORMATS, Asked

    if base and up_to:
        raise click.UsageError("Say --of or --up-to: where the base is known, no other is tried.")
    asked = Asked(tuple(_to_places(said, precision) for said in shares), base, up_to or UP_TO)
    click.echo(FORMATS[format_](asked), nl=False)
    sys.exit(0 if asked.answer.is_possible else 1)


def _to_places(said: Said, precision: int | None) -> Said:
    """The percentage as printed to so many places."""
    from decimal import Decimal

    from generator.aggregate.possible import places
    from generator.diagnostics.wording import counted
    from generator.render.possible import Said

    share = said.share
    if precision is None or not isinstance(share, Decimal):
        return said
    if places(share) > precision:
        raise click.UsageError(f"{share} has more than {counted(precision, 'decimal place')}.")
    return Said(share.quantize(Decimal(1).scaleb(-precision)), said.typed)
