"""systemd/restart: a service that dies comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield long-running services without Restart=, or with `no`."""
    unit = document.model
    kind = unit.value("Service", "Type") or "simple"
    if unit.type != "service" or unit.drop_in or kind in ("oneshot", "dbus", "idle"):
        return
    if not list(unit.entries("Install")) or unit.value("Service", "RemainAfterExit") is not None:
        return  # a timer, a socket or another unit starts it when it is wanted
    start = next(iter(unit.entries("Service", "ExecStart")), None)
    restart = next(iter(unit.entries("Service", "Restart")), None)
    if start is not None and restart is None:
        yield Hit(start.key_span)
    elif restart is not None and restart.value == "no":
        yield Hit(restart.span, case="no")
