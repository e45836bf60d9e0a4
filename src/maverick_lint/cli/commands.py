"""The group of commands; each is imported when it is called."""

from __future__ import annotations

import importlib
import sys
from typing import Any, Final

import click

from maverick_lint import __version__
from maverick_lint.cli.names import COMMANDS
from maverick_lint.config.errors import SettingsError

DEFAULT: Final = "check"


class Lazy(click.Group):
    """A group that imports a command's module when the command is asked for, and runs `check` when none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that name none."""
        if not args or (args[0] not in COMMANDS and args[0] not in ("--help", "-h", "--version")):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; wrong settings end it with status 2 and one line."""
        try:
            return super().invoke(ctx)
        except SettingsError as error:
            click.echo(f"maverick-lint: {error}", err=True)
            sys.exit(2)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, message="maverick-lint %(version)s")
def cli() -> None:
    """Check a repository's Dockerfiles, Compose files, CI, nginx, Prometheus and more against one standard.

    maverick-lint [PATH ...] is short for maverick-lint check [PATH ...].
    """
