"""A rule stands in its file once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.formats._promql.lexer import PromqlError, tokens, unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import Group, Rule, RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each rule whose name, labels and expression are those of an earlier one."""
    seen: dict[object, Node] = {}
    for group, rule in document.model.rules():
        if rule.expression is None or not rule.kind:
            continue
        first = seen.setdefault(_identity(group, rule, rule.expression.text), rule.name)
        if first is not rule.name:
            line = document.source.position(first.span.start).line
            related = (Related(first, "the same rule"),)
            yield Hit(rule.name, {"name": rule.name.raw, "line": line}, related=related)


def _identity(group: Group, rule: Rule, text: str) -> object:
    try:
        words = tuple(f'"{unquote(token)}' if token.kind == "string" else token.text for token in tokens(text))
    except PromqlError:
        words = (text,)
    labels = {**{name: node.raw for name, node in group.labels.items()}, **{one.name: one.text for one in rule.labels}}
    return rule.kind, rule.name.raw, tuple(sorted(labels.items())), words
