"""compose/mount-propagation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_MODES: Final = ("shared", "rshared", "slave", "rslave")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each mount through which later mounts of the host or of the container pass."""
    first = FirstTime()
    for service in document.model.variants:
        for mount in service.mounts:
            mode = next((part for part in mount.mode.split(",") if part in _MODES), "")
            if not mode or mount.problem:
                continue
            at = mount.at.at_path("bind", "propagation") or mount.at
            if first(at):
                out = mode.endswith("shared")
                values = {"service": owner(service, mount.at), "mode": mode}
                yield Hit(at.at, values, "" if out else "slave", related=at.via, level="warning" if out else "")
