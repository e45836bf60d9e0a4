"""compose/shared-volume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.mounts import Mount


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each volume that several services can write to, at the second of them."""
    writers: dict[str, list[tuple[Service, Mount]]] = {}
    for service in document.model.services:
        for mount in service.mounts:
            if mount.type == "volume" and mount.source and not mount.read_only and not mount.problem:
                known = writers.setdefault(mount.source, [])
                if all(other.name != service.name for other, _ in known):
                    known.append((service, mount))
    for name, users in writers.items():
        if len(users) > 1 and users[0][1].at.node is not users[1][1].at.node:
            (one, first), (other, second) = users[:2]
            values = {"name": name, "service": one.name, "other": other.name}
            yield Hit(second.source_at.at, values, related=(Related(first.source_at.place, "mounted here too"),))
