"""compose/quoted-volumes."""

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

# What a plain scalar may neither begin with nor hold.
_OPENERS: Final = "!&*-?|>@`\"'%#,[]{}: \t"
_INSIDE: Final = (": ", " #", "\n", "\t")
# What ends a plain scalar in `[...]`.
_FLOW: Final = ("{", "}", "[", "]", ",")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each mount in quotes that needs none."""
    first = FirstTime()
    for service in document.model.services:
        for mount in service.mounts:
            node = mount.at.node
            text = node.raw
            if mount.at.key is not None or node.style not in ("single", "double") or not mount.at.file.home:
                continue
            flow = _FLOW if node.parent is not None and node.parent.style == "flow" else ()
            if not text or text[0] in _OPENERS or text[-1] in ": " or any(part in text for part in (*_INSIDE, *flow)):
                continue
            if first(mount.at):
                fix = Fix("Take the quotes away", (Edit(node.span, text),))
                yield Hit(node, {"service": service.name, "mount": text}, related=mount.at.via, fix=fix)
