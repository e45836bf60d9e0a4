"""compose/restart-limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._views import both, faulty
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.tree import Value

_MOST: Final = 5


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each policy that restarts a failing service more than five times."""
    for service, restart, by in faulty(document.model, _fault):
        yield Hit(restart.at, {"service": service.name}, related=both(restart.via, by))


def _fault(service: Service) -> Value | None:
    restart = service.get("restart")
    policy, _, times = ("" if restart is None else restart.known or "").partition(":")
    if policy != "on-failure" or (times and not times.isdecimal()):
        return None
    return None if times and 0 < int(times[:9]) <= _MOST else restart
