"""JUnit XML: a test case for each finding, for CI systems that show test results."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO
from xml.sax.saxutils import quoteattr

from maverick_lint.report.text import printable

if TYPE_CHECKING:
    from maverick_lint.report.model import Report


def write(report: Report, out: TextIO) -> None:
    """Write a test suite for each file with findings; a run without any has one test that passes."""
    failed = len(report.findings)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="maverick-lint" tests="{failed or 1}" failures="{failed}" errors="0">\n')
    for path, group in groupby(report.findings, lambda finding: finding.location.path):
        findings = list(group)
        name = _attribute(path)
        out.write(f'  <testsuite name={name} tests="{len(findings)}" failures="{len(findings)}" errors="0">\n')
        for finding in findings:
            start = finding.location.start
            case = _attribute(f"{finding.rule} {start.line}:{start.column}")
            out.write(f"    <testcase classname={name} name={case} file={name} line={_attribute(str(start.line))}>\n")
            message = _attribute(finding.message)
            out.write(f"      <failure type={_attribute(finding.level)} message={message}/>\n")
            out.write("    </testcase>\n")
        out.write("  </testsuite>\n")
    if not failed:
        out.write('  <testsuite name="maverick-lint" tests="1" failures="0" errors="0">\n')
        out.write(f'    <testcase classname="maverick-lint" name="{report.files} files checked"/>\n')
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _attribute(text: str) -> str:
    return quoteattr(printable(text))
