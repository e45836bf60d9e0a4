"""compose/sensitive-mount."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._first import FirstTime, owner
from maverick_lint.checks.compose._mounts import devices, host_paths
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose

_WHOLE: Final = frozenset({
    "/", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/root", "/sys", "/usr", "/var", "/var/lib",
    "/var/run", "/run", "/home", "/bin", "/sbin", "/usr/bin", "/root/.ssh", "/etc/shadow", "/etc/ssh", "/etc/sudoers",
    "/etc/passwd", "/var/lib/docker",
})  # fmt: skip
# What watches a host reads these by design, without writing.
_READ: Final = frozenset({"/", "/proc", "/sys", "/var/run", "/run", "/var/lib/docker", "/etc", "/dev", "/etc/passwd"})
_WATCHERS: Final = (
    "node-exporter", "node_exporter", "cadvisor", "promtail", "telegraf", "netdata", "datadog", "filebeat",
    "metricbeat", "agent", "fluent", "vector", "alloy", "process-exporter", "glances", "otel",
)  # fmt: skip


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each mount of a directory that the host itself lives on."""
    first = FirstTime()
    for service, mount, path in host_paths(document.model):
        name = service.name if service.image is None else service.image.name
        watcher = any(word in name.lower() for word in _WATCHERS)
        if path in _WHOLE and not (watcher and mount.read_only and path in _READ) and first(mount.source_at):
            values = {"service": owner(service, mount.at), "path": path}
            yield Hit(mount.source_at.at, values, related=mount.at.via)
    for name, device, path in devices(document.model):
        if path in _WHOLE and first(device):
            yield Hit(device.at, {"name": name, "path": path}, "volume", related=device.via)
