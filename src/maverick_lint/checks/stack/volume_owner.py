"""stack/volume-owner: who writes to a volume may write there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.services import stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import ServiceMount
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_NUMBER: Final = re.compile(r"(\d+)(?::(\d+))?\Z")
# Images that run as a user of their own, with that user's number and the folder that belongs to it alone (their
# Dockerfiles, 2026-11). Others begin as root, or let everybody write.
_OWNERS: Final = {
    "prom/prometheus": ("65534", "/prometheus"), "prom/alertmanager": ("65534", "/alertmanager"),
    "grafana/loki": ("10001", "/loki"), "grafana/tempo": ("10001", "/var/tempo"),
}  # fmt: skip


@record
class _Writer:
    """A service that writes to a volume as a user who is known by number; the place says who it is."""

    service: Service
    mount: ServiceMount
    user: str
    group: str
    place: Place


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each user who is not the owner of what the service writes to."""
    writers: dict[tuple[str, str], list[_Writer]] = {}
    for service in stack.every(Service):
        yield from _of_image(service)
        for writer in _writers(stack, service):
            writers.setdefault((service.project, writer.mount.source or ""), []).append(writer)
    for (_, volume), found in writers.items():
        first = found[0]
        for other in found[1:]:
            if other.user != first.user and (not other.group or other.group != first.group):
                values = {
                    "service": other.service.name, "user": other.user, "volume": volume,
                    "first": first.service.name, "owner": first.user,
                }  # fmt: skip
                related = (Related(first.place, f"service `{first.service.name}` writes as {first.user}"),)
                yield Hit(other.mount.place, values, related=related)


def _of_image(service: Service) -> Iterator[Hit]:
    """Yield the user under which an image cannot write to its own folder of data, when that is a new volume."""
    owner = _OWNERS.get(short_name(service.image or "")) if service.build is None else None
    match = _NUMBER.match(service.user or "")
    if owner is None or match is None or match[1] in ("0", owner[0]) or service.user_place is None:
        return
    for mount in service.mounts:
        if mount.type == "volume" and mount.source and (mount.target or "").rstrip("/") == owner[1]:
            values = {"service": service.name, "user": match[1], "owner": owner[0], "volume": mount.source}
            yield Hit(service.user_place, values, "image", (Related(mount.place, f"the volume at {owner[1]}"),))


def _writers(stack: Stack, service: Service) -> Iterator[_Writer]:
    stage = stage_of(stack, service) if service.build is not None else None
    text, place = service.user, service.user_place
    if not text and stage is not None and not stage.leaves_root:
        text, place = stage.user, stage.user_place
    match = _NUMBER.match(text or "")
    if match is None or match[1] == "0" or place is None:
        return
    for mount in service.mounts:
        if mount.type == "volume" and mount.source and not mount.read_only:
            yield _Writer(service, mount, match[1], match[2] or "", place)
