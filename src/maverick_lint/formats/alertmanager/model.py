"""What an Alertmanager configuration says, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Span
    from maverick_lint.formats._gotemplate import Template


@record
class Matcher:
    """A matcher of a route or an inhibition: `op` is `=`, `!=`, `=~` or `!~`."""

    label: str
    op: str
    value: str


@record
class Route:
    """A route.

    receiver    the node of its own receiver, None when it inherits one
    matchers    what an alert must meet; None when one of them could not be read
    continues   an alert that it takes is offered to the routes after it too
    """

    node: Node
    receiver: Node | None
    matchers: tuple[Matcher, ...] | None
    continues: bool
    routes: tuple[Route, ...] = ()

    def walk(self) -> Iterator[Route]:
        """Yield the route and those below it, in the order of the file."""
        stack = [self]
        while stack:
            route = stack.pop()
            yield route
            stack.extend(reversed(route.routes))

    def head(self) -> Span:
        """Return the span of what a reader takes for the route: its first key."""
        first = self.node.children[0][0] if self.node.children else None
        return self.node.span if first is None else first.span


@record
class Receiver:
    """A receiver; `integrations` are its keys that say how it tells somebody ("slack_configs")."""

    name: str
    node: Node
    name_node: Node
    integrations: tuple[str, ...] = ()


@record
class Alertmanager:
    """An Alertmanager configuration; `route` is None when there is none that could be read."""

    root: Node
    route: Route | None
    receivers: tuple[Receiver, ...] = ()
    intervals: tuple[Node, ...] = ()


@record
class NotificationFile:
    """A file of templates for notifications."""

    template: Template
