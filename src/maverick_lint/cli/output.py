"""Writes a report in the formats that were asked for, to the terminal or to files."""

from __future__ import annotations

import importlib
import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, Final, TextIO

from maverick_lint.config.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.report.model import Report

FORMATS: Final = {
    "text": "maverick_lint.report.text:write",
    "concise": "maverick_lint.report.text:write_concise",
    "json": "maverick_lint.report.json:write",
    "sarif": "maverick_lint.report.sarif:write",
    "github": "maverick_lint.report.github:write",
    "gitlab": "maverick_lint.report.gitlab:write",
    "junit": "maverick_lint.report.junit:write",
    "markdown": "maverick_lint.report.markdown:write",
    "html": "maverick_lint.report.html.write:write",
}
_FOR_PEOPLE: Final = ("text", "concise")


def parse_formats(given: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of format and file ("" for standard output).

    Raises SettingsError for an unknown format, or when two would go to standard output.
    """
    parsed = []
    for item in given or ("text",):
        name, _, path = item.partition("=")
        if name not in FORMATS:
            message = f"--format: `{name}` is none of {', '.join(FORMATS)}"
            raise SettingsError(message)
        parsed.append((name, path))
    if sum(not path for _, path in parsed) > 1:
        message = "--format: only one format can go to standard output; write the others as FORMAT=FILE"
        raise SettingsError(message)
    return parsed


def write_reports(
    report: Report, formats: Sequence[tuple[str, str]], *, color: str, quiet: bool, statistics: bool
) -> None:
    """Write each format to its place, and notes about what was passed over to standard error."""
    for name, path in formats:
        if path:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="") as out:
                _write(report, name, out, colour=False, quiet=quiet)
        elif statistics:
            _write_statistics(report, _standard_output())
        else:
            _write(report, name, _standard_output(), colour=_colour(color), quiet=quiet)
    if not quiet:
        for path, text in report.notices:
            sys.stderr.write(f"maverick-lint: {path!r} {text}; skipped\n")


def _write(report: Report, name: str, out: TextIO, *, colour: bool, quiet: bool) -> None:
    module, _, function = FORMATS[name].partition(":")
    write = getattr(importlib.import_module(module), function)
    if name in _FOR_PEOPLE:
        write(report, out, colour=colour, last_line=not quiet)
    else:
        write(report, out)
    out.flush()


def _standard_output() -> TextIO:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    return sys.stdout


def _colour(color: str) -> bool:
    if color == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color == "always"


def _write_statistics(report: Report, out: TextIO) -> None:
    counted = Counter((finding.rule, finding.level) for finding in report.findings)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    out.writelines(f"{number:>6}  {level:<7}  {rule}\n" for (rule, level), number in ordered)
