"""A baseline: the findings of an old repository that are known and left for later.

It is keyed by fingerprints, which stay the same when lines move, so it needs no care while files are edited.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.config.errors import SettingsError
from maverick_lint.core.finding import Suppression
from maverick_lint.core.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.finding import Finding

VERSION: Final = 1


def without(findings: Iterable[Finding], path: str) -> tuple[Finding, ...]:
    """Return the findings, those that the baseline file holds marked as suppressed.

    Raises SettingsError when the file cannot be used.
    """
    known = read(path)
    return tuple(
        replace(finding, suppression=Suppression("baseline"))
        if finding.suppression is None and finding.fingerprint in known
        else finding
        for finding in findings
    )


def read(path: str) -> frozenset[str]:
    """Return the fingerprints of a baseline file.

    Raises SettingsError when the file cannot be used.
    """
    try:
        with open(path, encoding="utf-8") as stream:
            data = json.load(stream)
        if data["baseline"] != VERSION:
            message = f"{path}: is a baseline of version {data['baseline']}, this tool reads version {VERSION}"
            raise SettingsError(message)
        return frozenset(entry["fingerprint"] for entry in data["findings"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"{path}: is no baseline; write one with `maverick-lint baseline`"
        raise SettingsError(message) from error


def content(findings: Iterable[Finding]) -> dict[str, Any]:
    """Return what a baseline of these findings says; rule and path are there for people who read the file."""
    entries = [
        {"rule": finding.rule, "path": finding.location.path, "fingerprint": finding.fingerprint}
        for finding in findings
        if finding.suppression is None
    ]
    return {"baseline": VERSION, "findings": entries}
