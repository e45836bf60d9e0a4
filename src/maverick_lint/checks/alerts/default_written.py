"""Rules do not say what holds anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats._promql.durations import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.prometheus.model import RuleFile


def check(document: Document[RuleFile], options: Options) -> Iterator[Hit]:
    """Yield each limit and duration of a group or an alert that is 0."""
    for group in document.model.groups:
        yield from _zero("limit", group.node.get("limit"))
        for rule in group.rules:
            if rule.kind == "alert":
                yield from _zero("keep_firing_for", rule.get("keep_firing_for"))
                if options["for"]:
                    yield from _zero("for", rule.get("for"))


def _zero(key: str, node: Node | None) -> Iterator[Hit]:
    if node is not None and node.is_scalar and node.text is not None and seconds(node.raw) == 0:
        yield Hit(node, {"key": key, "value": node.raw})
