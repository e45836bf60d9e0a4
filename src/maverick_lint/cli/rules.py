"""`maverick-lint rules`."""

from __future__ import annotations

import json

import click

from maverick_lint.registry.index import rules


@click.command("rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(form: str) -> None:
    """List every rule with its level and profile."""
    known = rules().values()
    if form == "json":
        data = [
            {
                "id": rule.id,
                "level": rule.level,
                "profile": rule.profile,
                "title": rule.title,
                "standard": rule.standard,
                "equivalents": list(rule.equivalents),
                "fixable": rule.fixable,
            }
            for rule in known
        ]
        click.echo(json.dumps(data, indent=2))
        return
    width = max(len(rule.id) for rule in known)
    for rule in known:
        click.echo(f"{rule.id:<{width}}  {rule.level:<7}  {rule.profile:<9}  {rule.title}")
