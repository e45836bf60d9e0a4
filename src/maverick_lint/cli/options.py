"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable


def selection_options(function: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments and options that say which files and which rules."""
    for decorate in reversed((
        click.argument("paths", nargs=-1, type=click.Path()),
        click.option("--select", multiple=True, metavar="RULES",
                     help="Run exactly these rules: ids, kinds, tool:rule, or ALL; comma-separated."),
        click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out."),
        click.option("--profile", type=click.Choice(["essential", "standard", "strict"]),
                     help="The rules that run.  [default: standard]"),
        click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False),
                     help="Use this settings file."),
        click.option("--no-config", is_flag=True, help="Use no settings file."),
    )):  # fmt: skip
        function = decorate(function)
    return function
