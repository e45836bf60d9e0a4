"""States which tools a TOML file configures, and the tasks that its runners know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.tasks import Dependencies, TaskTarget, ToolSettings
from maverick_lint.core.source import Segment, Source
from maverick_lint.core.span import Place
from maverick_lint.formats._tracking import tracking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.span import Span
    from maverick_lint.formats.pyproject.model import Toml

_TABLES: Final = (
    ("poe", ("tool", "poe", "tasks")),
    ("pdm", ("tool", "pdm", "scripts")),
    ("rye", ("tool", "rye", "scripts")),
    ("taskipy", ("tool", "taskipy", "tasks")),
    ("pixi", ("tool", "pixi", "tasks")),
)
_COMMAND_KEYS: Final = ("cmd", "shell", "composite", "chain", "sequence", "command")
_NAME: Final = re.compile(r"[A-Za-z0-9][\w.-]*(?:\[[\w, .-]*\])?")
_CALL_KEYS: Final = ("composite", "sequence", "ref", "deps")


def facts(document: Document[Toml]) -> Iterator[Fact]:
    """Yield the settings of each tool and a target for each task."""
    model = document.model
    if document.kind == "ruff-config":
        yield _settings("ruff", document, model.span(*tuple(model.data)[:1]))
        return
    yield from tracking(document.source)
    yield from _dependencies(document)
    for tool in model.table("tool"):
        yield _settings(tool, document, model.span("tool", tool))
    for runner, keys in _TABLES:
        yield from _targets(document, runner, keys)
    for environment in model.table("tool", "hatch", "envs"):
        yield from _targets(document, "hatch", ("tool", "hatch", "envs", environment, "scripts"))


def _settings(tool: str, document: Document[Toml], span: Span) -> Fact:
    place = Place(document.source.path, span)
    return Fact("tool-settings", tool, ToolSettings(tool, document.source.path, place), place)


def _dependencies(document: Document[Toml]) -> Iterator[Fact]:
    """Yield what a project needs to run, and what its groups for development add (PEP 621 and 735, Poetry, uv, PDM)."""
    model = document.model
    poetry = model.table("tool", "poetry")
    running = [*_names(model.at("project", "dependencies")), *model.table("tool", "poetry", "dependencies")]
    for extra in model.table("project", "optional-dependencies").values():
        running += _names(extra)
    groups = [*model.table("dependency-groups").values(), *model.table("tool", "pdm", "dev-dependencies").values()]
    groups.append(model.at("tool", "uv", "dev-dependencies"))
    groups.append(poetry.get("dev-dependencies"))
    groups += [
        model.at("tool", "poetry", "group", name, "dependencies") for name in model.table("tool", "poetry", "group")
    ]
    development = [name for group in groups for name in _names(group)]
    if running or development:
        place = Place(document.source.path, model.span("project"))
        known = Dependencies(document.source.path, place, _plain(running), _plain(development))
        yield Fact("dependencies", document.source.path, known, place)


def _names(group: Any) -> list[str]:  # noqa: ANN401 - a TOML value may be anything
    """Return the names of a list of requirements, or of a table with one for each key."""
    if isinstance(group, dict):
        return list(group)
    texts = [item for item in group if isinstance(item, str)] if isinstance(group, list) else []
    named = [found[0].replace(" ", "") for text in texts if (found := _NAME.match(text)) is not None]
    # extras bring further programs: a name with extras stands beside the name alone
    return [*named, *(name.partition("[")[0] for name in named if "[" in name)]


def _plain(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted({name.lower().replace("_", "-") for name in names}))


def _targets(document: Document[Toml], runner: str, keys: tuple[str, ...]) -> Iterator[Fact]:
    model, path = document.model, document.source.path
    for name, value in model.table(*keys).items():
        span = model.span(*keys, name)
        place = Place(path, span)
        calls = tuple(_calls(value, model.table(*keys)))
        commands = tuple(
            command for text in _texts(value) if text not in calls for command in _commands(document.source, text, span)
        )
        yield Fact("task-target", name, TaskTarget(runner, name, path, place, commands, calls), place)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - a TOML value may be anything
    """Yield the command lines of a task: a text, a list of texts, or a table that holds one of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item) if isinstance(item, (str, dict)) else ()
    elif isinstance(value, dict):
        for key in _COMMAND_KEYS:
            inner = value.get(key)
            if key in ("cmd", "command") and isinstance(inner, list):
                yield " ".join(word for word in inner if isinstance(word, str))
            elif inner is not None:
                yield from _texts(inner)


def _calls(value: Any, tasks: Mapping[str, Any]) -> Iterator[str]:  # noqa: ANN401 - a TOML value may be anything
    """Yield the tasks of the same runner that a task runs, by name."""
    listed = value
    if isinstance(value, dict):
        listed = [item for key in _CALL_KEYS for item in _listed(value.get(key))]
    for item in _listed(listed) if not isinstance(listed, str) else ():
        name = item.get("ref") if isinstance(item, dict) else item
        first = name.partition(" ")[0] if isinstance(name, str) else ""
        if first in tasks:
            yield first


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - a TOML value may be anything
    return value if isinstance(value, list) else [] if value is None else [value]


def _commands(source: Source, text: str, key: Span) -> tuple[Command, ...]:
    from maverick_lint.formats._shell import commands_of

    start = source.text.find(text, key.end, key.end + len(text) + 2_000)
    segment = Segment(0, start, len(text)) if start >= 0 else Segment(0, key.start, key.end - key.start)
    return commands_of(Source(source.path, text, parent=source, segments=(segment,)))
