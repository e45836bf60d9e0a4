"""An alert has a condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.tree import COMPARISONS, Binary, Call, Selector, bare, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile

_ALWAYS: Final = re.compile(r"watch.?dog|dead.?man|heart.?beat|always|test|info", re.IGNORECASE)


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield the part of each alert's expression that gives a result whatever its value is."""
    for _, rule in document.model.alerts():
        tree = rule.expression.tree if rule.expression is not None else None
        if tree is None or rule.expression is None or _ALWAYS.search(rule.name.raw):
            continue
        for part in _unconditional(tree):
            yield Hit(
                rule.expression.span(part.span), {"alert": rule.name.raw}, case="" if part is bare(tree) else "or"
            )


def _unconditional(node: Expr) -> Iterator[Expr]:
    """Yield the branches of a chain of `or` that have no condition; the whole when it is no such chain."""
    stack = [node]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Binary) and node.op == "or":
            stack.extend((node.right, node.left))
        elif not _has_condition(node):
            yield node


def _has_condition(node: Expr) -> bool:
    stack = [node]
    while stack:
        node = bare(stack.pop())
        if isinstance(node, Binary):
            if node.op in ("and", "unless") or (node.op in COMPARISONS and not node.returns_bool):
                return True
            if node.op == "or":
                if _has_condition(node.left) and _has_condition(node.right):
                    return True
                continue
        elif isinstance(node, Call) and node.function in ("absent", "absent_over_time"):
            return True
        elif isinstance(node, Selector) and (":" in node.name or node.name in ("ALERTS", "")):
            return True  # what a recording rule or another alert gives may have its condition inside
        stack.extend(children(node))
    return False
