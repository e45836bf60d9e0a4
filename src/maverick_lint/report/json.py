"""The JSON report; its shape is schemas/findings.schema.json, on which others rely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TextIO

from maverick_lint.report.stream import write_around

if TYPE_CHECKING:
    from maverick_lint.core.finding import Finding, Location
    from maverick_lint.core.fix import Fix
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Position
    from maverick_lint.report.model import Report

_FINDINGS: Final = "the findings"


def write(report: Report, out: TextIO) -> None:
    """Write the report as one JSON object."""
    summary = {
        "files": report.files,
        **report.counts(),
        "suppressed": len(report.suppressed),
        "unreadable": len(report.unreadable),
    }
    data = {
        "schema": 1,
        "tool": {"name": "maverick-lint", "version": report.version},
        "summary": summary,
        "findings": _FINDINGS,
    }
    write_around(data, _FINDINGS, (finding_data(finding, report) for finding in report.findings), out, depth=1)


def finding_data(finding: Finding, report: Report) -> dict[str, Any]:
    """Return a finding as the JSON contract has it."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "path": finding.location.path,
        **_span(finding.location),
        "message": finding.message,
        "equivalents": list(finding.equivalents),
        "related": [
            {"path": related.location.path, **_span(related.location), "message": related.message}
            for related in finding.related
        ],
        "fix": None if finding.fix is None else fix_data(finding.fix, finding.location.path, report),
        "fingerprint": finding.fingerprint,
    }


def fix_data(fix: Fix, path: str, report: Report) -> dict[str, Any]:
    """Return a fix as the JSON contract has it; its edits name lines and columns."""
    edits = []
    for edit in fix.edits:
        source: Source = report.source(edit.path or path)
        edits.append({
            "path": edit.path or path,
            "start": _position(source.position(edit.span.start)),
            "end": _position(source.position(edit.span.end)),
            "text": edit.text,
        })  # fmt: skip
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _span(location: Location) -> dict[str, Any]:
    return {"start": _position(location.start), "end": _position(location.end)}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column}
