"""Text that several services share (by an anchor, by `extends`) is spoken of once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.core.node import Node
    from maverick_lint.formats.compose.model import Service
    from maverick_lint.formats.compose.tree import Value


class FirstTime:
    """Remembers which stretches of text were seen."""

    def __init__(self) -> None:
        """Start with none."""
        self._seen: set[tuple[str, int, int]] = set()

    def __call__(self, value: Value) -> bool:
        """Say whether the text of a value comes for the first time."""
        span = value.node.span
        key = (value.file.path, span.start, span.end)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def places(self, path: str) -> set[tuple[int, int]]:
        """Return the spans that were seen in a file."""
        return {(start, end) for seen, start, end in self._seen if seen == path}


def owner(service: Service, value: Value) -> str:
    """Return the service to name in a message about a text of a service.

    Text of another file is named by the service that it stands in there, as that file's own findings are: the two are
    then the same finding.
    """
    node: Node | None = None if value.file.home else value.node
    while node is not None and node.parent is not None:
        if node.parent.key is not None and node.parent.key.raw == "services" and node.key is not None:
            return node.key.raw
        node = node.parent
    return service.name
