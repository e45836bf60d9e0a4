"""stack/missing-module: what a container starts is in its image."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.core.span import Place, Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.docker_runs import runs
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.in_image import context_of, whereabouts
from maverick_lint.stack.modules import homes, module_uses, python_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.modules import ModuleUse


@record
class _Started:
    """A command that a container of a stage runs: its words with their places."""

    stage: StageFact
    context: str
    words: tuple[str | None, ...]
    places: tuple[Place, ...]


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each module that a command of an image names and that the image does not have."""
    seen: set[Place] = set()
    for started in _started(stack):
        for use in module_uses(started.words):
            place = started.places[use.index]
            if place not in seen:
                seen.add(place)
                yield from _judge(stack, started, use, place)


def _started(stack: Stack) -> Iterator[_Started]:
    contexts = {
        file.path: context
        for file in stack.every(DockerfileFact)
        if "{" not in file.path and (context := context_of(stack, file)) is not None
    }
    files = {file.path: file for file in stack.every(DockerfileFact) if file.path in contexts}
    for file in files.values():
        stage = file.stages[-1]
        yield _Started(stage, contexts[file.path], stage.command, stage.command_places)
        yield _Started(stage, contexts[file.path], stage.probe, stage.probe_places)
    for service in stack.every(Service):
        one = files.get(service.build.dockerfile or "") if service.build is not None else None
        built = one.stage(service.build.target or "") if one is not None and service.build is not None else None
        if one is not None and built is not None and not any(mount.type == "bind" for mount in service.mounts):
            yield _Started(built, contexts[one.path], service.command, service.command_places)
            if not service.command and not service.entrypoint:
                yield _Started(built, contexts[one.path], built.command, built.command_places)
            yield from _settings(service, built, contexts[one.path])
    if len(stack.every(DockerfileFact)) == 1 and files:
        only = next(iter(files.values()))
        for running in runs(stack):
            image = running.run.image
            # what is deployed is given to a script by a variable; an image with a name of its own may be any
            if image is not None and image.text is None:
                words = running.run.command
                places = tuple(word.place for word in words)
                yield _Started(only.stages[-1], contexts[only.path], tuple(word.text for word in words), places)


def _settings(service: Service, stage: StageFact, context: str) -> Iterator[_Started]:
    """Yield the modules that variables of frameworks name, as if a command did."""
    for (name, text), place in zip(service.values, service.value_places, strict=False):
        module = (text or "").partition(":")[0]
        if name in _VARIABLES and module and "/" not in module and not module.endswith(".py"):
            yield _Started(stage, context, ("python", "-m", module), (place, place, place))


def _judge(stack: Stack, started: _Started, use: ModuleUse, place: Place) -> Iterator[Hit]:
    found, tops = homes(stack, use.module, started.context)
    copied = tuple(path for path in found if next(whereabouts(started.stage, started.context, path), None) is not None)
    if found:
        if copied and not use.moved:
            yield from _misplaced(started, use, place, copied)
        return
    if not tops or _is_folder(stack, use.module, tops):
        return
    near = _near(stack, use.module, tops)
    hint = f"; did you mean `{_dotted(near, tops)}`?" if near else ""
    at = near or _any_of(stack, use.module, tops)
    related = (Related(Place(at, Span(0, 0)), "a module of the same package"),)
    yield Hit(place, {"module": use.module, "hint": hint, "folder": "", "path": ""}, related=related)


def _misplaced(started: _Started, use: ModuleUse, place: Place, copied: tuple[str, ...]) -> Iterator[Hit]:
    """Yield a hit when the file of a module lies in none of the folders in which Python looks for it."""
    stage = started.stage
    folders = _folders(stage)
    if folders is None:
        return
    lain = [(at, one.place) for path in copied for at, one in whereabouts(stage, started.context, path)]
    inner = use.module.replace(".", "/")
    wanted = {posixpath.join(folder, f"{inner}{end}") for folder in folders for end in _ENDS}
    if wanted.isdisjoint(at for at, _ in lain):
        at, copy = lain[0]
        related = (Related(copy, f"puts it to `{at}`"), Related(Place(copied[0], Span(0, 0)), "the module"))
        values = {"module": use.module, "hint": "", "folder": " or ".join(folders), "path": at}
        yield Hit(place, values, "place", related)


# Flask's and Django's documentation (2026-11).
_VARIABLES = ("FLASK_APP", "DJANGO_SETTINGS_MODULE")
_ENDS = (".py", "/__init__.py", "/__main__.py")


def _folders(stage: StageFact) -> list[str] | None:
    """Return the folders in which Python looks for modules of the project; None when that is not known."""
    base = stage.base or ""
    path = dict(stage.environment).get("PYTHONPATH", "")
    if stage.installs or stage.folder is None or path is None or stage.base_stage is not None:
        return None
    if short_name(base) != "python" or any(one.target is None for one in stage.placed):
        return None
    folders = [stage.folder, *(posixpath.normpath(posixpath.join(stage.folder, one)) for one in path.split(":") if one)]
    for one in stage.placed:
        if one.source is None and any(_below(folder, one.target or "/") for folder in folders):
            return None
    return list(dict.fromkeys(folders))


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def _is_folder(stack: Stack, module: str, tops: list[str]) -> bool:
    inner = module.replace(".", "/")
    return any(stack.exists(posixpath.join(top, inner)) for top in tops)


def _near(stack: Stack, module: str, tops: list[str]) -> str:
    """Return the file of the module of the same package whose name is most like a mistaken one."""
    by_name = {_dotted(path, tops): path for path in python_paths(stack) if _dotted(path, tops)}
    found = close_matches(module, sorted(by_name), 1, 0.78)
    return by_name[found[0]] if found else ""


def _any_of(stack: Stack, module: str, tops: list[str]) -> str:
    first = module.partition(".")[0]
    prefixes = tuple(posixpath.join(top, first) for top in tops)
    return next(path for path in python_paths(stack) if path.startswith(prefixes))


def _dotted(path: str, tops: list[str]) -> str:
    for top in tops:
        prefix = f"{top}/" if top else ""
        if path.startswith(prefix):
            return path[len(prefix) :].removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return ""
