"""github-workflow/background-result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._expressions import contexts_of, in_texts
from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._actions_expr.tree import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_RESULTS: Final = ("outputs", "outcome", "conclusion")
_PATH: Final = 3


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each result of a step in the background that is read before anything waits for the step."""
    for job in document.model.jobs:
        given = job.node.get("steps")
        running: dict[str, Node] = {}
        for item in given.items() if given is not None and given.is_list else ():
            texts = [node for node in item.walk() if node.is_scalar and "steps" in node.raw.lower()] if running else []
            for found in in_texts(document.source, texts):
                for part in contexts_of(found.tree):
                    path = path_of(part) or ()
                    if len(path) >= _PATH and path[1] in running and path[2] in _RESULTS and path[0] == "steps":
                        related = (Related(running[path[1]], "runs in the background"),)
                        yield Hit(found.span(part), {"name": ".".join(path), "id": path[1]}, related=related)
            _wait(item, running)
            identity, behind = item.get("id"), item.get("background")
            if identity is not None and behind is not None and behind.raw.lower() == "true":
                running[identity.raw.lower()] = behind


def _wait(item: Node, running: dict[str, Node]) -> None:
    """Take out the steps that an item waits for, or that it ends."""
    if "wait-all" in item.pairs():
        running.clear()
    for key in ("wait", "cancel"):
        named = item.get(key)
        for one in () if named is None else named.items() if named.is_list else (named,):
            if "{{" in one.raw:
                running.clear()
            running.pop(one.raw.lower(), None)
