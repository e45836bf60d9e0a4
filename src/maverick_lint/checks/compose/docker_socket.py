"""compose/docker-socket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.checks.compose._mounts import host_paths
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_SOCKETS: Final = ("docker.sock", "containerd.sock", "podman.sock", "crio.sock")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:
    """Yield a hit for each service that is given the socket of the container engine."""
    first = FirstTime()
    for service, mount, path in host_paths(document.model):
        base = "" if service.image is None else service.image.base
        if path.rpartition("/")[2] not in _SOCKETS or base in options["images"] or not first(mount.source_at):
            continue
        values = {"service": owner(service, mount.at), "path": path}
        yield Hit(mount.source_at.at, values, "ro" if mount.read_only else "", related=mount.at.via)
