"""The typed view of an Alertmanager configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._shape.faults import is_open
from maverick_lint.formats.alertmanager.integrations import INTEGRATIONS
from maverick_lint.formats.alertmanager.matchers import MatcherError, matcher, read_matchers
from maverick_lint.formats.alertmanager.model import Alertmanager, Matcher, Receiver, Route

if TYPE_CHECKING:
    from maverick_lint.core.node import Node

# go-yaml takes these words of YAML 1.1 where the program wants a boolean.
_YES: Final = frozenset({"yes", "on", "y"})
_DEPTH: Final = 60
_ROUTES: Final = 5_000


def read(root: Node) -> Alertmanager:
    """Return the typed view; what has the wrong type is left out."""
    receivers = root.get("receivers")
    route = root.get("route")
    intervals = [
        entry
        for key in ("time_intervals", "mute_time_intervals")
        if (node := root.get(key)) is not None
        for entry in node.items()
    ]
    return Alertmanager(
        root,
        _route(route, 0, [_ROUTES]) if route is not None and route.is_map else None,
        tuple(
            _receiver(node, name)
            for node in (receivers.items() if receivers is not None else ())
            if (name := node.get("name")) is not None and name.is_scalar
        ),
        tuple(name for entry in intervals if (name := entry.get("name")) is not None and name.text),
    )


def _receiver(node: Node, name: Node) -> Receiver:
    integrations = tuple(key for key, value in node.pairs().items() if key in INTEGRATIONS and value.items())
    return Receiver(name.raw, node, name, integrations)


def _route(node: Node, depth: int, budget: list[int]) -> Route:
    """Read a route and those below it; aliases may repeat them without end, so their number is bounded."""
    budget[0] -= 1
    receiver, routes, continues = node.get("receiver"), node.get("routes"), node.get("continue")
    nodes = routes.items() if routes is not None and depth < _DEPTH else []
    below = [_route(child, depth + 1, budget) for child in nodes if child.is_map and budget[0] > 0]
    return Route(
        node,
        receiver if receiver is not None and receiver.text else None,
        _matchers(node),
        continues is not None and (continues.value is True or continues.raw.lower() in _YES),
        tuple(below),
    )


def _matchers(node: Node) -> tuple[Matcher, ...] | None:
    found: list[Matcher] = []
    listed = node.get("matchers")
    try:
        for item in listed.items() if listed is not None else ():
            if not item.is_scalar or is_open(item.raw):
                return None
            found.extend(read_matchers(item.raw))
        for key, op in (("match", "="), ("match_re", "=~")):
            pairs = node.get(key)
            for label, value in (pairs.pairs() if pairs is not None else {}).items():
                if not value.is_scalar or is_open(value.raw):
                    return None
                found.append(matcher(label, op, value.raw))
    except MatcherError:
        return None
    return tuple(found)
