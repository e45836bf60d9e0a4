"""github-workflow/pointless-strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats.github.matrix import combinations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each setting of a strategy that has nothing to act on."""
    for job in document.model.jobs:
        strategy = job.node.get("strategy")
        if strategy is None or not strategy.is_map or any("{{" in key for key in strategy.pairs()):
            continue
        fast, most = strategy.get("fail-fast"), strategy.get("max-parallel")
        if job.matrix is None:
            for node in (fast, most):
                if node is not None:
                    yield Hit(node.key or node, {"key": node.key.raw if node.key else "", "job": job.id})
            continue
        if fast is not None and job.ignored is not None and _is_true(fast) and _is_true(job.ignored):
            related = (Related(job.ignored.key or job.ignored, "its runs may fail"),)
            yield Hit(fast.key or fast, {"job": job.id}, "ignored", related)
        runs = combinations(job.matrix)
        limit = most.value if most is not None else None
        if most is not None and type(limit) is int and limit >= len(runs) and not any("*" in run for run in runs):
            count = "one run" if len(runs) == 1 else f"{len(runs)} runs"
            yield Hit(most, {"limit": most.raw, "count": count, "job": job.id}, "limit", level="note")


def _is_true(node: Node) -> bool:
    return node.raw.lower() == "true"
