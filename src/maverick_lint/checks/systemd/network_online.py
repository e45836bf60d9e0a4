"""systemd/network-online: the network is only waited for when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_TARGET: Final = "network-online.target"


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield After=network-online.target without Wants= or Requires= of it."""
    unit = document.model
    if unit.drop_in or _TARGET in unit.words("Unit", "Wants", "Requires", "BindsTo", "Requisite", "Upholds"):
        return
    for entry in unit.entries("Unit", "After"):
        position = entry.value.find(_TARGET)
        if position >= 0:
            yield Hit(entry.text.outer(Span(position, position + len(_TARGET))))
            return
