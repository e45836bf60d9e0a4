"""Calls to actions and workflows that are not pinned to a commit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Action

_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z", re.IGNORECASE)
_VERSION: Final = re.compile(r"(?:.*[/-])?v?\d[\w.+-]*\Z")


def unpinned(model: Workflow | Action, trusted: Collection[str]) -> Iterator[tuple[Node, str, str]]:
    """Yield the node, the name and the ref of each call at a ref that can move.

    Left out are versions of trusted owners, and actions that the lock file beside the workflow pins to commits.
    """
    locked = model.locked if isinstance(model, Workflow) else frozenset()
    for node in _uses(model):
        text = node.raw
        if text.startswith((".", "$", "docker://")) or "{{" in text or "/" not in text:
            continue
        name, _, ref = text.partition("@")
        if "/".join(name.lower().split("/")[:2]) + f"@{ref}" in locked and ".github/workflows/" not in name:
            continue
        if not ref or _COMMIT.match(ref) or (is_version(ref) and name.partition("/")[0].lower() in trusted):
            continue
        yield node, name, ref


def is_version(ref: str) -> bool:
    """Say whether a ref looks like the tag of a version."""
    return bool(_VERSION.match(ref))


def ref_span(node: Node, ref: str) -> Span:
    """Return where the ref stands."""
    start = node.span.end - len(ref) - (node.style in ("single", "double"))
    return Span(start, start + len(ref)) if node.style in ("plain", "single", "double") else node.span


def _uses(model: Workflow | Action) -> Iterator[Node]:
    if isinstance(model, Workflow):
        yield from (job.uses for job in model.jobs if job.uses is not None)
    yield from (step.uses for step in model.steps if step.uses is not None)
