"""A matcher with a regular expression needs one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix
from maverick_lint.core.span import Span
from maverick_lint.formats._promql.tree import Selector, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.tree import Matcher
    from maverick_lint.formats.prometheus.model import Expression, RuleFile

_STATIC: Final = re.compile(r"[^\\.+*?()|\[\]{}^$]*\Z")


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each matcher whose regular expression is a fixed text."""
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        for node in walk(expression.tree):
            for matcher in node.matchers if isinstance(node, Selector) else ():
                if matcher.op in ("=~", "!~") and _STATIC.match(matcher.value):
                    yield _hit(expression, matcher)


def _hit(expression: Expression, matcher: Matcher) -> Hit:
    plain = "=" if matcher.op == "=~" else "!="
    between = expression.text[matcher.label_span.end : matcher.value_span.start]
    start = matcher.label_span.end + between.index(matcher.op)
    span = expression.span(Span(start, start + len(matcher.op)))
    values = {"label": matcher.label, "op": matcher.op, "plain": plain, "value": matcher.value}
    fix = Fix(f"write `{plain}`", (Edit(span, plain),))
    return Hit(expression.span(matcher.span), values, fix=fix)
