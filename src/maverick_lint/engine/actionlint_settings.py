"""The ignores of actionlint's own settings file, which count for findings that stand for one of actionlint's.

`.github/actionlint.yaml` has `paths: {GLOB: {ignore: [REGEX, ...]}}`; the expressions are searched in actionlint's
messages (actionlint's documentation, "Configuration", read in November 2026). Our messages differ, so an expression
counts when it is found in ours, in `message [kind]`, or in what actionlint says of a ShellCheck finding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Suppression
from maverick_lint.core.record import replace
from maverick_lint.core.source import Source
from maverick_lint.select.glob import matches

if TYPE_CHECKING:
    from maverick_lint.core.finding import Finding
    from maverick_lint.engine.files import Files

PATHS: Final = (".github/actionlint.yaml", ".github/actionlint.yml")
_LONGEST: Final = 500


def apply(findings: list[Finding], files: Files) -> list[Finding]:
    """Return the findings, those that actionlint's settings silence marked so."""
    path = next((path for path in PATHS if path in files.entries()), None)
    if path is None or not any(_names(finding) for finding in findings):
        return findings
    ignores = _ignores(Source(path, files.read(path).text))
    return [_judged(finding, ignores, path) for finding in findings]


def _ignores(source: Source) -> list[tuple[str, re.Pattern[str]]]:
    from maverick_lint.formats._yaml import read_yaml  # only where there is such a file

    root = read_yaml(source, "go").root
    entries = root.get("paths") if root is not None else None
    found = []
    for glob, settings in entries.pairs().items() if entries is not None else ():
        listed = settings.get("ignore")
        for item in listed.items() if listed is not None else ():
            try:
                found.append((glob, re.compile(item.raw[:_LONGEST])))
            except re.error:
                continue
    return found


def _judged(finding: Finding, ignores: list[tuple[str, re.Pattern[str]]], path: str) -> Finding:
    if finding.suppression is not None or not _names(finding):
        return finding
    texts = [finding.message, *(f"{finding.message} [{name}]" for name in _names(finding))]
    texts += [
        f"shellcheck reported issue in this script: {name.partition(':')[2]}:"
        for name in finding.equivalents
        if name.startswith("shellcheck:")
    ]
    for glob, pattern in ignores:
        if matches("/" + glob, finding.location.path) and any(pattern.search(text) for text in texts):
            return replace(finding, suppression=Suppression("settings of actionlint", f"{path}: {pattern.pattern}"))
    return finding


def _names(finding: Finding) -> list[str]:
    return [name.partition(":")[2] for name in finding.equivalents if name.startswith("actionlint:")]
