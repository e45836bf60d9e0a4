"""`maverick-lint check`, the command that runs when none is named."""

from __future__ import annotations

import sys
from typing import Any

import click

from maverick_lint import __version__
from maverick_lint.core.source import Source
from maverick_lint.engine.files import DiskFiles
from maverick_lint.engine.session import Outcome, Request, lint
from maverick_lint.registry.index import rules
from maverick_lint.report.model import Report

LEVELS = ("note", "warning", "error")


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--select", multiple=True, help="Run exactly these rules: ids, kinds, tool:rule, or ALL.")
@click.option("--ignore", multiple=True, help="Leave these rules out.")
@click.option("--profile", type=click.Choice(["essential", "standard", "strict"]))
@click.option("--fail-on", type=click.Choice([*LEVELS, "never"]))
@click.option("--format", "formats", multiple=True, help="FORMAT or FORMAT=FILE; may be given several times.")
def command(paths: tuple[str, ...], formats: tuple[str, ...], **given: Any) -> None:  # noqa: ANN401 - click's values
    """Check files and folders; the current folder when none is named."""
    overrides = {
        key: tuple(part for item in value for part in item.split(",")) if isinstance(value, tuple) else value
        for key, value in given.items()
        if value
    }
    outcome = lint(Request(paths or (".",), overrides))
    report = report_of(outcome)
    name = (formats or ("text",))[0]
    if name == "json":
        from maverick_lint.report.json import write  # noqa: PLC0415

        write(report, sys.stdout)
    else:
        from maverick_lint.report import text  # noqa: PLC0415

        (text.write_concise if name == "concise" else text.write)(report, sys.stdout)
    sys.exit(status(outcome))


def report_of(outcome: Outcome) -> Report:
    """Return the outcome of a run as reports want it."""
    files = DiskFiles(outcome.root, {})
    result = outcome.result
    return Report(
        findings=tuple(finding for finding in result.findings if finding.suppression is None),
        suppressed=tuple(finding for finding in result.findings if finding.suppression is not None),
        files=result.files,
        unreadable=result.unreadable,
        crashed=result.crashed,
        notices=tuple((notice.path, notice.text) for notice in outcome.notices),
        rules=rules(),
        source=lambda path: Source(path, files.read(path).text),
        version=__version__,
    )


def status(outcome: Outcome) -> int:
    """Return the exit status: 3 for a broken run, 1 for findings at or above the level that fails, else 0."""
    if outcome.result.broken:
        return 3
    if outcome.fail_on == "never":
        return 0
    failing = LEVELS[LEVELS.index(outcome.fail_on) :]
    return int(any(f.level in failing and f.suppression is None for f in outcome.result.findings))
