"""`maverick-lint check`, the command that runs when none is named."""

from __future__ import annotations

import sys
from typing import Any

import click

from maverick_lint.cli.options import selection_options
from maverick_lint.cli.output import FORMATS
from maverick_lint.cli.running import run_check


@click.command("check")
@selection_options
@click.option("--fail-on", type=click.Choice(["error", "warning", "note", "never"]),
              help="The lowest level that makes the exit status 1.  [default: error]")  # fmt: skip
@click.option("--format", "formats", multiple=True, metavar="FORMAT[=FILE]",
              help=f"One of {', '.join(FORMATS)}; may be given several times.  [default: text]")  # fmt: skip
@click.option("--stdin-filename", metavar="PATH", help="Judge standard input as the file PATH.")
@click.option("--diff-base", metavar="REV", help="Compare with this git revision: switches the change/ rules on.")
@click.option("--only-changed", is_flag=True, help="With --diff-base: report only what concerns changed files.")
@click.option("--baseline", metavar="FILE", type=click.Path(dir_okay=False), help="Leave out the findings of FILE.")
@click.option("--fix", is_flag=True, help="Repair what can be repaired safely, and report the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also repairs that may change the meaning.")
@click.option("--diff", is_flag=True, help="Show the repairs as a diff and change nothing.")
@click.option("--shellcheck", is_flag=True, help="Ask ShellCheck about every shell script too, in one process.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even with findings; a broken run still exits with 3.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead of listing them.")
@click.option("--sarif-suppressed", is_flag=True, help="In SARIF: also the suppressed findings, marked so.")
@click.option("--sarif-category", metavar="NAME", help="In SARIF: the category, for several runs of one commit.")
@click.option("--quiet", "-q", is_flag=True, help="Leave out the summary line and notes.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@click.option("--jobs", type=click.IntRange(0), default=0, help="Processes; 0 lets the number of files decide.")
def command(**given: Any) -> None:  # noqa: ANN401 - click's values
    """Check files and folders; the current folder when none is named."""
    sys.exit(run_check(given))
