"""GitLab's Code Quality report (documentation "Code Quality", read in November 2026)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TextIO

from maverick_lint.report.stream import write_list

if TYPE_CHECKING:
    from maverick_lint.report.model import Report

_SEVERITY: Final = {"error": "critical", "warning": "major", "note": "info"}


def write(report: Report, out: TextIO) -> None:
    """Write the findings as the JSON array that GitLab reads; each fingerprint occurs once."""
    entries = (
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": _SEVERITY[finding.level],
            "location": {
                "path": finding.location.path,
                "lines": {"begin": finding.location.start.line, "end": finding.location.end.line},
            },
        }
        for finding in report.findings
    )
    write_list(entries, out)
    out.write("\n")
