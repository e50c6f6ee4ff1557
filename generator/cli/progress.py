"""How far a long piece of work has got, for somebody who waits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

from generator.diagnostics.visible import printed

_LONG = 8
"""Of fewer audits nobody waits long."""


@contextmanager
def progress() -> Iterator[Callable[[int, str], None] | None]:
    """Gives what shows how many audits are done, which, and the time left; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as stack:
        bar: Any = None

        def tell(of: int, audit: str) -> None:
            nonlocal bar
            if of >= _LONG:
                bar = bar or stack.enter_context(_bar(of))
                bar.update(1, audit)

        yield tell


def _bar(of: int) -> Any:
    return click.progressbar(
        length=of,
        label="Checking",
        # Past what keeps a terminal from obeying: the bar draws over itself. No name does.
        file=sys.__stderr__,
        show_pos=True,
        item_show_func=lambda audit: printed(audit) if audit else None,
    )
