"""The report for people: each finding with the line that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from maverick_lint.core.finding import Finding
    from maverick_lint.report.model import Report

_COLOURS: Final = {"error": "31", "warning": "33", "note": "36", "path": "1", "dim": "2"}
_WIDTH: Final = 160


def write(report: Report, out: TextIO, *, colour: bool = False, last_line: bool = True) -> None:
    """Write the findings with excerpts and related places, then a summary line."""
    for finding in report.findings:
        _write_head(finding, out, colour=colour)
        _write_excerpt(report, finding, out, colour=colour)
        for related in finding.related:
            at = related.location
            out.write(f"    {printable(at.path)}:{at.start.line}:{at.start.column}: {related.message}\n")
    if last_line:
        out.write(summary(report) + "\n")


def write_concise(report: Report, out: TextIO, *, colour: bool = False, last_line: bool = True) -> None:
    """Write a line for each finding, then a summary line."""
    for finding in report.findings:
        _write_head(finding, out, colour=colour)
    if last_line:
        out.write(summary(report) + "\n")


def printable(text: str) -> str:
    """Return a text on one line that no terminal takes for commands: control characters become escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\t" else ascii(c)[1:-1] for c in text)


def summary(report: Report) -> str:
    """Return the last line: what was found, in how many files, and what could not be read."""
    counts = report.counts()
    found = ", ".join(_count(number, level) for level, number in counts.items() if number) or "No findings"
    line = f"{found} in {_count(report.files, 'file')} checked"
    if report.suppressed:
        line += f", {len(report.suppressed)} suppressed"
    if report.unreadable:
        line += f", {_count(len(report.unreadable), 'file')} could not be read"
    if report.crashed:
        line += f", {_count(len(report.crashed), 'rule')} crashed"
    return line + "."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _write_head(finding: Finding, out: TextIO, *, colour: bool) -> None:
    start = finding.location.start
    place = f"{printable(finding.location.path)}:{start.line}:{start.column}"
    head = f"{_paint(place, 'path', colour)}: {_paint(finding.level, finding.level, colour)}"
    out.write(f"{head} {printable(finding.message)} {_paint(f'[{finding.rule}]', 'dim', colour)}\n")


def _write_excerpt(report: Report, finding: Finding, out: TextIO, *, colour: bool) -> None:
    source = report.source(finding.location.path)
    start, end = finding.location.start, finding.location.end
    line = source.line_span(start.line)
    text = source.text[line.start : line.end]
    if not text.strip():
        return
    last = end.column if end.line == start.line else len(text) + 1
    first = max(0, start.column - _WIDTH // 2) if len(text) > _WIDTH else 0
    shown = "".join(c if c.isprintable() or c == "\t" else " " for c in text[first : first + _WIDTH])
    lead = "".join("\t" if character == "\t" else " " for character in shown[: start.column - 1 - first])
    marks = "^" * max(1, min(last, first + len(shown) + 1) - start.column)
    gutter = f"{start.line:>5} | "
    out.write(f"{_paint(gutter, 'dim', colour)}{shown}\n")
    out.write(f"{_paint('      | ', 'dim', colour)}{lead}{_paint(marks, finding.level, colour)}\n")


def _paint(text: str, role: str, colour: bool) -> str:  # noqa: FBT001 - a private function's only switch
    return f"\x1b[{_COLOURS[role]}m{text}\x1b[0m" if colour else text
