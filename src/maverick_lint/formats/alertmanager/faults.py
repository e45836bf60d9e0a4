"""What Alertmanager refuses of a configuration without reading another file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.record import replace
from maverick_lint.formats._promql.durations import seconds
from maverick_lint.formats._shape import faults as shape_faults
from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.alertmanager.entries import entry_faults, exclusive, same
from maverick_lint.formats.alertmanager.intervals import interval_faults
from maverick_lint.formats.alertmanager.matchers import MatcherError, read_matchers
from maverick_lint.formats.alertmanager.shapes import CONFIGURATION
from maverick_lint.formats.alertmanager.texts import text_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.alertmanager.model import Alertmanager, Route

_ROOT_ONLY: Final = ("match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals")
_OLD: Final = ("match", "match_re", "source_match", "source_match_re", "target_match", "target_match_re")
_LABEL: Final = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*\Z")
_MATCHERS: Final = ("matchers", "source_matchers", "target_matchers")


def faults(source: Source, model: Alertmanager) -> Iterator[ParseError]:
    """Yield everything that `amtool check-config` refuses but receivers that are not defined, which is a rule."""
    for fault in shape_faults(model.root, CONFIGURATION):
        yield replace(fault, equivalents=same(*_shape_names(fault.message)))
    if model.route is not None:
        empty = () if model.route.node.children else ("no-root-route",)
        for fault in _root(model.route):
            yield replace(fault, equivalents=same("invalid-root-route", *empty))
        for route in model.route.walk():
            yield from _route(route)
    for fault in _twice(source, (receiver.name_node for receiver in model.receivers), "receiver"):
        yield replace(fault, equivalents=same("duplicate-receiver"))
    for fault in _twice(source, model.intervals, "time interval"):
        yield replace(fault, equivalents=same("bad-time-interval"))
    top = model.root.get("global")
    given = {key for key, value in top.pairs().items() if value.text} if top is not None else set()
    if top is not None and top.is_map:
        yield from exclusive(top)
    for receiver in model.receivers:
        yield from entry_faults(receiver, given)
    yield from text_faults(source, model)
    rules = model.root.get("inhibit_rules")
    for rule in rules.items() if rules is not None else ():
        yield from _matchers(rule)
    for name in model.intervals:
        for fault in interval_faults(name.parent) if name.parent is not None else ():
            yield replace(fault, equivalents=same("bad-time-interval"))


def _shape_names(message: str) -> tuple[str, ...]:
    """Return amlint's names for a key or value of the wrong shape, by what is said of it."""
    if "regular expression" in message:
        return ("bad-regex",)
    if "time interval" in message:
        return ("bad-time-interval",)
    return ("no-root-route", "invalid-root-route") if "route" in message else ()


def _root(route: Route) -> Iterator[ParseError]:
    if route.receiver is None:
        yield ParseError(route.node.key_span(), "the route at the top must have a `receiver`")
    if route.continues:
        continues = route.node.pairs()["continue"]
        yield ParseError(continues.key_span(), "nothing stands beside the route at the top, so it must not `continue`")
    for key in _ROOT_ONLY:
        child = route.node.get(key)
        if child is not None and child.children:
            yield ParseError(child.key_span(), f"the route at the top takes every alert, so it must not have `{key}`")


def _route(route: Route) -> Iterator[ParseError]:
    yield from _matchers(route.node)
    for key in ("group_interval", "repeat_interval"):
        node = route.node.get(key)
        if node is not None and node.text is not None and seconds(node.raw) == 0:
            yield ParseError(node.span, f"`{key}` must be longer than 0", equivalents=same())
    groups = route.node.get("group_by")
    seen: set[str] = set()
    for label in groups.items() if groups is not None else ():
        if label.raw in seen:
            yield ParseError(label.span, f"the label `{label.raw}` is named twice", equivalents=same())
        if label.is_scalar and not label.raw and label.value is not None:
            yield ParseError(label.span, "the name of a label must not be empty", equivalents=same())
        seen.add(label.raw)
    if "..." in seen and len(seen) > 1 and groups is not None:
        message = "`...` groups by all labels, so no other label may stand beside it"
        yield ParseError(groups.key_span(), message, equivalents=same("groupby-ellipsis"))


def _matchers(node: Node) -> Iterator[ParseError]:
    for key in _OLD:
        pairs = node.get(key)
        for label, value in pairs.pairs().items() if pairs is not None else ():
            if not _LABEL.match(label) and not is_open(label):
                message = f"`{key}` takes plain names of labels only; `matchers` takes any"
                yield ParseError(value.key_span(), message, equivalents=same("bad-match-label"))
            elif key.endswith("_re") and value.is_scalar and value.value is None:
                message = f"`{label}` has no regular expression"
                yield ParseError(value.key_span(), message, equivalents=same("bad-regex"))
    for key in _MATCHERS:
        listed = node.get(key)
        for item in listed.items() if listed is not None else ():
            if item.text is None or is_open(item.raw):
                continue
            try:
                list(read_matchers(item.raw))
            except MatcherError as error:
                names = same("bad-regex" if "regular expression" in str(error) else "bad-matcher")
                yield ParseError(item.span, f"`{item.raw}` {error}", equivalents=names)


def _twice(source: Source, names: Iterable[Node], what: str) -> Iterator[ParseError]:
    seen: dict[str, Node] = {}
    for name in names:
        first = seen.setdefault(name.raw, name)
        if first is not name:
            line = source.position(first.span.start).line
            yield ParseError(name.span, f"the {what} `{name.raw}` is already defined in line {line}")
