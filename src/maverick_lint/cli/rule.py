"""`maverick-lint rule ID`."""

from __future__ import annotations

import sys

import click

from maverick_lint.config.errors import nearest
from maverick_lint.engine.plan import names
from maverick_lint.registry.index import rules
from maverick_lint.report.page import page


@click.command("rule")
@click.argument("identifier", metavar="ID")
def command(identifier: str) -> None:
    """Explain a rule, by its id or by another tool's name for it (hadolint:DL3002)."""
    known = rules()
    found = [
        rule for rule in known.values() if rule.id == identifier or (":" in identifier and names([identifier], rule))
    ]
    if not found:
        click.echo(f"maverick-lint: no rule is called `{identifier}`{nearest(identifier, list(known))}", err=True)
        sys.exit(2)
    click.echo("\n".join(page(rule) for rule in found), nl=False)
