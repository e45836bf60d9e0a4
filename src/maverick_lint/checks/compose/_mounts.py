"""Host paths that services mount."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.mounts import Mount
    from maverick_lint.formats.compose.tree import Value


def host_paths(model: Compose) -> Iterator[tuple[Service, Mount, str]]:
    """Yield each known absolute path of the host that a service mounts, without a slash at its end."""
    for service in model.variants:
        for mount in service.mounts:
            source = mount.source
            if mount.type == "bind" and source and not mount.problem and source.startswith("/"):
                yield service, mount, source.rstrip("/") or "/"


def devices(model: Compose) -> Iterator[tuple[str, Value, str]]:
    """Yield each declared volume that is bound to a path of the host: its name, the value and the path."""
    for name, volume in model.section("volumes").items():
        device = volume.at_path("driver_opts", "device")
        path = None if device is None else device.known
        if device is not None and path is not None and path.startswith("/"):
            yield name, device, path.rstrip("/") or "/"
