"""Counters are added up after their rate, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.functions import PICKING
from maverick_lint.formats._promql.tree import Aggregation, Call, Selector, Subquery, bare, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import Rule, RuleFile

_RATES: Final = frozenset({"rate", "irate", "increase"})
_COUNTERS: Final = ("_total", "_count", "_sum", "_bucket")


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each aggregation inside a rate, be it made by a recording rule of the file."""
    recorded = {rule.name.raw: rule for _, rule in document.model.rules() if rule.kind == "record"}
    for _, rule in document.model.rules():
        if rule.expression is None or rule.expression.tree is None:
            continue
        for node in walk(rule.expression.tree):
            if not (isinstance(node, Call) and node.function in _RATES and node.args):
                continue
            argument = bare(node.args[0])
            inner = bare(argument.expr) if isinstance(argument, Subquery) else None
            if isinstance(inner, Aggregation) and inner.op not in PICKING:
                yield Hit(rule.expression.span(inner.op_span), {"function": node.function, "op": inner.op})
            source = recorded.get(argument.name) if isinstance(argument, Selector) else None
            op = _summed(source) if source is not None else ""
            if source is not None and op and isinstance(argument, Selector):
                values = {"function": node.function, "op": op, "metric": argument.name}
                related = (Related(source.name, f"`{op}` is taken here"),)
                yield Hit(rule.expression.span(argument.name_span), values, "recorded", related)


def _summed(rule: Rule) -> str:
    """Return the aggregation of counters that a recording rule is, "" when it is none."""
    node = bare(rule.expression.tree) if rule.expression is not None and rule.expression.tree is not None else None
    if not isinstance(node, Aggregation) or node.op in PICKING:
        return ""
    inner = bare(node.expr)
    return node.op if isinstance(inner, Selector) and inner.name.endswith(_COUNTERS) else ""
