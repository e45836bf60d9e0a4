"""`maverick-lint files`."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from maverick_lint.cli.options import selection_options
from maverick_lint.cli.running import request_of
from maverick_lint.engine.classify import TEXT
from maverick_lint.engine.load import claimed, recognise
from maverick_lint.engine.projects import lay_out
from maverick_lint.report.text import printable
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from maverick_lint.formats.detection import Guess


@click.command("files")
@selection_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Also the files of no known kind.")
def command(form: str, *, everything: bool, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Show each file with the kind it was recognised as, and why."""
    layout = lay_out(request_of(given))
    rows = []
    for project in layout.projects:
        guesses: dict[str, Guess] = {}
        for entry in project.files.entries().values():
            if project.wanted is not None and entry.path not in project.wanted:
                continue
            if any(matches(glob, entry.path) for glob in project.settings.exclude):
                rows.append((project.outside(entry.path), "excluded", "settings: exclude"))
                continue
            guesses[entry.path] = recognise(project.files, entry, project.settings.kinds).guess
        guesses.update(claimed(project.files, guesses))
        rows += [(project.outside(path), guess.kind, guess.reason) for path, guess in guesses.items()]
    shown = sorted(row for row in rows if everything or row[1] != TEXT)
    if form == "json":
        click.echo(json.dumps([{"path": path, "kind": kind, "why": why} for path, kind, why in shown], indent=2))
        return
    for path, kind, why in shown:
        click.echo(f"{kind:<22} {printable(path)}  ({why})")
    counts = Counter(kind for _, kind, _ in rows)
    click.echo(", ".join(f"{number} {kind}" for kind, number in sorted(counts.items())) or "no files")
