"""`python -m maverick_lint.dev new-rule KIND NAME | docs [--check]`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from maverick_lint.dev.pages import stale, write
from maverick_lint.dev.scaffold import create

ROOT = Path(__file__).resolve().parents[3]


@click.group()
def cli() -> None:
    """Work on the rules of a checkout."""


@cli.command("new-rule")
@click.argument("kind")
@click.argument("name")
def new_rule(kind: str, name: str) -> None:
    """Write a rule that fails its own examples, to be filled in."""
    try:
        for path in create(ROOT, kind, name):
            click.echo(path.relative_to(ROOT).as_posix())
    except ValueError as error:
        click.echo(f"new-rule: {error}", err=True)
        sys.exit(2)


@cli.command("docs")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a page is not up to date.")
def docs(*, check: bool) -> None:
    """Write the page of every rule and their table."""
    if not check:
        click.echo(f"{write(ROOT)} pages")
        return
    outdated = stale(ROOT)
    for path in outdated:
        click.echo(f"{path}: not up to date; run `python -m maverick_lint.dev docs`", err=True)
    sys.exit(bool(outdated))


if __name__ == "__main__":
    cli()
