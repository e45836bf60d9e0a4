"""`maverick-lint baseline`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from maverick_lint.cli.options import selection_options
from maverick_lint.cli.running import request_of
from maverick_lint.engine.baseline import content
from maverick_lint.engine.session import lint


@click.command("baseline")
@selection_options
@click.option(
    "--output", "-o", default="maverick-lint-baseline.json", show_default=True, type=click.Path(dir_okay=False)
)
def command(output: str, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Write the present findings to a file; `check --baseline FILE` then reports only newer ones."""
    data = content(lint(request_of(given)).result.findings)
    Path(output).write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    click.echo(f"Wrote {len(data['findings'])} finding(s) to {output}.", err=True)
