"""github-workflow/unpinned-trusted-uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._pins import is_version, ref_span, unpinned
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_OWNERS: Final = ("actions", "github")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action of GitHub itself that is taken at a tag."""
    for node, _, ref in unpinned(document.model, trusted=()):
        if node.raw.partition("/")[0].lower() in _OWNERS and is_version(ref):
            yield Hit(ref_span(node, ref), {"name": node.raw.partition("@")[0], "ref": ref})
