"""The variables that a dashboard defines and uses (dashboards/variables of Grafana 12, read 2026-11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

# `$name`, `${name}`, `${name:format}`, `${name.field}`, `[[name]]`.
USE: Final = re.compile(r"\$(?:\{([A-Za-z_]\w*)[^{}\n]*\}|([A-Za-z_]\w*))|\[\[([A-Za-z_]\w*)[^\[\]\n]*\]\]")
# Grafana gives these itself: `$__interval`, `$__rate_interval` ..., and the old `$interval` of the time picker.
_GIVEN: Final = frozenset({"timeFilter", "interval", "dashboard", "datasource", "env", "col", "tag"})


def defined(root: Node) -> frozenset[str]:
    """Return the names of the variables and inputs of a dashboard."""
    templating = root.get("templating")
    listed = templating.get("list") if templating is not None else None
    names = {name.raw for entry in _items(listed) if (name := entry.get("name")) is not None}
    inputs = {name.raw for entry in _items(root.get("__inputs")) if (name := entry.get("name")) is not None}
    return frozenset(names | inputs)


def used(text: str) -> Iterator[tuple[str, Span]]:
    """Yield the variables that a query uses, but for those that Grafana gives itself."""
    for match in USE.finditer(text):
        name = match[1] or match[2] or match[3]
        if not name.startswith("__") and name not in _GIVEN:
            yield name, Span(*match.span())


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items()
