"""`maverick-lint config show`."""

from __future__ import annotations

import json
from typing import Any

import click

from maverick_lint.cli.options import selection_options
from maverick_lint.cli.running import request_of
from maverick_lint.core.record import field_names
from maverick_lint.engine.projects import lay_out


@click.group("config")
def command() -> None:
    """Show the settings in force."""


@command.command("show")
@selection_options
def show(**given: Any) -> None:  # noqa: ANN401 - click's values
    """Show each setting with its value and where it was set."""
    for project in lay_out(request_of(given)).projects:
        if project.prefix:
            click.echo(f"\n{project.prefix}/")
        settings = project.settings
        for name in field_names(settings):
            if name != "sources":
                value = json.dumps(_plain(getattr(settings, name)), default=str)
                source = settings.sources.get(name, "default")
                click.echo(f"{name.replace('_', '-')} = {value}  # {source}")


def _plain(value: Any) -> Any:  # noqa: ANN401 - any setting
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return dict(value)
    return value
