"""The command `audits`: one module a command or pair, each imported only when it is asked for.

A module of a command imports at its top what its `--help` needs, and the rest where it is used:
whoever asks for help, or completes a word, does not wait for all floors to be read.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from generator.process import safe_output

_MODULES: Final = {
    "build": "build",
    "calendar": "calendar",
    "chase": "chase",
    "check": "check",
    "collate": "collate",
    "identifiers": "identifiers",
    "import": "imported",
    "kit": "kit",
    "list": "glance",
    "new": "new",
    "pack": "pack",
    "pages": "pages",
    "possible": "possible",
    "receive": "receive",
    "release": "release",
    "released": "released",
    "rollup": "rollup",
    "schema": "schema",
    "show": "glance",
    "status": "status",
    "synthesise": "synthesise",
    "thread": "thread",
}
"""The module of each command; the command is called as there, with `_command` behind it."""


class _Commands(click.Group):
    """The commands, in the order of the alphabet."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command that is asked for; nothing it prints is obeyed by a terminal."""
        with safe_output():
            return super().main(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """The same; what the file system refuses is said in a line."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # Click ends quietly: whoever reads has enough
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{where}{error.strerror or error}.") from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"{__name__}.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what stands in their modules, which are not loaded for it."""
        listed = [click.Command(name, help=_manual(name)) for name in _MODULES]
        click.Group(commands=listed).format_commands(ctx, formatter)


def _manual(name: str) -> str:
    """What the command says of itself, as it is written."""
    written = Path(__file__).with_name(f"{_MODULES[name]}.py").read_text(encoding="utf-8")
    says = re.search(rf'^def {name}_command\(.*?\) -> None:\n +"""(.*?)"""', written, re.M | re.S)
    return says[1] if says else ""


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="learning-from-audits")
def main() -> None:
    """Learning from multi-agency audits: check the data, collate it, see who has not returned.

    \b
    Run it anywhere inside the project. To begin:
      audits new                         start an audit
      audits import TABLE --audit AUDIT  type off a printed table
      audits check                       is anything wrong with the data?
      audits identifiers DRAFT           does a draft name anybody?
      audits build                       the site, in the place of the last
      audits release --edition public    let it out, with a record of who looked
      audits status AUDIT                who has not returned yet?
      audits kit AUDIT FOLDER            forms for each agency, to send out
      audits receive FOLDER              what agencies sent becomes returns
      audits chase AUDIT FOLDER          a letter for each of them
      audits collate AUDIT --format csv  every answer, added up
      audits rollup FILES                several partnerships' answers, added up
      audits possible 59 --of 6          can 59% of six cases be right?
      audits pack AUDIT --out FOLDER     all answers on a case, for the meeting
      audits thread AUDIT                what is left to say or to do?
      audits synthesise DIR              made-up audits, to try things out
      audits check --help                what a command can do
    """
