"""A value is shown in the unit that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.constants import value_of
from maverick_lint.formats._promql.tree import COMPARISONS, Aggregation, Binary, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import RuleFile, Templated

_VALUE: Final = (("$value",), (".Value",))
_HUNDRED: Final = 100.0


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each humanizePercentage of a value that is in percent already, or before a percent sign."""
    for _, rule in document.model.alerts():
        tree = rule.expression.tree if rule.expression is not None else None
        factor = None if tree is None else _factor(tree)
        for text in (*rule.labels, *rule.annotations):
            for name, given, span in text.template.calls:
                if name != "humanizePercentage":
                    continue
                if factor is not None and given in _VALUE and rule.expression is not None:
                    related = (Related(rule.expression.span(factor.span), "the value is multiplied here"),)
                    yield Hit(text.span(span), {"where": text.name}, "factor", related)
                elif _has_sign(text, span.end):
                    yield Hit(text.span(span), {"where": text.name})


def _has_sign(text: Templated, position: int) -> bool:
    inside, closing, rest = text.text[position:].partition("}}")
    return bool(closing) and "|" not in inside and rest.lstrip(" ").startswith("%")


def _factor(tree: Expr) -> Expr | None:
    """Return the multiplication by 100 that gives the value of an alert."""
    node = bare(tree)
    while True:
        if isinstance(node, Binary) and (node.op in COMPARISONS or node.op in ("and", "unless")):
            node = bare(node.left if node.op in ("and", "unless") or value_of(node.left) is None else node.right)
        elif isinstance(node, Aggregation) and node.op in ("sum", "avg", "max", "min", "topk", "bottomk"):
            node = bare(node.expr)
        elif isinstance(node, Binary) and node.op == "/":
            node = bare(node.left)
        else:
            break
    if isinstance(node, Binary) and node.op == "*" and _HUNDRED in (value_of(node.left), value_of(node.right)):
        return node
    return None
