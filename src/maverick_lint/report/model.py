"""What every report is made from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from maverick_lint.core.finding import Finding
    from maverick_lint.core.rule import Rule
    from maverick_lint.core.source import Source
    from maverick_lint.stack.model import Stack


@record
class Report:
    """The outcome of a run, ready to be written.

    findings    sorted, those that are not suppressed
    suppressed  sorted, those that are
    files       how many files were judged
    unreadable  paths that could not be read
    crashed     rules that raised an exception
    notices     pairs of path and sentence about what was passed over
    rules       every rule by id
    source      gives the text of a path
    version     of the tool
    stacks      the facts of each project, joined, with the folder that its paths are below
    """

    findings: Sequence[Finding]
    suppressed: Sequence[Finding]
    files: int
    unreadable: tuple[str, ...]
    crashed: tuple[str, ...]
    notices: tuple[tuple[str, str], ...]
    rules: Mapping[str, Rule]
    source: Callable[[str], Source]
    version: str
    options: Mapping[str, str] = field(default_factory=dict)
    stacks: tuple[tuple[str, Stack], ...] = ()

    def counts(self) -> dict[str, int]:
        """Return how many findings there are of each level."""
        counted = Counter(finding.level for finding in self.findings)
        return {level: counted[level] for level in ("error", "warning", "note")}
