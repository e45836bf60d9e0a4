"""Applies fixes to texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.core.finding import Finding
    from maverick_lint.core.fix import Edit, Fix


def fixed_texts(texts: Mapping[str, str], findings: Iterable[Finding], *, unsafe: bool) -> dict[str, str]:
    """Return the texts that the findings' fixes change, by path; every other byte stays as it is.

    Of fixes that overlap the first one is applied, the others wait for another run.
    """
    taken: dict[str, list[Edit]] = {}
    for finding in findings:
        fix = finding.fix
        if fix is None or finding.suppression is not None or not (fix.safe or unsafe):
            continue
        if _fits(fix, finding.location.path, taken):
            for edit in fix.edits:
                taken.setdefault(edit.path or finding.location.path, []).append(edit)
    return {path: _edited(texts[path], edits) for path, edits in taken.items() if path in texts}


def _fits(fix: Fix, path: str, taken: Mapping[str, list[Edit]]) -> bool:
    return not any(
        edit.span.start < other.span.end and other.span.start < edit.span.end or edit.span == other.span
        for edit in fix.edits
        for other in taken.get(edit.path or path, ())
    )


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
