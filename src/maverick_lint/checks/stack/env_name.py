"""stack/env-name: variables and files of variables have one name everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import EnvFile, Service
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._shell.docker import docker_call, option_text, run_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_LIKE: Final = 0.86
_NUMBER: Final = re.compile(r"[0-9]+")
_LONG: Final = 6
_SHORT: Final = 3
_MOST: Final = 100  # paths that are compared with each other


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each variable that is nearly one of the example file, and each path nearly that of others."""
    for file in stack.every(EnvFile):
        if file.example:
            yield from _variables(stack, file)
    yield from _paths(stack)


def _variables(stack: Stack, file: EnvFile) -> Iterator[Hit]:
    folder = file.path.rpartition("/")[0]
    documented = {name: place for name, _, place in file.variables}
    services = [
        one for one in stack.every(Service) if one.project.rpartition("/")[0] == folder and one.build is not None
    ]
    set_anywhere = {name for one in services for name in one.environment}
    seen: set[Place] = set()
    for service in services:
        # one whose names are mostly others is documented elsewhere
        if len(set_anywhere & documented.keys()) == 0:
            continue
        for (name, _), place in zip(service.values, service.value_places, strict=True):
            if name in documented or place in seen or len(name) < _LONG:
                continue
            left = [one for one in documented if one not in set_anywhere and len(one) >= _LONG]
            close = close_matches(name, left, 1, _LIKE)
            if close and not _differs_by_word(name, close[0]):
                seen.add(place)
                related = (Related(documented[close[0]], f"`{close[0]}` is documented here"),)
                yield Hit(
                    place, {"name": name, "near": close[0], "file": file.path, "by": service.name}, related=related
                )


def _differs_by_word(one: str, other: str) -> bool:
    """Say whether two names differ by a number, or by words that both mean something: `A_HOST` and `A_PORT`."""
    first, second = one.split("_"), other.split("_")
    if len(first) != len(second):
        return True
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(pairs) != 1 or not _slip(*pairs[0])


def _slip(one: str, other: str) -> bool:
    """Say whether letters of a word changed places, or one was added, left out or changed inside a longer one."""
    if one.isdigit() or other.isdigit():
        return False
    if sorted(one) == sorted(other):
        return True
    return min(len(one), len(other)) > _SHORT and bool(close_matches(one, [other], 1, 0.85))


def _paths(stack: Stack) -> Iterator[Hit]:
    """Yield the path of a file of variables that is named once and is nearly that which others name."""
    uses: dict[str, list[Place]] = {}
    for path, place in _named(stack):
        uses.setdefault(path, []).append(place)
    for path, places in uses.items() if len(uses) <= _MOST else ():
        if len(places) != 1:
            continue
        others = [one for one in uses if one != path and _is_nearly(path, one)]
        # of two that are named once each, nothing tells which one is right: the later is said
        sure = [one for one in others if len(uses[one]) > 1] or [
            one for one in others if _before(uses[one][0], places[0])
        ]
        if len(sure) == 1:
            related = (Related(uses[sure[0]][0], f"names `{sure[0]}`"),)
            yield Hit(places[0], {"path": path, "other": sure[0]}, "path", related)


def _before(one: Place, other: Place) -> bool:
    return (one.path, one.span.start) < (other.path, other.span.start)


def _is_nearly(path: str, other: str) -> bool:
    folder, _, name = path.rpartition("/")
    beside, _, named = other.rpartition("/")
    if name == named:
        return bool(close_matches(folder, [beside], 1, _LIKE))
    first, second = name.removesuffix(".env"), named.removesuffix(".env")
    short, long = sorted((first, second), key=len)
    if folder != beside or len(short) < _SHORT or _NUMBER.sub("", first) == _NUMBER.sub("", second):
        return False  # `web-1` and `web-2` are two of a series
    return long.startswith(short) or bool(close_matches(first, [second], 1, _LIKE))


def _named(stack: Stack) -> Iterator[tuple[str, Place]]:
    """Yield each absolute path of a file of variables that a command or a unit names."""
    for script in stack.every(Script):
        yield from _of(script.commands)
    for unit in stack.every(UnitFact):
        yield from _of(unit.commands)
        for path, place in zip(unit.environment_files, unit.environment_places, strict=True):
            if path.startswith("/") and "%" not in path:
                yield path, place
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                yield from _of(step.commands)


def _of(commands: tuple[Command, ...]) -> Iterator[tuple[str, Place]]:
    for command in commands:
        call = docker_call(command)
        if call is not None and call.subcommand in ("run", "create"):
            for word in run_of(call).values("--env-file"):
                text = option_text(word, "--env-file")
                if text is not None and text.startswith("/"):
                    yield text, word.place
