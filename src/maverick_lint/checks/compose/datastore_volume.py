"""compose/datastore-volume."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.compose._datastores import datastore
from maverick_lint.core.finding import Hit
from maverick_lint.formats.compose.paths import inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.checks.compose._datastores import Datastore
    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose, Service
    from maverick_lint.formats.compose.tree import Value

_TRIALS: Final = frozenset({"test", "tests", "testing", "ci", "e2e", "cypress", "integration", "suites"})
_NEW_FOLDER: Final = 18
_SINCE_18: Final = "/var/lib/postgresql"
_FOLDER_OPTIONS: Final = ("datadir", "--dbpath", "data_directory", "--data-dir")


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each database, queue or search engine whose data goes with its container."""
    model = document.model
    if model.fragment or _TRIALS & set(_parts(model.path)):
        return
    kept = [{name for name, hits in _all(view).items() if not hits} for view in model.others]
    for name, hits in _all(model).items():
        # where every command that starts the file joins it with one that mounts something there
        if not kept or not all(name in names for names in kept):
            yield from hits


def _all(model: Compose) -> dict[str, list[Hit]]:
    """Return the hits of each datastore."""
    found: dict[str, list[Hit]] = {}
    for service in model.services:
        store = datastore(service)
        if store is None or store.family == "cache" or _excused(service):
            continue
        folder = _folder(service, store)
        if folder is not None:
            found[service.name] = list(_judged(service, store, folder))
    return found


def _judged(service: Service, store: Datastore, folder: str) -> Iterator[Hit]:
    values = {"service": service.name, "store": store.name, "folder": folder or "its data directory"}
    holding = [mount for mount in service.mounts if not folder or _holds(mount.target or "", folder)]
    named = [mount for mount in holding if not mount.anonymous]
    for mount in named:
        if mount.type == "bind" and mount.source is not None:
            path = inside(mount.at.file.folder, mount.source)
            if path is not None and folder and mount.source.startswith("."):
                values |= {"path": path or "."}
                at = mount.source_at
                where = at.part(0, at.node.raw.index(":")) if at is mount.at and _plain(at) else at.at
                yield Hit(where, values, "bind", related=mount.at.via, level="note")
    if not named and holding:
        yield Hit(holding[0].at.at, values, "anonymous", related=holding[0].at.via)
    elif not named and service.image_at is not None:
        yield Hit(service.image_at.at, values, related=service.image_at.via)


def _plain(at: Value) -> bool:
    """Say whether a short form begins with its source as written, no variable in it."""
    return at.text is not None and at.text.fixed and ":" in at.node.raw


def _parts(path: str) -> list[str]:
    return path.lower().replace("-", "/").replace(".", "/").replace("_", "/").split("/")


def _excused(service: Service) -> bool:
    """Say whether the data may go on purpose, or may be kept by something unknown."""
    if service.open or _TRIALS & {part for text in (*service.profiles, service.name) for part in _parts(text)}:
        return True
    if any(mount.target is None or mount.problem for mount in service.mounts):
        return True
    return service.get("volumes_from") is not None or any(mount.type == "tmpfs" for mount in service.mounts)


def _folder(service: Service, store: Datastore) -> str | None:
    """Return the folder of the data, "" when it is not known where that is, None when settings move it."""
    if service.command is not None and (
        None in service.command.texts
        or any(option in (text or "") for text in service.command.texts for option in _FOLDER_OPTIONS)
    ):
        return None
    moved = service.variable("PGDATA")
    if moved is not None:
        return None if moved.text is None else moved.text.rstrip("/")
    image = service.image
    if store.name == "PostgreSQL" and store.folder and image is not None and image.base == "postgres":
        major = image.tag.partition(".")[0].partition("-")[0]
        # since 18 the data lies in a folder named after the version (hub.docker.com/_/postgres, "PGDATA", 2025-09)
        return _SINCE_18 if major.isdecimal() and int(major[:4]) >= _NEW_FOLDER else store.folder
    return store.folder


def _holds(target: str, folder: str) -> bool:
    """Say whether what is mounted at `target` keeps what is written below `folder`, or a part of it."""
    one, other = target.rstrip("/") + "/", folder.rstrip("/") + "/"
    return one.startswith(other) or other.startswith(one)
