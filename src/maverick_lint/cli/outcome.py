"""From the outcome of a run to a report and an exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint import __version__
from maverick_lint.core.finding import order
from maverick_lint.core.packed import Packed
from maverick_lint.core.source import Source
from maverick_lint.engine.files import DiskFiles
from maverick_lint.engine.held import Held
from maverick_lint.registry.index import rules
from maverick_lint.report.model import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.engine.session import Outcome

LEVELS: Final = ("note", "warning", "error")


def report_of(outcome: Outcome, baseline: str | None, options: Mapping[str, str]) -> Report:
    """Return the outcome of a run as reports want it, without what the baseline file holds.

    `options` are those of single formats, by name; "" is unset.
    """
    files = DiskFiles(outcome.root, {}, outcome.overlay)
    held = Held(lambda path: Source(path, files.read(path).text))

    def source(path: str) -> Source:
        return held.get(path) or Source(path, "")

    findings = outcome.result.findings
    if baseline:
        from maverick_lint.engine.baseline import without  # only where one is given

        findings = without(findings, baseline)
    return Report(
        findings=Packed(order, (finding for finding in findings if finding.suppression is None)).settled(),
        suppressed=Packed(order, (finding for finding in findings if finding.suppression is not None)).settled(),
        files=outcome.result.files,
        unreadable=outcome.result.unreadable,
        crashed=outcome.result.crashed,
        notices=tuple((notice.path, notice.text) for notice in outcome.notices),
        rules=rules(),
        source=source,
        version=__version__,
        options=options,
        stacks=tuple((project.prefix, part.stack) for project, part in outcome.parts if part.stack is not None),
    )


def status(outcome: Outcome, report: Report, *, exit_zero: bool) -> int:
    """Return the exit status: 3 for a broken run, 1 for findings at or above the level that fails, else 0."""
    if outcome.result.broken:
        return 3
    if exit_zero or outcome.fail_on == "never":
        return 0
    failing = LEVELS[LEVELS.index(outcome.fail_on) :]
    return int(any(finding.level in failing for finding in report.findings))
