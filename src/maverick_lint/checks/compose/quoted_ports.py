"""compose/quoted-ports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime
from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


_SIGNS: Final = {"any": '"', "double": '"', "single": "'"}


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each port without quotes, or with other ones than the settings ask for, with a fix."""
    first = FirstTime()
    wanted = str(options["quotes"])
    sign = _SIGNS[wanted]
    for service in document.model.services:
        for key in options["sections"]:
            listed = service.get(key)
            for item in listed.items() if listed is not None else ():
                node = item.node
                right = node.style != "plain" if wanted == "any" else node.style == wanted
                if not item.is_scalar or right or not item.file.home or not first(item):
                    continue
                # an anchor or tag stands before the text, inside the span; a quote or an escape in it is not touched
                quotes = 0 if node.style == "plain" else 2
                whole = node.span.end - node.span.start == len(node.raw) + quotes
                plain = whole and not {"'", '"', "\\"}.intersection(node.raw)
                fix = Fix("Put the port in quotes", (Edit(node.span, f"{sign}{node.raw}{sign}"),)) if plain else None
                values = {"port": node.raw, "service": service.name, "found": str(node.style), "wanted": wanted}
                yield Hit(node, values, "other" if quotes else "", fix=fix)
