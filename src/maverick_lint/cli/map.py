"""`maverick-lint map`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from maverick_lint.cli.options import selection_options
from maverick_lint.cli.outcome import report_of
from maverick_lint.cli.running import request_of
from maverick_lint.engine.session import lint
from maverick_lint.report.map.drawing import drawing_of
from maverick_lint.report.map.html import as_html
from maverick_lint.report.map.json import as_json
from maverick_lint.report.map.mermaid import as_mermaid
from maverick_lint.report.map.svg import as_svg
from maverick_lint.report.map.text import as_text
from maverick_lint.stack.map.draw import map_of
from maverick_lint.stack.map.model import joined

_FORMATS = {"text": as_text, "mermaid": as_mermaid, "html": as_html, "svg": as_svg, "json": as_json}


@click.command("map")
@selection_options
@click.option("--format", "form", type=click.Choice([*_FORMATS]), default="text", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to this file.  [default: standard output]")
def command(form: str, output: str | None, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Draw the deployment: services, images, jobs, proxies and monitoring, what relies on what, and what is broken.

    A joint is red when a rule that joins files has a finding there. Exits with 3 when a file could not be read or a
    rule crashed; the map is drawn all the same.
    """
    outcome = lint(request_of(given))
    report = report_of(outcome, None, {})
    drawn = joined((prefix, map_of(stack)) for prefix, stack in report.stacks)
    text = _FORMATS[form](drawing_of(drawn, report.findings, report.rules, report.source), report.source)
    data = text.encode("utf-8", errors="backslashreplace")
    if output:
        target = Path(output)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)
    sys.exit(3 if outcome.result.broken else 0)
