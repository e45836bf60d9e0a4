"""What reaches the final stage was installed with development dependencies."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._installs import application_installs, called, environment, written
from maverick_lint.checks.dockerfile._purpose import ends
from maverick_lint.core.finding import Hit
from maverick_lint.formats._packages import lock
from maverick_lint.formats.dockerfile.purpose import helps_development

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats._packages import Invocation
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage

_TREES: Final = {
    "npm": "node_modules",
    "yarn": "node_modules",
    "pnpm": "node_modules",
    "bun": "node_modules",
    "uv": ".venv",
    "poetry": ".venv",
    "pdm": ".venv",
    "composer": "vendor",
    "bundle": "bundle",
}
_DEVELOPMENT: Final = re.compile(
    r"\b(?:ng serve|vite(?! preview)|nodemon|webpack(?:-dev-server| serve)|(?:next|nuxt|astro|gatsby) dev(?:elop)?"
    r"|(?:npm|pnpm|yarn|bun)(?: run)? (?:dev|start:dev|serve))\b"
)
_NODE: Final = frozenset({"npm", "yarn", "pnpm", "bun", "node-prune", "npx"})


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each install in an image's chain, and in builders whose dependency tree is copied on."""
    model = document.model
    for end, names in ends(model) if not helps_development(document.source.path) else ():
        if _serves_development(end):
            continue
        chain = {stage.index for stage in end.chain}
        for index in sorted(model.reached(end)):
            stage = model.stages[index]
            for _, call in _last_installs(model, stage):
                ships = index in chain or _tree_is_copied(model, stage, end, call.manager.name)
                if ships and not _pruned(model, stage, call):
                    values = {"command": written(call), "write": lock.production_form(call.manager.name)}
                    yield Hit(called(call), values, stages=names)


def _serves_development(end: Stage) -> bool:
    """Say whether the image starts a server for development, which is one of those dependencies."""
    command = end.last("CMD")
    return command is not None and _DEVELOPMENT.search(" ".join(word.text for word in command.arguments)) is not None


def _last_installs(model: Dockerfile, stage: Stage) -> list[tuple[str, Invocation]]:
    """Return the last install of each manager in a stage, where it is known to bring development dependencies."""
    last: dict[str, tuple[bool | None, Invocation]] = {}
    for instruction, call in application_installs(model, stage):
        last[call.manager.name] = (lock.leaves_out_development(call, environment(model, instruction)), call)
    return [(name, call) for name, (left_out, call) in last.items() if left_out is False]


def _tree_is_copied(model: Dockerfile, builder: Stage, end: Stage, manager: str) -> bool:
    if manager not in _TREES:
        return False
    tree = _TREES[manager]
    home = _workdir(builder)
    for instruction, _, source in model.sources_of(end):
        if builder.index not in {one.index for one in source.chain}:
            continue
        for word in instruction.arguments[:-1]:
            text = (instruction.value(word.text) or "").rstrip("/")
            if text.rpartition("/")[2] == tree or text.endswith("site-packages") or (home and text == home):
                return True
    return False


def _workdir(stage: Stage) -> str:
    path = ""
    for instruction in stage.inherited:
        if instruction.name == "WORKDIR":
            text = instruction.value(instruction.rest)
            if text is None:
                return ""
            path = posixpath.normpath(posixpath.join(path or "/", text))
    return "" if path == "/" else path


def _pruned(model: Dockerfile, stage: Stage, call: Invocation) -> bool:
    """Say whether a later command of the stage takes the development dependencies out again."""
    if call.manager.name == "bundle" and _bundle_is_told(model, stage):
        return True
    after = False
    tree = _TREES.get(call.manager.name, "")
    for one in model.stages:
        if one.index < stage.index:
            continue
        for _, command in model.run_commands(one):
            after = after or command is call.command
            words = [text or "" for text in command.arguments]
            if not after or command is call.command:
                continue
            if command.name in _NODE and any(
                word in ("prune", "node-prune", "deploy") for word in (command.name, *words)
            ):
                return True
            if command.name == "rm" and tree and any(tree in word for word in words):
                return True
            if command.name == "composer" and "--no-dev" in words:
                return True
        if one is stage:
            break
    return False


def _bundle_is_told(model: Dockerfile, stage: Stage) -> bool:
    """Say whether `bundle config` has left groups out before."""
    return any(
        command.name in ("bundle", "bundler")
        and "config" in command.arguments
        and any(text is None or text in ("without", "only", "BUNDLE_WITHOUT") for text in command.arguments)
        for _, command in model.run_commands(stage, ("bundle",), chain=True)
    )
