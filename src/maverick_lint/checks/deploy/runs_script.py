"""deploy/runs-script: CI calls the deploy script instead of carrying its own copy of the deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_commands import deploying
from maverick_lint.stack.deploys import commands
from maverick_lint.stack.docker_runs import act_of, call_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.deploys import DeployCommand
    from maverick_lint.stack.model import Stack

_INLINE: Final = frozenset({"start", "edit", "reload"})
_WORDS: Final = {
    "start": "starts the container",
    "edit": "edits the proxy's configuration",
    "reload": "reloads the proxy",
}


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first command of each step that deploys by itself on the server."""
    by_step: dict[Place, list[DeployCommand]] = {}
    for one in commands(stack):
        if one.step is not None and one.remote:
            by_step.setdefault(one.step.place, []).append(one)
    for found in by_step.values():
        if any((deploying(one.command) or "").startswith("runs") for one in found):
            continue
        for one in found:
            what = _inline(one.command)
            if what:
                yield Hit(one.command.place, {"what": what})
                break


def _inline(command: Command) -> str:
    call = call_of(command)
    if call is not None and call.subcommand in ("compose up", "compose pull"):
        return "starts the containers" if call.subcommand == "compose up" else ""
    deed = act_of(command)
    return _WORDS[deed] if deed in _INLINE and deed is not None else ""
