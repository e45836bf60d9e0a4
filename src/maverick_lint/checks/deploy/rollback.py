"""deploy/rollback: there is a way back, and it leads to the previous version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import TaskTarget
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_scripts import deploy_scripts
from maverick_lint.stack.deploys import deploys
from maverick_lint.stack.docker_runs import call_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_NAME: Final = re.compile(r"roll[-_ ]?back|(?<![a-z])revert(?![a-z])", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^[0-9]+(?:p|!d|q|q;d)?$|\bF?NR\s*==\s*[0-9]")
_PICKS: Final = frozenset({"head", "tail"})
_LISTS: Final = frozenset({"ps", "images", "image ls", "ls"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a repository that deploys and has no rollback, and rollback scripts that take an image by its line."""
    found = deploys(stack)
    if found and not _exists(stack):
        yield Hit(found.anchor)
    for one in deploy_scripts(stack, "rollback"):
        yield from _by_position(one.script.commands)


def _by_position(commands: tuple[Command, ...]) -> Iterator[Hit]:
    """Yield listings of containers or images of which later commands of the same line take one by its number."""
    for number, command in enumerate(commands):
        call = call_of(command)
        if call is None or call.subcommand not in _LISTS:
            continue
        following = commands[number + 1 : number + 5]
        if any(_picks(one) for one in following):
            yield Hit(command.place, case="position")


def _picks(command: Command) -> bool:
    """Say whether a command takes a line by its number: `head -2`, `sed -n 2p`, `awk 'NR==2'`."""
    if command.name in ("sed", "awk", "gawk", "mawk"):
        return any(_NUMBERED.search(word.text or "") for word in command.words[1:])
    return command.name in _PICKS


def _exists(stack: Stack) -> bool:
    if any(_NAME.search(path.rpartition("/")[2]) for path in stack.files):
        return True
    if any(_NAME.search(target.name) for target in stack.every(TaskTarget)):
        return True
    for pipeline in stack.every(Pipeline):
        if any(_NAME.search(f"{job.id} {job.name}") for job in pipeline.jobs):
            return True
        if any(_NAME.search(f"{step.name} {step.script}") for job in pipeline.jobs for step in job.steps):
            return True
    return any(_NAME.search(command.name) for one in deploy_scripts(stack) for command in one.script.commands)
