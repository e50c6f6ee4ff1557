"""The kinds of option that several commands take."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import click


class Day(click.ParamType[date]):
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


class OneOf(click.ParamType[str]):
    """One of some words, which are gathered only where the option is used or explained."""

    name = "choice"

    def __init__(self, words: Callable[[], Iterable[str]]) -> None:
        self._words = words

    def _choice(self) -> click.Choice[str]:
        return click.Choice(list(self._words()))

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """All the words, as help shows them."""
        return self._choice().get_metavar(param, ctx)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The word; anything else ends the command."""
        return self._choice().convert(value, param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """The words that start so."""
        return self._choice().shell_complete(ctx, param, incomplete)


AS_AT = click.option(
    "--as-at",
    type=Day(),
    help="The date at which recommendations are due or overdue, such as 2026-03-31; if not given, "
    "`as_at` of mkdocs.yml, or the date of the last commit.",
)
