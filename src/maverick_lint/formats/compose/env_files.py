"""The files of environment variables that services read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import EnvFileUse
from maverick_lint.formats.compose.interpolate import UNKNOWN
from maverick_lint.formats.compose.paths import inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.formats.compose.model import Service
    from maverick_lint.formats.compose.tree import Value


def env_file_uses(service: Service) -> Iterator[EnvFileUse]:
    """Yield each known file inside the root that `env_file` of a service names."""
    value = service.get("env_file")
    if value is not None:
        yield from file_uses(value.items() if value.is_list else [value])


def file_uses(items: Iterable[Value]) -> Iterator[EnvFileUse]:
    """Yield each known file inside the root that the items name."""
    for item in items:
        path_at = item.get("path") if item.is_map else item
        text = None if path_at is None else path_at.known
        path = None if text is None or UNKNOWN in text else inside(item.file.folder, text)
        required = item.get("required") if item.is_map else None
        if path and path_at is not None:
            yield EnvFileUse(path, path_at.place, required is None or required.known == "true")
