"""github-workflow/unpinned-uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats.github.model import Workflow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action

_COMMIT: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z", re.IGNORECASE)
_VERSION: Final = re.compile(r"(?:.*[/-])?v?\d[\w.+-]*\Z")


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:
    """Yield a hit for each action or reusable workflow that is not pinned to what cannot change."""
    trusted = {owner.lower() for owner in options["trusted"]}
    for node in _uses(document.model):
        text = node.raw
        if text.startswith((".", "$", "docker://")) or "{{" in text or "/" not in text:
            continue
        name, _, ref = text.partition("@")
        if not ref or _COMMIT.match(ref):
            continue
        version = bool(_VERSION.match(ref))
        if version and name.partition("/")[0].lower() in trusted:
            continue
        start = node.span.end - len(ref) - (node.style in ("single", "double"))
        span = Span(start, start + len(ref)) if node.style != "folded" else node.span
        yield Hit(span, {"name": name, "ref": ref}, "" if version else "branch")


def _uses(model: Workflow | Action) -> Iterator[Node]:
    if isinstance(model, Workflow):
        yield from (job.uses for job in model.jobs if job.uses is not None)
    yield from (step.uses for step in model.steps if step.uses is not None)
