"""A rule file: the typed view, and what Prometheus refuses of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._gotemplate import read_template
from maverick_lint.formats._promql import Promql, parse_promql
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats._shape import faults as shape_faults
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.prometheus.model import Expression, Group, Rule, RuleFile, Templated
from maverick_lint.formats.prometheus.rule_shapes import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

VARIABLES: Final = frozenset({"$labels", "$value", "$externalLabels", "$externalURL"})
# Functions of templates: configuration/template_reference of Prometheus 3, read 2026-11.
FUNCTIONS_WORDS: Final = (
    "query first label value strvalue sortByLabel args safeHtml reReplaceAll match title toUpper toLower "
    "graphLink tableLink stripPort stripDomain humanize humanize1024 humanizeDuration humanizePercentage "
    "humanizeTimestamp toTime toDuration now parseDuration pathPrefix externalURL urlQueryEscape"
)
FUNCTIONS: Final = frozenset(FUNCTIONS_WORDS.split())
PROMQL: Final = "prometheus-rules/promql"
TEMPLATE: Final = "prometheus-rules/template"
# What LogQL has and PromQL has not: line filters and parsers behind a selector.
_LOGQL: Final = re.compile(
    r"\}\s*(?:\|[=~>]|!=|!~|!>|\|\s*(?:json|logfmt|unwrap|pattern|regexp|line_format|label_format)\b)|\|\s*unwrap\b"
)
_ALERT_ONLY: Final = ("for", "keep_firing_for", "annotations")


def read(source: Source, root: Node) -> RuleFile:
    """Return the typed view of a rule file; what has the wrong type is left out."""
    groups = root.get("groups")
    nodes = [group for group in (groups.items() if groups is not None else ()) if group.is_map]
    foreign = any(_LOGQL.search(text) for text in _expressions(nodes))
    return RuleFile(tuple(_group(source, node, foreign=foreign) for node in nodes), "logql" if foreign else "promql")


def _expressions(groups: Iterable[Node]) -> Iterator[str]:
    for group in groups:
        rules = group.get("rules")
        for rule in rules.items() if rules is not None else ():
            expr = rule.get("expr")
            if expr is not None and ("|" in expr.raw or "}" in expr.raw):
                yield expr.raw


def _group(source: Source, node: Node, *, foreign: bool) -> Group:
    rules = node.get("rules")
    labels = node.get("labels")
    name, interval = node.get("name"), node.get("interval")
    return Group(
        name.raw if name is not None else "",
        node,
        tuple(
            _rule(source, rule, foreign=foreign) for rule in (rules.items() if rules is not None else ()) if rule.is_map
        ),
        labels.pairs() if labels is not None else {},
        seconds(interval.raw) if interval is not None and interval.text else None,
    )


def _rule(source: Source, node: Node, *, foreign: bool) -> Rule:
    alert, record, expr = node.get("alert"), node.get("record"), node.get("expr")
    named = [name for name in (alert, record) if name is not None and name.text]
    expression = None
    if expr is not None and expr.text is not None:
        known = not foreign and not is_open(expr.raw)
        expression = Expression(source, expr, parse_promql(expr.raw) if known else Promql(expr.raw, None))
    return Rule(
        ("alert" if named[0] is alert else "record") if len(named) == 1 else "",
        node,
        named[0] if named else node,
        expression,
        tuple(_templates(source, node.get("labels"))),
        tuple(_templates(source, node.get("annotations"))),
    )


def _templates(source: Source, node: Node | None) -> Iterator[Templated]:
    for name, value in (node.pairs() if node is not None else {}).items():
        if value.is_scalar:
            yield Templated(source, value, name, read_template(value.raw, VARIABLES))


def faults(source: Source, root: Node, model: RuleFile) -> Iterator[ParseError]:
    """Yield everything that `promtool check rules` refuses, at most one fault of each expression that is no PromQL."""
    yield from shape_faults(root, RULES)
    seen: dict[str, Node] = {}
    for group in model.groups:
        name = group.node.get("name")
        if name is not None and name.is_scalar and name.value is not None:
            if not group.name:
                yield ParseError(name.span, "the name of a group must not be empty")
            first = seen.setdefault(group.name, name)
            if first is not name:
                line = source.position(first.span.start).line
                yield ParseError(name.span, f"the group name `{group.name}` is already used in line {line}")
        for rule in group.rules:
            yield from _rule_faults(rule)
            yield from _text_faults(rule)


def _rule_faults(rule: Rule) -> Iterator[ParseError]:
    alert, record = rule.get("alert"), rule.get("record")
    if alert is not None and record is not None:
        later = max(alert, record, key=lambda node: node.key_span().start)
        yield ParseError(later.key_span(), "a rule is either an `alert` or a `record`, and this one is both")
    elif alert is None and record is None:
        key = rule.node.children[0][0] if rule.node.children else None
        near = [name for name in rule.node.pairs() if close_matches(name, ("alert", "record"), 1, 0.7)]
        if not near:
            span = rule.node.span if key is None else key.span
            yield ParseError(span, "a rule must have `alert` or `record`, and this one has neither")
    for name in (alert, record):
        if name is not None and name.is_scalar and not name.raw:
            yield ParseError(name.span, f"the name under `{name.key.raw if name.key else ''}` must not be empty")
    if rule.kind == "record":
        for only in _ALERT_ONLY:
            child = rule.get(only)
            if child is not None and not (child.is_map and not child.children):
                yield ParseError(child.key_span(), f"`{only}` belongs to alerts; a recording rule must not have it")
        if ("{" in rule.name.raw or "}" in rule.name.raw) and not is_open(rule.name.raw):
            yield ParseError(rule.name.span, f"`{rule.name.raw}` is no name of a metric: it holds a brace")
    labels = rule.get("labels")
    for label, value in labels.pairs().items() if labels is not None else ():
        if label in ("__name__", ""):
            yield ParseError(value.key_span(), f"a rule must not set the label `{label}`")


def _text_faults(rule: Rule) -> Iterator[ParseError]:
    expression = rule.expression
    if expression is not None and expression.text.strip():
        for span, message in expression.promql.errors:
            yield ParseError(expression.span(span), message, PROMQL)
    if rule.kind != "alert":
        return
    for text in (*rule.labels, *rule.annotations):
        for span, message in text.template.faults:
            yield ParseError(text.span(span), f"the template of `{text.name}` is wrong: {message}", TEMPLATE)
        for name, span in text.template.functions:
            if name not in FUNCTIONS:
                near = close_matches(name, FUNCTIONS, 1, 0.7)
                hint = f"; did you mean `{near[0]}`?" if near else ""
                yield ParseError(text.span(span), f"templates have no function `{name}`{hint}", TEMPLATE)
