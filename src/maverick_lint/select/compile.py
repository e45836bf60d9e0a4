"""The check of a declared rule: where it looks, and the JSON Schema that must hold there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maverick_lint.core.finding import Hit
from maverick_lint.select.path import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Document


def declared_hits(check: Mapping[str, Any], document: Document[Any]) -> Iterator[Hit]:
    """Yield a hit for each selected node that violates the schema; `false` is violated by every node.

    The hit is at the key of the selected node when the check says `at: key`, else at the node that violates. The
    message may name the captures, `value` (the node's text) and `problem` (what is violated).
    """
    if document.tree is None:
        return
    for node, captures in select(check["select"], document.tree):
        values = {**captures, "value": node.raw}
        key = node.key if check.get("at") == "key" and node.key is not None else None
        if check["schema"] is False:
            yield Hit(key or node, {**values, "problem": "not allowed here"})
            continue
        from maverick_lint.select.schema import violations  # the validator costs 25 ms to import

        for violation in violations(check["schema"], node):
            yield Hit(key or violation.node, {**values, "problem": violation.message})
