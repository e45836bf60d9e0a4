"""stack/mounted-config: what is mounted into a container is there, and lies where its program looks for it."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.folders import files_in, folders_in
from maverick_lint.stack.mounted import readers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import ServiceMount
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_CONFIG: Final = re.compile(r"\.(?:conf|cnf|ini|ya?ml|toml|json|sh|sql|cfg|xml|properties|rules|lua|vcl|js|py|php)\Z")
_OPTION: Final = re.compile(r"--?[\w.-]*config[\w.-]*(?:=(/.+))?\Z|-c\Z|-f\Z", re.IGNORECASE)
# People make these for one machine, and keep them out of the repository.
_PRIVATE: Final = re.compile(r"local|override|secret|private|custom|generated|prod|credential|token", re.IGNORECASE)
_KINDS: Final = ("prometheus", "alertmanager", "nginx")
_LIKE: Final = 0.8
_ALIKE: Final = 0.85
_NEARLY: Final = 0.95
_NEARLY_FOLDER: Final = 0.9
_LONG: Final = 6


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each mounted file that is not there, and each path to which what is read there is not mounted."""
    seen: set[Place] = set()
    for service in stack.every(Service):
        for mount in service.mounts:
            hit = _missing(stack, service, mount) or _missing_folder(stack, service, mount)
            if hit is not None and mount.place not in seen:
                seen.add(mount.place)
                yield hit
        for hit in _elsewhere(stack, service):
            if hit.at not in seen and isinstance(hit.at, Place):
                seen.add(hit.at)
                yield hit
    yield from _given(stack)
    yield from _dashboards(stack)


def _given(stack: Stack) -> Iterator[Hit]:
    """Yield the files of secrets and configs that are not there, where one of nearly the name is."""
    for fact in stack.every(ComposeFact):
        for one in fact.given if not stack.exists(".gitmodules") else ():
            if stack.exists(one.path) or one.path.startswith(("/", "~", "..")):
                continue
            beside = files_in(stack, one.path.rpartition("/")[0])
            suffix = posixpath.splitext(one.path)[1]
            close = close_matches(one.path, [path for path in beside if path.endswith(suffix)], 1, _ALIKE)
            # a secret is kept out of the repository; a model of it lies beside, to be copied
            if close and not close[0].startswith(f"{one.path}."):
                values = {"service": one.name, "path": one.path, "near": close[0], "what": one.section.rstrip("s")}
                at = Place(close[0], Span(0, 0))
                yield Hit(one.place, values, "given", (Related(at, "the file of the nearest name"),))


def _missing(stack: Stack, service: Service, mount: ServiceMount) -> Hit | None:
    source = mount.source or ""
    if (
        mount.type != "bind"
        or source.startswith(("/", "~", ".."))
        or not _CONFIG.search(source)
        or stack.exists(source)
    ):
        return None
    folder, _, name = source.rpartition("/")
    suffix = posixpath.splitext(name)[1]
    if stack.exists(".gitmodules"):
        return None
    beside = files_in(stack, folder)
    if any(path.startswith((f"{source}.", f"{source.removesuffix(suffix)}.")) for path in beside):
        return None  # a model of it is there, to be copied
    like = [path for path in beside if path.endswith(suffix)]
    private = _PRIVATE.search(name) is not None
    close = close_matches(source, sorted(like), 1, _NEARLY if private else _LIKE)
    if private and not close:
        return None
    near = close[0] if close else like[0] if len(like) == 1 and folder else ""
    if not near:
        return None
    values = {"service": service.name, "path": source, "near": near}
    return Hit(mount.place, values, related=(Related(Place(near, Span(0, 0)), "the file of the nearest name"),))


def _missing_folder(stack: Stack, service: Service, mount: ServiceMount) -> Hit | None:
    """Return a hit for a mounted folder that is not there, where one of nearly its name is and nobody mounts it."""
    source = mount.source or ""
    if mount.type != "bind" or source.startswith(("/", "~", "..")) or "." in source.rpartition("/")[2]:
        return None
    if len(source) < _LONG or stack.exists(source) or stack.exists(".gitmodules"):
        return None
    above, _, name = source.rpartition("/")
    prefix = f"{above}/" if above else ""
    beside = folders_in(stack, above)
    close = close_matches(name, beside, 1, _NEARLY_FOLDER)
    near = f"{prefix}{close[0]}" if close else ""
    if not near or any(one.source == near for other in stack.every(Service) for one in other.mounts):
        return None
    at = Place(min(path for path in stack.files if path.startswith(f"{near}/")), Span(0, 0))
    values = {"service": service.name, "path": source, "near": near}
    return Hit(mount.place, values, "folder", (Related(at, "a file of the folder of the nearest name"),))


