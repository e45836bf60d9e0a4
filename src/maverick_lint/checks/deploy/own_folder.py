"""deploy/own-folder: a script finds its neighbours wherever it is called from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_commands import script_name
from maverick_lint.stack.deploy_scripts import deploy_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


_READERS: Final = frozenset({"bash", "sh", "dash", "source", "."})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield calls of a script beside this one by `./`, where nothing has gone to that folder before."""
    for one in deploy_scripts(stack, "deploy", "rollback", "pre-deploy"):
        folder = one.script.path.rpartition("/")[0]
        for command in one.script.commands:
            if command.name in ("cd", "pushd"):
                break
            called = "" if command.remote else script_name(command)
            name = called.removeprefix("./")
            # `bash x.sh` and `source x.sh` look where one is, `x.sh` alone does not.
            near = called.startswith("./") or (command.name in _READERS and "/" not in called)
            if name and near and folder and stack.exists(f"{folder}/{name}") and not stack.exists(name):
                word = next(word for word in command.words if called in (word.expanded, word.text))
                yield Hit(word.place, {"script": name})
