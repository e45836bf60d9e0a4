"""What rules rely on: recording rules, external labels, the length of the history, and the version of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.monitoring import Recorded, RuleUse
from maverick_lint.core.span import Place
from maverick_lint.formats._promql.exporters import is_strange
from maverick_lint.formats._promql.tree import Aggregation, Call, Selector, Subquery, walk
from maverick_lint.formats.prometheus.releases import features

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import Expression, Group, Prometheus, Rule

EXPERIMENTAL: Final = "promql-experimental-functions"
# Functions that not every version has: 100 * major + minor of the first, negative of the first without it; from the
# changelog (read 2026-11).
_SINCE: Final = {
    "present_over_time": 229, "sgn": 229, "atan2": 231, "last_over_time": 226, "clamp": 227,
    "histogram_count": 240, "histogram_sum": 240, "histogram_fraction": 240, "histogram_avg": 249,
    "histogram_stddev": 246, "histogram_stdvar": 246, "mad_over_time": 250, "sort_by_label": 250,
    "sort_by_label_desc": 250, "limitk": 254, "limit_ratio": 254, "double_exponential_smoothing": 300, "info": 300,
    "ts_of_first_over_time": 307, "ts_of_last_over_time": 305, "ts_of_max_over_time": 305,
    "ts_of_min_over_time": 305, "first_over_time": 307, "histogram_quantiles": 309,
    "holt_winters": -300,
}  # fmt: skip
_FLAGGED: Final = frozenset(
    {"mad_over_time", "sort_by_label", "sort_by_label_desc", "limitk", "limit_ratio", "double_exponential_smoothing"}
    | {"info", "ts_of_first_over_time", "ts_of_last_over_time", "ts_of_max_over_time", "ts_of_min_over_time"}
    | {"first_over_time", "histogram_quantiles"}
)
_GROUP_KEYS: Final = {"labels": 300, "query_offset": 253, "limit": 231}
_DEPTH: Final = 2
# Prometheus writes its alerts that are pending or firing into these.
_ALERTS: Final = frozenset({"ALERTS", "ALERTS_FOR_STATE"})


def group_features(path: str, group: Group) -> Iterator[Fact]:
    """Yield the keys of a group and of its rules that not every version knows."""
    for key, since in _GROUP_KEYS.items():
        yield from _key(path, group.node.get(key), since)
    for rule in group.rules:
        yield from _key(path, rule.node.get("keep_firing_for"), 242)


def configuration_features(path: str, model: Prometheus) -> Iterator[Fact]:
    """Yield what of a configuration not every version knows."""
    for name, node, since in features(model.root):
        span = node.span if node.key is None or not name.startswith(("key ", "name ")) else node.key.span
        yield _use(RuleUse("feature", name, path, Place(path, span), since))


def _key(path: str, node: Node | None, since: int) -> Iterator[Fact]:
    if node is not None and node.key is not None:
        place = Place(path, node.key.span)
        yield _use(RuleUse("feature", f"key `{node.key.raw}`", path, place, since))


def relied_on(path: str, rule: Rule) -> Iterator[Fact]:
    """Yield what the expression, the labels and the texts of a rule rely on, and what a recording rule gives."""
    if rule.kind == "record":
        place = Place(path, rule.name.span)
        asked = rule.expression.text if rule.expression is not None else ""
        labels = tuple((label.name, label.text) for label in rule.labels)
        yield Fact("recorded", rule.name.raw, Recorded(rule.name.raw, path, place, asked, labels), place)
    for text in (*rule.labels, *rule.annotations) if rule.kind == "alert" else ():
        for use in text.template.uses:
            names = text.template.resolved(use)
            if use.dot is None and len(names) >= _DEPTH and names[0] in ("$externalLabels", ".ExternalLabels"):
                yield _use(RuleUse("external", names[1], path, Place(path, text.span(use.span))))
    yield from _names(path, rule)
    for label in rule.labels:
        key = label.node.key
        if key is not None:
            yield _use(RuleUse("label", label.name, path, Place(path, key.span), text=label.text))
    expression = rule.expression
    if expression is not None and expression.tree is not None:
        for node in walk(expression.tree):
            yield from _node(path, expression, node)


def _names(path: str, rule: Rule) -> Iterator[Fact]:
    """Yield the names of labels, annotations and recorded metrics that only version 3 takes, which has all of UTF-8."""
    keys = [text.node.key for text in (*rule.labels, *rule.annotations)]
    for node in [rule.name if rule.kind == "record" else None, *keys]:
        if node is not None and not _is_old_name(node.raw) and "{" not in node.raw:
            yield _use(RuleUse("feature", f"name `{node.raw}`", path, Place(path, node.span), 300))


def _is_old_name(text: str) -> bool:
    return text.isascii() and text.replace(":", "_").isidentifier()


def _node(path: str, expression: Expression, node: Expr) -> Iterator[Fact]:
    if isinstance(node, Selector) and ":" in node.name:
        yield _use(RuleUse("record", node.name, path, Place(path, expression.span(node.name_span))))
    if isinstance(node, Selector) and node.name and is_strange(node.name):
        yield _use(RuleUse("metric", node.name, path, Place(path, expression.span(node.name_span))))
    for matcher in node.matchers if isinstance(node, Selector) else ():
        if not _is_old_name(matcher.label):
            place = Place(path, expression.span(matcher.label_span))
            yield _use(RuleUse("feature", f"name `{matcher.label}`", path, place, 300))
    if isinstance(node, Selector) and node.name in _ALERTS:
        for matcher in node.matchers:
            if matcher.label == "alertname" and matcher.op == "=" and matcher.value:
                place = Place(path, expression.span(matcher.value_span))
                yield _use(RuleUse("alert", matcher.value, path, place, text=node.name))
    if isinstance(node, (Selector, Subquery)):
        window = node.range.seconds if node.range is not None else None
        shift = node.offset.seconds if node.offset is not None else None
        if node.at is None and (window or shift):
            at = node.offset if shift and node.offset is not None else node.range
            word = "offset" if shift and not window else "range" if window and not shift else "range with its offset"
            reach = (window or 0.0) + (shift or 0.0)
            if at is not None:
                yield _use(RuleUse("reach", word, path, Place(path, expression.span(at.span)), reach))
    elif isinstance(node, (Call, Aggregation)):
        name, span = (node.function, node.function_span) if isinstance(node, Call) else (node.op, node.op_span)
        if name in _SINCE:
            flag = EXPERIMENTAL if name in _FLAGGED else ""
            place = Place(path, expression.span(span))
            yield _use(RuleUse("feature", f"`{name}`", path, place, _SINCE[name], flag))


def _use(value: RuleUse) -> Fact:
    return Fact(f"rule-{value.what}", value.name, value, value.place)
