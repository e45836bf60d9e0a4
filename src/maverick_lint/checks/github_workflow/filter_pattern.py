"""github-workflow/filter-pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.globs import glob_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_KEYS: Final = ("branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore")


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each pattern that matches no name, at the sign that is wrong."""
    for event in document.model.events:
        for key in _KEYS:
            given = event.settings.get(key) if event.settings is not None else None
            for node in () if given is None else given.items() if given.is_list else [given]:
                # `$default-branch` is filled in when a workflow is made of a template.
                if node.text is None or node.raw.startswith("$") or "{{" in node.raw:
                    continue
                fault = glob_fault(node.raw, ref=not key.startswith("paths"))
                if fault is not None:
                    start, end, text = fault
                    span = embedded(document.source, node).outer(Span(start, end)) if node.raw else node.span
                    yield Hit(span, {"pattern": node.raw.strip(), "key": key, "fault": text})
