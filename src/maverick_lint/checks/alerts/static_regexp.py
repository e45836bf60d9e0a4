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
    """Yield each matcher whose regular expression is a fixed text, matches everything, or has anchors for nothing."""
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        for node in walk(expression.tree):
            if not isinstance(node, Selector):
                continue
            for matcher in node.matchers:
                if matcher.op not in ("=~", "!~"):
                    continue
                if _STATIC.match(matcher.value):
                    yield _hit(expression, matcher)
                elif (case := _case(node, matcher)) is not None:
                    values = {"label": matcher.label, "op": matcher.op, "value": matcher.value}
                    yield Hit(expression.span(matcher.span), values, case)


def _case(selector: Selector, matcher: Matcher) -> str | None:
    """Return what is odd about a regular expression that is none of the fixed texts."""
    bare = matcher.value.removeprefix("^").removesuffix("$")
    if bare == ".*":
        # A selector must hold one matcher that an empty value does not meet, and some write the name like this.
        return ("none" if matcher.op == "!~" else "every") if selector.name else None
    if matcher.op == "!~" and bare == ".+":
        return None
    is_anchored = matcher.value.startswith("^") or (matcher.value.endswith("$") and not matcher.value.endswith("\\$"))
    return "anchor" if is_anchored and "|" not in matcher.value else None


def _hit(expression: Expression, matcher: Matcher) -> Hit:
    plain = "=" if matcher.op == "=~" else "!="
    between = expression.text[matcher.label_span.end : matcher.value_span.start]
    start = matcher.label_span.end + between.index(matcher.op)
    span = expression.span(Span(start, start + len(matcher.op)))
    values = {"label": matcher.label, "op": matcher.op, "plain": plain, "value": matcher.value}
    fix = Fix(f"write `{plain}`", (Edit(span, plain),))
    return Hit(expression.span(matcher.span), values, fix=fix)
