"""github-workflow/undocumented-permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each right besides reading the contents that has no comment at it."""
    workflow, source = document.model, document.source
    for given in (workflow.permissions, *(job.permissions for job in workflow.jobs)):
        for scope, value in given.pairs().items() if given is not None else ():
            key = value.key
            if key is None or value.text in (None, "none") or (scope == "contents" and value.text == "read"):
                continue
            line = source.position(key.span.start).line
            here, above = source.line_span(line), source.line_span(max(line - 1, 1))
            before = source.text[above.start : above.end].strip()
            if "#" not in source.text[value.span.end : here.end] and not (before.startswith("#") and line > 1):
                yield Hit(key, {"scope": scope, "value": value.raw})
