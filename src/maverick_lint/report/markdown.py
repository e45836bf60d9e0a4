"""A Markdown report, for a job summary or a comment; it stays under GitHub's limit of a megabyte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TextIO

from maverick_lint import HOME
from maverick_lint.report.text import printable, summary

if TYPE_CHECKING:
    from maverick_lint.core.finding import Finding
    from maverick_lint.report.model import Report

LIMIT: Final = 900_000
_LEVELS: Final = ("error", "warning", "note")


def write(report: Report, out: TextIO) -> None:
    """Write the summary line and a table of findings, the most severe first."""
    out.write(f"## maverick-lint\n\n{summary(report)}\n")
    if not report.findings:
        return
    out.write("\n| Level | Place | Finding | Rule |\n| --- | --- | --- | --- |\n")
    written = 0
    for number, finding in enumerate(one for level in _LEVELS for one in report.findings if one.level == level):
        row = _row(finding)
        written += len(row.encode(errors="replace"))
        if written > LIMIT:
            out.write(f"\n{len(report.findings) - number} more findings do not fit here.\n")
            return
        out.write(row)


def _row(finding: Finding) -> str:
    start = finding.location.start
    place = f"`{_cell(finding.location.path)}:{start.line}:{start.column}`"
    related = "".join(
        f"<br>`{_cell(item.location.path)}:{item.location.start.line}`: {_cell(item.message)}"
        for item in finding.related
    )
    rule = f"[{finding.rule}]({HOME}/blob/main/docs/rules/{finding.rule}.md)"
    return f"| {finding.level} | {place} | {_cell(finding.message)}{related} | {rule} |\n"


def _cell(text: str) -> str:
    return printable(text).replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")
