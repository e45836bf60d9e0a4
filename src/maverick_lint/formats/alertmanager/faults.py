"""What Alertmanager refuses of a configuration without reading another file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats._shape import faults as shape_faults
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.alertmanager.matchers import MatcherError, read_matchers
from maverick_lint.formats.alertmanager.shapes import CONFIGURATION, NEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span
    from maverick_lint.formats.alertmanager.model import Alertmanager, Receiver, Route

_ROOT_ONLY: Final = ("match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals")
_MATCHERS: Final = ("matchers", "source_matchers", "target_matchers")


def faults(source: Source, model: Alertmanager) -> Iterator[ParseError]:
    """Yield everything that `amtool check-config` refuses but receivers that are not defined, which is a rule."""
    yield from shape_faults(model.root, CONFIGURATION)
    if model.route is not None:
        yield from _root(model.route)
        for route in model.route.walk():
            yield from _route(route)
    yield from _twice(source, (receiver.name_node for receiver in model.receivers), "receiver")
    yield from _twice(source, model.intervals, "time interval")
    top = model.root.get("global")
    given = {key for key, value in top.pairs().items() if value.text} if top is not None else set()
    for receiver in model.receivers:
        yield from _integrations(receiver, given)
    rules = model.root.get("inhibit_rules")
    for rule in rules.items() if rules is not None else ():
        yield from _matchers(rule)


def _root(route: Route) -> Iterator[ParseError]:
    if route.receiver is None:
        yield ParseError(route.node.key_span(), "the route at the top must have a `receiver`")
    for key in _ROOT_ONLY:
        child = route.node.get(key)
        if child is not None and child.children:
            yield ParseError(child.key_span(), f"the route at the top takes every alert, so it must not have `{key}`")


def _route(route: Route) -> Iterator[ParseError]:
    yield from _matchers(route.node)
    for key in ("group_interval", "repeat_interval"):
        node = route.node.get(key)
        if node is not None and node.text is not None and seconds(node.raw) == 0:
            yield ParseError(node.span, f"`{key}` must be longer than 0")
    groups = route.node.get("group_by")
    seen: set[str] = set()
    for label in groups.items() if groups is not None else ():
        if label.raw in seen:
            yield ParseError(label.span, f"the label `{label.raw}` is named twice")
        seen.add(label.raw)
    if "..." in seen and len(seen) > 1 and groups is not None:
        yield ParseError(groups.key_span(), "`...` groups by all labels, so no other label may stand beside it")


def _matchers(node: Node) -> Iterator[ParseError]:
    for key in _MATCHERS:
        listed = node.get(key)
        for item in listed.items() if listed is not None else ():
            if item.text is None or is_open(item.raw):
                continue
            try:
                list(read_matchers(item.raw))
            except MatcherError as error:
                yield ParseError(item.span, f"`{item.raw}` {error}")


def _twice(source: Source, names: Iterable[Node], what: str) -> Iterator[ParseError]:
    seen: dict[str, Node] = {}
    for name in names:
        first = seen.setdefault(name.raw, name)
        if first is not name:
            line = source.position(first.span.start).line
            yield ParseError(name.span, f"the {what} `{name.raw}` is already defined in line {line}")


def _integrations(receiver: Receiver, given: set[str]) -> Iterator[ParseError]:
    for key in receiver.integrations:
        for entry in receiver.node.pairs()[key].items():
            if not entry.is_map:
                continue
            own = {name for name, value in entry.pairs().items() if value.children or value.text}
            for keys, general in NEEDS.get(key, ()):
                if own.isdisjoint(keys) and given.isdisjoint(general):
                    yield ParseError(_first(entry), _missing(key, keys, general))


def _first(node: Node) -> Span:
    key = node.children[0][0] if node.children else None
    return node.span if key is None else key.span


def _missing(key: str, keys: tuple[str, ...], general: tuple[str, ...]) -> str:
    also = f", and `global` has no `{general[0]}`" if general else ""
    others = " or ".join(f"`{name}`" for name in keys)
    return f"an entry of `{key}` needs {others}{also}"
