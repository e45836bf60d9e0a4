"""A matcher says which values it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.tree import Selector, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile

_ANY: Final = re.compile(r"(?<!\\)\.[*+]\??")
_LONGEST: Final = 1_000


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each regular expression that has text on both sides of a wildcard, or wildcards on both sides of a text."""
    for _, rule in document.model.rules():
        expression = rule.expression
        if expression is None or expression.tree is None:
            continue
        for node in walk(expression.tree):
            for matcher in node.matchers if isinstance(node, Selector) else ():
                what = _what(matcher.value) if matcher.op in ("=~", "!~") else ""
                if what:
                    values = {"label": matcher.label, "op": matcher.op, "value": matcher.value, "what": what}
                    yield Hit(expression.span(matcher.span), values)


def _what(pattern: str) -> str:
    """Return what is odd about one of the choices of a pattern, "" where nothing is."""
    if len(pattern) > _LONGEST or "$" in pattern.rstrip("$"):
        return ""
    for choice in pattern.removeprefix("^").removesuffix("$").split("|"):
        bare = choice.replace("(", "").replace(")", "")
        parts = _ANY.split(bare)
        if len(parts) > 2 and not parts[0] and not parts[-1] and any(parts):  # noqa: PLR2004 - two wildcards make three
            return "a part"
        if len(parts) > 1 and parts[0] and parts[-1]:
            return "two parts with anything between them"
    return ""
