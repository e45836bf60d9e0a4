"""What an alert states for rules over the stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.monitoring import Alert
from maverick_lint.core.span import Place
from maverick_lint.formats._promql.constants import value_of
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats._promql.tree import Binary, Call, Selector, bare, walk
from maverick_lint.formats.prometheus.signals import signals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats._promql.tree import Expr
    from maverick_lint.formats.prometheus.model import Group, Rule


def alert(path: str, group: Group, rule: Rule) -> Alert:
    """Return the fact of an alert of a group."""
    tree = rule.expression.tree if rule.expression is not None else None
    nodes = list(walk(tree)) if tree is not None else []
    lasts = rule.get("for")
    own = {label.name: label.text for label in rule.labels}
    known = lasts is not None and group.interval is None
    return Alert(
        rule.name.raw,
        path,
        Place(path, rule.name.span),
        rule.expression.text if rule.expression is not None else "",
        tuple(sorted({node.name for node in nodes if isinstance(node, Selector) and node.name})),
        tuple({**{name: node.raw for name, node in group.labels.items()}, **own}.items()),
        tuple((annotation.name, annotation.text) for annotation in rule.annotations),
        signals=signals(rule),
        lasts=seconds(lasts.raw) if lasts is not None and known else None,
        waits=Place(path, lasts.span) if lasts is not None else None,
        absent=next(
            (_job(node.args[0]) for node in nodes if isinstance(node, Call) and node.function == "absent"), None
        ),
        ups=tuple(job for node in nodes if (job := _down(node)) is not None),
    )


def _down(node: Expr) -> str | None:
    """Return the job of which `up == 0` tells, "" for all; None where the node is nothing like it."""
    if not isinstance(node, Binary) or node.op not in ("==", "<"):
        return None
    selector = bare(node.left)
    limit = value_of(node.right)
    down = limit == 0 if node.op == "==" else limit is not None and 0 < limit <= 1
    return _job(selector) if down and isinstance(selector, Selector) and selector.name == "up" else None


def _job(node: Expr) -> str:
    return next(_jobs(bare(node)), "")


def _jobs(node: Expr) -> Iterator[str]:
    for matcher in node.matchers if isinstance(node, Selector) else ():
        if matcher.label == "job":
            yield matcher.value if matcher.op == "=" else f"{matcher.op}{matcher.value}"
