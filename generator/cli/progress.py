"""How far a long piece of work has got, for somebody who waits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_LONG = 8
"""Of fewer audits nobody waits long."""


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None] | None]:
    """Gives what shows how many audits are done, which, and the time left; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(
        length=0,
        label="Checking",
        file=sys.stderr,
        show_pos=True,
        item_show_func=lambda audit: audit,
    ) as bar:

        def tell(done: int, of: int, audit: str) -> None:
            if of >= _LONG:
                bar.length = of
                bar.update(done - bar.pos, audit)

        yield tell
