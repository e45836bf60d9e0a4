"""Applies fixes: to texts, and to the files of a run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.engine.files import Content, DiskFiles, replace_text
from maverick_lint.engine.judge import Judge
from maverick_lint.engine.session import Outcome, Request, lint
from maverick_lint.engine.suppress import apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.core.finding import Finding
    from maverick_lint.core.fix import Edit, Fix
    from maverick_lint.engine.projects import Project

ROUNDS: Final = 10


@record
class Repaired:
    """What repairing did: the paths that changed, the difference as a diff, and what is found afterwards."""

    changed: tuple[str, ...]
    diff: str
    outcome: Outcome


def fixed_texts(texts: Mapping[str, str], findings: Iterable[Finding], *, unsafe: bool) -> dict[str, str]:
    """Return the texts that the findings' fixes change, by path; every other byte stays as it is.

    Of fixes that overlap the first one is applied, the others wait for another round.
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


def repair(request: Request, *, unsafe: bool, write: bool) -> Repaired:
    """Repair what a request names, round after round until nothing more can be, and judge it again.

    A text that a fix has made unreadable, or that has more findings than before, is not taken. Files are replaced
    as a whole, with their mode; nothing is written unless `write`.
    """
    outcome = lint(request)
    changed: dict[str, tuple[str, str]] = {}
    for project, result in outcome.parts:
        texts = _repaired(project, result.findings, unsafe=unsafe)
        for path, (before, after) in texts.items():
            changed[project.outside(path)] = (before, after)
            if write:
                replace_text(os.path.join(project.folder, path), after)
    diff = "".join(_diff(path, before, after) for path, (before, after) in sorted(changed.items()))
    return Repaired(tuple(sorted(changed)), diff, lint(request) if write and changed else outcome)


def _repaired(project: Project, findings: Iterable[Finding], *, unsafe: bool) -> dict[str, tuple[str, str]]:
    original = {
        finding.location.path: project.files.read(finding.location.path).text
        for finding in findings
        if finding.fix is not None
    }
    current = dict(original)
    for _ in range(ROUNDS):
        proposed = fixed_texts(current, findings, unsafe=unsafe)
        accepted = {path: text for path, text in proposed.items() if _is_better(project, path, current[path], text)}
        if not accepted:
            break
        current.update(accepted)
        findings = [finding for path in accepted for finding in _alone(project, path, current[path])]
    return {path: (original[path], text) for path, text in current.items() if text != original[path]}


def _is_better(project: Project, path: str, before: str, after: str) -> bool:
    return before != after and len(_alone(project, path, after)) <= len(_alone(project, path, before))


def _alone(project: Project, path: str, text: str) -> list[Finding]:
    """Return what a text would draw in its file's place, without the rules over the stack."""
    entries = project.files.entries()
    files = DiskFiles(project.folder, entries, {path: Content(text)})
    judge = Judge(files, project.settings, project.plan, frozenset({path}))
    judge.judge(entries[path])
    return apply(list(judge.result.findings), judge.result.directives, project.settings)


def _fits(fix: Fix, path: str, taken: Mapping[str, list[Edit]]) -> bool:
    return not any(
        (edit.span.start < other.span.end and other.span.start < edit.span.end) or edit.span == other.span
        for edit in fix.edits
        for other in taken.get(edit.path or path, ())
    )


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _diff(path: str, before: str, after: str) -> str:
    import difflib  # only where a diff is shown

    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