def _elsewhere(stack: Stack, service: Service) -> Iterator[Hit]:
    """Yield the files that options of a command name in a folder into which others are mounted."""
    if service.build is not None or not service.complete:
        return
    for index, word in enumerate(service.command):
        match = _OPTION.match(word or "")
        if match is None:
            continue
        following = service.command[index + 1] if index + 1 < len(service.command) else None
        path, at = (match[1], index) if match[1] is not None else (following, index + 1)
        if path is None or not path.startswith("/") or not _CONFIG.search(path):
            continue
        beside = _beside(stack, service, posixpath.normpath(path))
        if beside is not None:
            mount, kind = beside
            place = service.command_places[at] if at < len(service.command_places) else service.place
            values = {"service": service.name, "path": path, "target": mount.target or "", "kind": kind}
            yield Hit(place, values, "target", (Related(mount.place, f"mounts `{mount.source}` here"),))
            continue
        near = _in_folder(stack, service, posixpath.normpath(path))
        if near:
            place = service.command_places[at] if at < len(service.command_places) else service.place
            values = {"service": service.name, "path": path, "near": near}
            yield Hit(place, values, "inside", (Related(Place(near, Span(0, 0)), "the file of the nearest name"),))


def _in_folder(stack: Stack, service: Service, path: str) -> str:
    """Return the file that a path in a mounted folder of the repository most likely means, "" when it is there."""
    over = [
        one for one in service.mounts if one.target is None or path.startswith(f"{posixpath.normpath(one.target)}/")
    ]
    mount = over[0] if len(over) == 1 else None
    if mount is None or mount.type != "bind" or not mount.source or mount.target is None or stack.exists(".gitmodules"):
        return ""
    inner = f"{mount.source}{path.removeprefix(posixpath.normpath(mount.target))}"
    if not stack.exists(mount.source) or stack.exists(inner) or _PRIVATE.search(posixpath.basename(inner)):
        return ""
    suffix = posixpath.splitext(inner)[1]
    there = files_in(stack, posixpath.dirname(inner))
    if any(one.startswith(f"{inner}.") for one in there):
        return ""  # a model of it is there, to be copied
    return next(iter(close_matches(inner, [one for one in there if one.endswith(suffix)], 1, _LIKE)), "")


def _beside(stack: Stack, service: Service, path: str) -> tuple[ServiceMount, str] | None:
    """Return the mounted file that a path most likely means; None when something may be mounted at the path itself."""
    folder = posixpath.dirname(path)
    found: list[tuple[ServiceMount, str]] = []
    for mount in service.mounts:
        target = posixpath.normpath(mount.target) if mount.target else None
        if target is None or mount.source is None or path == target:
            return None
        if path.startswith(f"{target}/"):
            return None
        if mount.type == "bind" and posixpath.dirname(target) == folder and mount.source in stack.files:
            found.append((mount, stack.kinds.get(mount.source, "text")))
    names = {posixpath.basename(mount.target or ""): mount for mount, _ in found}
    close = close_matches(posixpath.basename(path), sorted(names), 1, _LIKE)
    own = [one for one in found if one[1] in _KINDS or (close and one[0] is names[close[0]])]
    return own[0] if len(own) == 1 else None


def _dashboards(stack: Stack) -> Iterator[Hit]:
    """Yield the folders of dashboards to which nothing is mounted, where the dashboards are mounted to another one."""
    kept = {path.rpartition("/")[0] for path in stack.paths("grafana-dashboard")}
    if not kept:
        return
    from maverick_lint.core.facts.monitoring import DashboardFolder  # 3 ms, and few projects have dashboards

    for provider in stack.every(DashboardFolder):
        for service in readers(stack, provider.path, "grafana", "grafana-oss", "grafana-enterprise"):
            # a volume of Grafana's own data holds what people save by hand
            targets = [mount.target for mount in service.mounts if mount.type != "volume"]
            if service.build is not None or any(one is None or _overlaps(one, provider.folder) for one in targets):
                continue
            holding = [mount for mount in service.mounts if _holds(mount, kept)]
            if len(holding) == 1:
                values = {"service": service.name, "path": provider.folder, "target": holding[0].target or ""}
                yield Hit(
                    provider.place, values, "dashboards", (Related(holding[0].place, "mounts the dashboards here"),)
                )


def _holds(mount: ServiceMount, folders: set[str]) -> bool:
    source = mount.source or "/"
    return mount.type == "bind" and any(one == source or one.startswith(f"{source}/") for one in folders)


def _overlaps(one: str, other: str) -> bool:
    first, second = f"{posixpath.normpath(one)}/", f"{posixpath.normpath(other)}/"
    return first.startswith(second) or second.startswith(first)
