"""The settings file that a service's command names, where the repository has what is mounted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import replace
from maverick_lint.formats.compose.paths import inside

if TYPE_CHECKING:
    from maverick_lint.core.document import Reader
    from maverick_lint.formats.compose.model import Service


def with_settings(service: Service, reader: Reader) -> Service:
    """Return the service with the text of the file `*.conf` that its command names; unchanged where there is none."""
    words = [word for given in (service.entrypoint, service.command) if given is not None for word in given.texts]
    named = [part for word in words if word for part in word.split() if part.endswith(".conf")]
    if len(named) != 1:
        return service
    for mount in service.mounts:
        target = mount.target
        if mount.type != "bind" or not mount.source or target is None:
            continue
        rest = named[0].removeprefix(target)
        if rest == named[0] or (rest and not (rest.startswith("/") or target.endswith("/"))):
            continue
        path = inside(mount.at.file.folder, mount.source + ("/" + rest.strip("/") if rest else ""))
        source = None if path is None else reader.read(path)
        if source is not None:
            return replace(service, settings=source.text)
    return service
