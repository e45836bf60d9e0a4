"""Which services read a file of the repository: by a mount, or by a COPY of the Dockerfile that builds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import Service
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.services import folders_above, root_base, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.stack.model import Stack


def readers(stack: Stack, path: str, *programs: str) -> tuple[Service, ...]:
    """Return the services whose image is one of these programs, or built on it, and that hold the file."""
    held = _by_held(stack)
    found = {number: one for at in (path, *folders_above(path)[:-1]) for number, one in held.get(at, {}).items()}
    readers = []
    for _, service in sorted(found.items(), key=lambda item: item[0]):
        base = root_base(stack, service)
        if base is not None and _is(base, programs):
            readers.append(service)
    return tuple(readers)


def _by_held(stack: Stack) -> dict[str, dict[int, Service]]:
    """Return, by the path that is mounted or copied, the services that hold it, numbered in their order."""
    known = stack.memo.get("services-by-held-path")
    if isinstance(known, dict):
        return known
    found: dict[str, dict[int, Service]] = {}
    for number, service in enumerate(stack.every(Service)):
        for at in _held(stack, service):
            found.setdefault(at.rstrip("/") or at, {})[number] = service
    stack.memo["services-by-held-path"] = found
    return found


def holds(stack: Stack, service: Service, path: str) -> bool:
    """Say whether a service holds a file of the repository, by a mount or a COPY."""
    return any(path == at or _below(path, at) for at in _held(stack, service))


def runs_unchanged(stack: Stack, service: Service) -> bool:
    """Say whether a service starts what its base image starts, and nothing beside."""
    if service.command or service.entrypoint:
        return False
    stage = stage_of(stack, service)
    return service.build is None or (stage is not None and not stage.runs)


def _is(image: str, programs: tuple[str, ...]) -> bool:
    name = short_name(image)
    return any(name == program or name.endswith(f"/{program}") for program in programs)


def _held(stack: Stack, service: Service) -> Iterator[str]:
    for mount in service.mounts:
        if mount.type == "bind" and mount.source:
            yield mount.source
    stage, build = stage_of(stack, service), service.build
    if stage is not None and build is not None and build.context is not None:
        for path, _ in stage.copies:
            yield f"{build.context}/{path}".strip("/")


def _below(path: str, folder: str) -> bool:
    return path.startswith(f"{folder.rstrip('/')}/")
