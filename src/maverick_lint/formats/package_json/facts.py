"""States the scripts of a package, and the tools that are configured in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.tasks import TaskTarget, ToolSettings
from maverick_lint.core.span import Place
from maverick_lint.formats._tracking import tracking
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.formats.package_json.model import PackageJson

_TOOLS: Final = {
    "eslintConfig": "eslint",
    "markdownlint-cli2": "markdownlint",
    "stylelint": "stylelint",
    "jest": "jest",
}


def facts(document: Document[PackageJson]) -> Iterator[Fact]:
    """Yield a target for each script and the settings of each tool."""
    from maverick_lint.formats._shell import commands_of

    model, path = document.model, document.source.path
    yield from tracking(document.source)
    for name, node in model.scripts.items():
        place = Place(path, node.key_span())
        commands = commands_of(embedded(document.source, node))
        yield Fact("task-target", name, TaskTarget("npm", name, path, place, commands), place)
    commitlint = model.root.get("commitlint")
    if commitlint is not None:
        yield _commitlint(path, commitlint)
    for key, tool in _TOOLS.items():
        node_of = model.root.get(key)
        if node_of is not None:
            place = Place(path, node_of.key_span())
            yield Fact("tool-settings", tool, ToolSettings(tool, path, place), place)


def _commitlint(path: str, node: Node) -> Fact:
    extends = node.get("extends")
    names: list[str | None] = []
    if extends is not None:
        names = [item.text for item in extends.items()] if extends.is_list else [extends.text]
    place = Place(path, node.key_span() if extends is None else extends.span)
    settings = ToolSettings("commitlint", path, place, tuple(name for name in names if name))
    return Fact("tool-settings", "commitlint", settings, place)
