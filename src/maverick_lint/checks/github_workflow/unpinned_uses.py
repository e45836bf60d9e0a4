"""github-workflow/unpinned-uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._pins import is_version, ref_span, unpinned
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:
    """Yield a hit for each action or reusable workflow that is not pinned to what cannot change."""
    trusted = {owner.lower() for owner in options["trusted"]}
    for node, name, ref in unpinned(document.model, trusted):
        yield Hit(ref_span(node, ref), {"name": name, "ref": ref}, "" if is_version(ref) else "branch")
