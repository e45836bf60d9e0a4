"""GitHub's workflow commands: annotations, sorted and folded under GitHub's limits.

GitHub keeps 10 errors, 10 warnings and 10 notices of a step and drops the rest without a word (documentation of
workflow commands and of problem matchers, read in November 2026). So the most severe come first, and what is left
out is counted in a last line.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, TextIO

from maverick_lint.report.text import printable, summary

if TYPE_CHECKING:
    from maverick_lint.core.finding import Finding
    from maverick_lint.report.model import Report

LIMIT: Final = 10
_COMMANDS: Final = {"error": "error", "warning": "warning", "note": "notice"}


def write(report: Report, out: TextIO) -> None:
    """Write the annotations, then the summary line as a plain line of the log."""
    left_out = 0
    for level in _COMMANDS:
        findings = (finding for finding in report.findings if finding.level == level)
        # The last notice is kept for what is left out.
        limit = LIMIT if level != "note" else LIMIT - 1
        out.writelines(annotation(finding) + "\n" for finding in islice(findings, limit))
        left_out += sum(1 for _ in findings)
    if left_out:
        out.write(f"::notice title=maverick-lint::{left_out} more findings are in the job summary and the report\n")
    out.write(summary(report) + "\n")


def annotation(finding: Finding) -> str:
    """Return the workflow command that shows a finding at its place."""
    start, end = finding.location.start, finding.location.end
    properties = {"file": finding.location.path, "line": str(start.line)}
    if end.line == start.line:
        # GitHub takes columns for annotations within one line only.
        properties.update({"endLine": str(end.line), "col": str(start.column), "endColumn": str(end.column)})
    properties["title"] = finding.rule
    text = finding.message + "".join(
        f"\n{related.location.path}:{related.location.start.line}: {related.message}" for related in finding.related
    )
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {shown}::{_data(text)}"


def _data(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
