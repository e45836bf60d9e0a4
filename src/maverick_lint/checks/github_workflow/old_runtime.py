"""github-workflow/old-runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.github.actions import action_facts
from maverick_lint.formats.github.model import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

# github.blog/changelog, 2024-11 (node16 leaves the runners) and 2025-09-19 (node20 does on 2026-09-23, and actions for
# it run on node24 from then on), read 2026-11-24.
_GONE: Final = ("node12", "node16")
_GOING: Final = "node20"


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action whose runtime is not on the runners any more."""
    model = document.model
    if isinstance(model, Action) and model.using is not None and model.using.raw in (*_GONE, _GOING):
        yield Hit(model.using, {"using": model.using.raw}, "own", level="note" if model.using.raw == _GOING else "")
    for step in model.steps:
        facts = action_facts(document.source, step.uses) if step.action and step.uses is not None else None
        if facts is not None and step.uses is not None and facts.using in (*_GONE, _GOING):
            values = {"action": f"{step.action}@{facts.version}", "using": facts.using}
            going = facts.using == _GOING
            same = "deprecated-node-runtime" if going else "outdated-action-runner"
            names = ("actionlint:action", f"jactionlint:{same}")
            yield Hit(step.uses, values, "going" if going else "", level="note" if going else "", equivalents=names)
