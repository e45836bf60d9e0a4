"""deploy/one-at-a-time: two deployments never run at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.tasks import TaskTarget
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_commands import script_name
from maverick_lint.stack.deploy_scripts import deploy_scripts
from maverick_lint.stack.deploys import commands, deploys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Pipeline
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_LOCKS: Final = frozenset({"flock", "lockfile", "dotlockfile", "shlock", "setlock", "lckdo", "mutex"})
_MAKERS: Final = frozenset({"mkdir", "ln", "set", "test", "[", "shlock"})
_SEARCHES: Final = frozenset({"pidof", "pgrep"})
_KEYS: Final = {"github": "`concurrency` with a group for each environment", "gitlab": "`resource_group`"}


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield deploy jobs, or where there is none deploy scripts, that nothing keeps from running twice at once."""
    found = deploys(stack)
    if not found or any(_locks(one.command) for one in commands(stack)):
        return
    jobs = [one for one in found.jobs if one.remote]
    for one in jobs:
        if not one.job.exclusive and not _is_called(one.pipeline):
            key = _KEYS[one.pipeline.system]
            yield Hit(one.job.place, {"job": one.job.id, "key": key})
    for script in deploy_scripts(stack, "deploy") if not found.jobs else ():
        name = script.script.path.rpartition("/")[2]
        if {"start", "reload"} <= {act.deed for act in script.flow.acts} and not _called_alone(stack, name):
            yield Hit(script.flow.heading, {"script": name}, case="script")


def _called_alone(stack: Stack, name: str) -> bool:
    """Say whether a target takes the lock for a script, or a unit runs it, which systemd starts once at a time."""
    if any(script_name(c).rpartition("/")[2] == name for unit in stack.every(UnitFact) for c in unit.commands):
        return True
    called = (command for target in stack.every(TaskTarget) for command in target.commands)
    return any(_locks(command) and any(name in word.raw for word in command.words) for command in called)


def _locks(command: Command) -> bool:
    """Say whether a command takes a lock: a program for it, or a file or folder of that name made or looked at."""
    if command.name in _LOCKS:
        return True
    texts = [word.expanded or word.raw for word in command.words[1:]]
    if command.name in _SEARCHES:  # `pgrep -f deploy.sh`: is there another one?
        return any("deploy" in text or "$0" in text or "BASH_SOURCE" in text for text in texts)
    if command.name == "set" and ("noclobber" in texts or "-C" in texts):
        return True
    return command.name in _MAKERS and any("lock" in text.lower() for text in texts)


def _is_called(pipeline: Pipeline) -> bool:
    """Say whether only other workflows start this one; they may wait for each other."""
    return bool(pipeline.triggers) and all(trigger.event == "workflow_call" for trigger in pipeline.triggers)
