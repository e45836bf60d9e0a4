"""Directives in a block that may not hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.context import allowing, described

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the directives that may not stand in their context."""
    for problem in document.model.problems:
        if problem.kind == "context":
            name = problem.directive.name
            values = {"name": name, "here": described(problem.context), "allowed": " or ".join(allowing(name))}
            yield Hit(problem.directive.word.span, values)
