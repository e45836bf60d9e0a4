"""github-workflow/debug-output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

_NAMES: Final = frozenset({"ACTIONS_STEP_DEBUG", "ACTIONS_RUNNER_DEBUG"})


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each variable that prints what actions do in full."""
    for node in document.model.root.walk():
        if node.is_scalar and node.key is not None and node.key.raw in _NAMES and node.raw.lower() in ("true", "1"):
            holder = node.parent
            if holder is not None and holder.key is not None and holder.key.raw == "env":
                yield Hit(node.key, {"name": node.key.raw})
