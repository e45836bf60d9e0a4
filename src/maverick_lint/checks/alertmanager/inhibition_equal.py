"""An inhibition joins its alerts by labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each inhibition without `equal`, at its first key."""
    listed = document.model.root.get("inhibit_rules")
    for node in listed.items() if listed is not None else ():
        equal = node.get("equal")
        if node.is_map and node.children and (equal is None or not equal.items()):
            yield Hit(node.children[0][0] or node, {})
