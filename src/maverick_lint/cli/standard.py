"""`maverick-lint standard`."""

from __future__ import annotations

from typing import Any

import click

from maverick_lint.cli.options import selection_options
from maverick_lint.cli.running import request_of
from maverick_lint.cli.subjects import without_subject
from maverick_lint.engine.session import lint
from maverick_lint.registry.index import rules
from maverick_lint.report.checklist import as_json, as_markdown, as_text, entries
from maverick_lint.stack.derived import derived

_FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


@click.command("standard")
@selection_options
@click.option("--format", "form", type=click.Choice([*_FORMATS]), default="text", show_default=True)
def command(form: str, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Show the standard as a checklist: each section with its rules, met, violated or not applicable here."""
    outcome = lint(request_of(given))
    findings = [finding for finding in outcome.result.findings if finding.suppression is None]
    kinds = {kind for kind, _ in outcome.result.guesses.values()}
    facts: set[str] = set()
    for _, result in outcome.parts:
        if result.stack is not None:
            stated = set(result.stack.facts.kinds)
            facts |= stated | derived(result.stack, stated)
    planned = [rule for rule in rules().values() if any(rule.id in project.plan.active for project, _ in outcome.parts)]
    absent = without_subject(outcome, planned)
    click.echo(_FORMATS[form](entries(planned, findings, kinds, facts, absent)), nl=False)
