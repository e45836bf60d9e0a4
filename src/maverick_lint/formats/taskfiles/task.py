"""Tasks of a Taskfile.yml (https://taskfile.dev/reference/schema, read 2025)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import Document
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats._yaml.build import is_template
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats._yaml.spoken import spoken
from maverick_lint.formats.taskfiles.just import without_braces
from maverick_lint.formats.taskfiles.model import Target, Targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_LISTS: Final = ("deps", "cmds")


def read_taskfile(source: Source) -> Document[Targets | None]:
    """Return the document; its model is None when the text is no mapping."""
    parsed = read_yaml(source, "go")
    root = parsed.root
    model = Targets("task", tuple(_targets(source, root))) if root is not None and root.is_map else None
    return Document(
        source,
        "taskfile",
        model,
        tree=root,
        errors=spoken(parsed.errors),
        comments=parsed.comments,
        scopes=parsed.scopes,
    )


def _targets(source: Source, root: Node) -> Iterator[Target]:
    tasks = root.get("tasks")
    for name, node in tasks.pairs().items() if tasks is not None else ():
        scripts: list[tuple[Source, bool]] = []
        calls: list[str] = []
        steps = (
            [node]
            if node.is_scalar or node.is_list
            else [part for key in _LISTS if (part := node.get(key)) is not None]
        )
        single = node.get("cmd")
        ignored = _is_true(node.get("ignore_error"))
        for part in [*steps, *([single] if single is not None else [])]:
            needed = part.key is not None and part.key.raw == "deps"
            for step in part.items() if part.is_list else [part]:
                _take(source, step, scripts, calls, needed=needed, ignored=ignored)
        yield Target(name, node.key_span(), tuple(scripts), tuple(calls), default=name == "default")


def _take(  # noqa: PLR0913 - what a step may be, and the two lists it goes to
    source: Source, step: Node, scripts: list[tuple[Source, bool]], calls: list[str], *, needed: bool, ignored: bool
) -> None:
    called = step.get("task")
    command = step if step.is_scalar else step.get("cmd")
    if called is not None and called.text:
        calls.append(called.text)
    elif needed and step.text:
        calls.append(step.text)
    elif command is not None and command.text:
        inner = embedded(source, command)
        script = without_braces(inner) if is_template(command.text) else inner
        scripts.append((script, ignored or _is_true(step.get("ignore_error"))))


def _is_true(node: Node | None) -> bool:
    return node is not None and node.value is True
