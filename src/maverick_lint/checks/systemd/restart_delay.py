"""systemd/restart-delay: a service that fails is tried again slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.systemd.times import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

_LIMITS: Final = ("StartLimitIntervalSec", "StartLimitInterval", "StartLimitBurst")
_ENOUGH: Final = 2.0  # five starts two seconds apart take ten, the default interval


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield Restart= of a service that neither waits between its starts nor says how many it may have."""
    unit = document.model
    if unit.type != "service" or unit.drop_in or unit.value("Service", "Type") == "oneshot":
        return
    limited = any(unit.value(section, key) is not None for section in ("Unit", "Service") for key in _LIMITS)
    delay = unit.value("Service", "RestartSec")
    waits = delay is not None and (seconds(delay) is None or (seconds(delay) or 0.0) >= _ENOUGH)
    if limited or waits:
        return
    for entry in unit.entries("Service", "Restart"):
        if entry.value in ("always", "on-failure"):
            yield Hit(entry.span, {"value": entry.value})
