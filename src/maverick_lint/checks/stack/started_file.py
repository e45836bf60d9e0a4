"""stack/started-file: the file that a container starts is in its image or mounted into it."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.folders import files_in, paths_named
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.in_image import whereabouts
from maverick_lint.stack.services import folders_above, root_stage
from maverick_lint.stack.started import started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import Placed, ServiceMount, StageFact
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.started import Started

_PATH: Final = ("/usr/local/bin", "/usr/local/sbin", "/usr/bin", "/usr/sbin", "/bin", "/sbin")
# Images without programs of their own outside the folders of the system.
_PLAIN: Final = frozenset({
    "python", "node", "golang", "rust", "ruby", "perl", "openjdk", "eclipse-temurin", "amazoncorretto", "debian",
    "ubuntu", "alpine", "busybox", "scratch", "buildpack-deps", "oven/bun", "elixir", "php",
})  # fmt: skip
_BUILT: Final = frozenset(
    {"dist", "build", "out", "target", "public", "lib", ".next", ".output", "node_modules", "bin"}
)
# Official images bring a file of this name.
_OWN: Final = "docker-entrypoint.sh"
_LIKE: Final = 0.75
_ALIKE: Final = 0.85


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each file that a command of a container names and that the container does not have."""
    if stack.exists(".gitmodules"):
        return
    seen: set[tuple[Place, str]] = set()
    for one in started(stack):
        if (one.place, one.written) not in seen:
            seen.add((one.place, one.written))
            yield from _judge(stack, one)


def _judge(stack: Stack, one: Started) -> Iterator[Hit]:
    if not one.path.startswith("/"):
        yield from _in_path(stack, one)
        return
    covering = [mount for mount in one.service.mounts if _covers(mount.target, one.path)] if one.service else []
    if covering:
        yield from _mounted(stack, one, max(covering, key=lambda mount: len(mount.target or "/")))
    elif one.stage is not None and (one.service is not None or not _is_mounted(stack, one.path)):
        # where it may be built in several folders, all of them must lack the file
        found = [list(_copied(stack, one, one.stage, context)) for context in one.contexts]
        yield from found[0] if found and all(found) else ()


def _is_mounted(stack: Stack, path: str) -> bool:
    """Say whether any service mounts something at a path: it may run this image under another name."""
    targets = stack.once("targets-of-mounts", lambda: _targets(stack))
    return any(folder in targets for folder in (path, *folders_above(path)[:-1]))


def _targets(stack: Stack) -> frozenset[str]:
    mounts = [mount for service in stack.every(Service) for mount in service.mounts]
    return frozenset(posixpath.normpath(mount.target) for mount in mounts if mount.target)


def _covers(target: str | None, path: str) -> bool:
    if target is None:
        return True
    folder = posixpath.normpath(target)
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def _mounted(stack: Stack, one: Started, mount: ServiceMount) -> Iterator[Hit]:
    """Yield a hit for a file that a mounted folder of the repository does not have."""
    source = mount.source
    if mount.type != "bind" or source is None or mount.target is None or source.startswith(("/", "~", "..")):
        return
    inner = posixpath.relpath(one.path, posixpath.normpath(mount.target))
    path = posixpath.normpath(posixpath.join(source, inner))
    if inner == "." or stack.exists(path) or not stack.exists(source) or path.startswith(".."):
        return
    near = _near(stack, path, source)
    if near:
        related = (
            Related(mount.place, "is mounted here"),
            Related(Place(near, Span(0, 0)), "the file of the nearest name"),
        )
        values: dict[str, Value] = {
            "path": one.written,
            "source": f"`{source}`" if source else "the repository",
            "near": near,
        }
        yield Hit(one.place, values, "mount", related)


def _copied(stack: Stack, one: Started, stage: StageFact, context: str) -> Iterator[Hit]:
    """Yield a hit for a file that no COPY brings to where it is looked for."""
    if any(placed.source is None and _covers(placed.target, one.path) for placed in stage.placed):
        return
    missed: tuple[str, Placed] | None = None
    for placed in stage.placed:
        for inner in _copies_of(stack, placed, context, one.path):
            if stack.exists(inner):
                return
            missed = inner, placed
    name = posixpath.basename(one.path)
    if one.file is None or name in one.file.handled:
        return
    # the file of the very name lies elsewhere in the image, or is left out of it
    same = [path for path in paths_named(stack, name) if not context or path.startswith(f"{context}/")]
    lain = [(path, *found) for path in same for found in whereabouts(stage, context, path)]
    if len(lain) == 1:
        path, at, placed = lain[0]
        related = (Related(placed.place, f"puts it to `{at}`"), Related(Place(path, Span(0, 0)), "the file"))
        yield Hit(one.place, {"path": one.path, "there": at}, "place", related)
    elif missed is not None:
        yield from _misnamed(stack, one, *missed)
    elif len(same) == 1 and not lain and name != _OWN and _is_plain(one, stage):
        related = (Related(Place(same[0], Span(0, 0)), "the file"), Related(stage.place, "the image"))
        yield Hit(one.place, {"path": one.path, "file": same[0]}, "uncopied", related)
    elif not same:
        yield from _beside(stack, one, stage, posixpath.dirname(one.path), context)


