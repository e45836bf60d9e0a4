"""`maverick-lint join`."""

from __future__ import annotations

import sys
from typing import Any

import click

from maverick_lint.cli.outcome import report_of, status
from maverick_lint.cli.output import FORMATS, parse_formats, write_reports
from maverick_lint.cli.running import request_of
from maverick_lint.engine.session import lint_parts


@click.command("join")
@click.argument("parts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
@click.option("--root", default=".", show_default=True, type=click.Path(exists=True, file_okay=False),
              help="The checkout that the parts were judged in.")  # fmt: skip
@click.option("--select", multiple=True, metavar="RULES", help="As given to `facts`.")
@click.option("--ignore", multiple=True, metavar="RULES", help="As given to `facts`.")
@click.option("--profile", type=click.Choice(["essential", "standard", "strict"]), help="As given to `facts`.")
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="As given to `facts`.")
@click.option("--no-config", is_flag=True, help="As given to `facts`.")
@click.option("--shellcheck", is_flag=True, help="As given to `facts`.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]),
              help="The lowest level that makes the exit status 1.  [default: error]")  # fmt: skip
@click.option("--format", "formats", multiple=True, metavar="FORMAT[=FILE]",
              help=f"One of {', '.join(FORMATS)}; may be given several times.  [default: text]")  # fmt: skip
@click.option("--diff-base", metavar="REV", help="Compare with this git revision: switches the change/ rules on.")
@click.option("--only-changed", is_flag=True, help="With --diff-base: report only what concerns changed files.")
@click.option("--baseline", metavar="FILE", type=click.Path(dir_okay=False), help="Leave out the findings of FILE.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even with findings; a broken run still exits with 3.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of listing them.")
@click.option("--quiet", "-q", is_flag=True, help="Leave out the summary line and notes.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def command(parts: tuple[str, ...], root: str, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Judge the whole repository from all its parts; reports and exit status are those of one run of `check`."""
    formats = parse_formats(given["formats"])
    outcome = lint_parts(request_of({**given, "paths": (root,)}), parts)
    report = report_of(outcome, given["baseline"], {})
    write_reports(report, formats, color=given["color"], quiet=given["quiet"], statistics=given["statistics"])
    sys.exit(status(outcome, report, exit_zero=given["exit_zero"]))
