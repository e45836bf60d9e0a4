"""Directives with too few, too many or wrong arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.table import BLOCK, FLAG, counts, masks_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.analysis import Problem
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the directives whose arguments nginx's table refuses."""
    for problem in document.model.problems:
        if problem.kind == "arguments" and problem.directive.terminator:
            yield _hit(problem)


def _hit(problem: Problem) -> Hit:
    directive = problem.directive
    name = directive.name
    masks = masks_in(name, problem.context)
    opens = directive.terminator == "{"
    if all(bool(mask & BLOCK) != opens for mask in masks):
        return Hit(directive.word.span, {"name": name}, case="noblock" if opens else "block")
    if len(directive.args) == 1 and any(mask & FLAG for mask in masks):
        return Hit(directive.args[0].span, {"name": name, "value": directive.first()}, case="flag")
    return Hit(directive.word.span, {"name": name, "takes": counts(masks), "count": len(directive.args)})