def _copies_of(stack: Stack, placed: Placed, context: str, path: str) -> Iterator[str]:
    """Yield the path in the repository of which a COPY makes a path in the image, there or not."""
    if placed.target is None:
        yield ""  # it may be put anywhere
    elif placed.source is not None:
        source = posixpath.normpath(posixpath.join(context, placed.source or "."))
        if source not in stack.files and _covers(placed.target, path):
            yield posixpath.normpath(posixpath.join(source, posixpath.relpath(path, placed.target)))
        elif path == (posixpath.join(placed.target, posixpath.basename(source)) if placed.into else placed.target):
            yield source


def _misnamed(stack: Stack, one: Started, path: str, placed: Placed) -> Iterator[Hit]:
    near = _near(stack, path, posixpath.dirname(path))
    if near:
        related = (Related(Place(near, Span(0, 0)), "the file of the nearest name"), Related(placed.place, "copies it"))
        yield Hit(
            one.place, {"path": one.path, "hint": f"; did you mean `{posixpath.basename(near)}`?"}, related=related
        )


def _beside(stack: Stack, one: Started, stage: StageFact, folder: str, context: str) -> Iterator[Hit]:
    """Yield a hit for a file of nearly the name of one that is copied alone to where it is looked for."""
    there: dict[str, tuple[str, Placed]] = {}
    for placed in stage.placed:
        source = posixpath.normpath(posixpath.join(context, placed.source)) if placed.source else ""
        if source in stack.files and placed.target is not None:
            to = posixpath.join(placed.target, posixpath.basename(source)) if placed.into else placed.target
            if posixpath.dirname(to) == folder:
                there[posixpath.basename(to)] = (source, placed)
    name = posixpath.basename(one.path)
    suffix = posixpath.splitext(name)[1]
    close = close_matches(name, sorted(other for other in there if other.endswith(suffix)), 1, _LIKE)
    if close and name != _OWN and name not in there:
        source, placed = there[close[0]]
        related = (
            Related(placed.place, "copies it"),
            Related(Place(source, Span(0, 0)), "the file of the nearest name"),
        )
        yield Hit(one.place, {"path": one.path, "hint": f"; did you mean `{close[0]}`?"}, related=related)


def _in_path(stack: Stack, one: Started) -> Iterator[Hit]:
    """Yield a hit for a program without a folder of nearly the name of one that is copied to where programs lie."""
    if one.stage is None or len(one.contexts) != 1 or one.file is None or one.path in one.file.handled:
        return
    if any(placed.target is None for placed in one.stage.placed):
        return
    unknown = [placed for placed in one.stage.placed if placed.source is None]
    if any(_covers(placed.target, f"{folder}/x") for placed in unknown for folder in _PATH):
        return
    for folder in _PATH:
        for placed in one.stage.placed:
            to = placed.target or ""
            name = posixpath.basename(placed.source or "") if placed.into else posixpath.basename(to)
            if name == one.path and (to if placed.into else posixpath.dirname(to)) == folder:
                return
    for folder in _PATH[:1]:
        yield from _beside(stack, one, one.stage, folder, one.contexts[0])


def _near(stack: Stack, path: str, source: str) -> str:
    """Return the file that a path most likely means: a like name beside it, or the one of its name in the folder."""
    suffix = posixpath.splitext(path)[1]
    beside = [one for one in files_in(stack, posixpath.dirname(path)) if one.endswith(suffix)]
    built = not _BUILT.isdisjoint(posixpath.dirname(path).split("/"))
    name = posixpath.basename(path)
    names = {posixpath.basename(one): one for one in beside}
    close = close_matches(name, sorted(names), 1, _ALIKE if built else _LIKE)
    if close:
        return names[close[0]]
    same = [one for one in paths_named(stack, name) if source in ("", ".") or one.startswith(f"{source}/")]
    return same[0] if len(same) == 1 and not built else ""


def _is_plain(one: Started, stage: StageFact) -> bool:
    base = root_stage(one.file, stage).base if one.file is not None else None
    return base is not None and (short_name(base) in _PLAIN or "distroless" in base)
