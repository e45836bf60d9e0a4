"""compose/quoted-ports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.compose._first import FirstTime
from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port without quotes, with a fix that sets them."""
    first = FirstTime()
    for service in document.model.services:
        for key in ("ports", "expose"):
            listed = service.get(key)
            for item in listed.items() if listed is not None else ():
                node = item.node
                if not item.is_scalar or node.style != "plain" or not item.file.home or not first(item):
                    continue
                # an anchor or tag stands before the text, inside the span
                plain = node.span.end - node.span.start == len(node.raw)
                fix = Fix("Put the port in quotes", (Edit(node.span, f'"{node.raw}"'),)) if plain else None
                yield Hit(node, {"port": node.raw, "service": service.name}, fix=fix)
