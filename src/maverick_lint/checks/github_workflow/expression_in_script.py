"""github-workflow/expression-in-script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.formats._actions_expr import ExpressionError, parse, parts
from maverick_lint.formats._actions_expr.taint import carried
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.github.injection import injections, scripts_of
from maverick_lint.formats.github.pasted import pasted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each context in a script that no other rule on injection speaks of."""
    told = {found.span for _, found in injections(document.model)} | {found.span for found in pasted(document.model)}
    for step in document.model.steps:
        for node in scripts_of(step):
            if "${{" not in node.raw:
                continue
            inner = embedded(document.source, node)
            for start, end in _contexts(node.raw):
                span = inner.outer(Span(start, end))
                if span not in told:
                    yield Hit(span, {"name": node.raw[start:end]})


def _contexts(text: str) -> Iterator[tuple[int, int]]:
    for part in parts(text):
        try:
            tree = parse(part.text)
        except ExpressionError:
            continue
        for one in carried(tree):
            yield part.inner + one.start, part.inner + one.end
