"""deploy/rollback: there is a way back, and it leads to the previous version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.flow import ScriptFlow
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import TaskTarget
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.deploy_scripts import deploy_scripts
from maverick_lint.stack.deploys import deploys
from maverick_lint.stack.docker_runs import call_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.flow import FileUse
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.deploy_scripts import DeployScript
    from maverick_lint.stack.model import Stack

_NAME: Final = re.compile(r"roll[-_ ]?back|(?<![a-z])revert(?![a-z])", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^[0-9]+(?:p|!d|q|q;d)?$|\bF?NR\s*==\s*[0-9]")
_PICKS: Final = frozenset({"head", "tail"})
_RECORDS: Final = re.compile(r"prev|last|current|version|image|tag|release|deployed|live|active", re.IGNORECASE)
_PREVIOUS: Final = re.compile(r"prev|last|old|bak|back", re.IGNORECASE)
# What else may write a file: programs, and tools that work on the server.
_PROGRAMS: Final = frozenset({"python", "python3", "node", "ruby", "perl", "php", "ansible-playbook", "uv", "rsync",
                              "scp", "eval", "source", "."})  # fmt: skip
_LISTS: Final = frozenset({"ps", "images", "image ls", "ls"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a repository that deploys and has no rollback, and rollback scripts that take an image by its line."""
    found = deploys(stack)
    if found and not _exists(stack):
        yield Hit(found.anchor)
    for one in deploy_scripts(stack, "rollback"):
        yield from _by_position(one.script.commands)
        yield from _unwritten(stack, one)
    for one in deploy_scripts(stack, "deploy"):
        yield from _too_late(one.flow.files)


def _by_position(commands: tuple[Command, ...]) -> Iterator[Hit]:
    """Yield listings of containers or images of which later commands of the same line take one by its number."""
    for number, command in enumerate(commands):
        call = call_of(command)
        if call is None or call.subcommand not in _LISTS:
            continue
        following = commands[number + 1 : number + 5]
        if any(_picks(one) for one in following):
            yield Hit(command.place, case="position")


def _unwritten(stack: Stack, rollback: DeployScript) -> Iterator[Hit]:
    """Yield the files of versions that a rollback reads and that nothing in the repository writes."""
    told = set()
    for use in rollback.flow.files:
        name = use.path.rpartition("/")[2]
        if use.how != "read" or not use.path.startswith("/") or "$" in use.path or not _RECORDS.search(name):
            continue
        if use.path not in told and _all_is_seen(stack) and not _is_named(stack, name):
            told.add(use.path)
            yield Hit(use.place, {"file": use.path}, case="unwritten")


def _all_is_seen(stack: Stack) -> bool:
    """Say whether the deployment is scripts of the shell alone, which write what they write before everyone's eyes."""
    scripts = deploy_scripts(stack, "deploy")
    return bool(scripts) and not any(
        command.name in _PROGRAMS or command.name.endswith((".py", ".rb", ".js", ".pl"))
        for one in scripts
        for command in one.script.commands
    )


def _is_named(stack: Stack, name: str) -> bool:
    """Say whether anything but a reader names a file: a script, a step, a target, or a path of the repository."""
    if any(use.how != "read" and name in use.path for flow in stack.every(ScriptFlow) for use in flow.files):
        return True
    if any(path.rpartition("/")[2] == name for path in stack.files):
        return True
    steps = (step for pipeline in stack.every(Pipeline) for job in pipeline.jobs for step in job.steps)
    if any(name in step.script or any(name in (one.text or "") for one in step.inputs) for step in steps):
        return True
    return any(
        bool(target.commands) and target.runner in ("make", "just", "task") for target in stack.every(TaskTarget)
    )


def _too_late(files: tuple[FileUse, ...]) -> Iterator[Hit]:
    """Yield copies of a record of the live version that are made after the new version is in it."""
    written: dict[str, FileUse] = {}
    for use in files:
        if use.how == "write" and use.given:
            written.setdefault(use.path, use)
        elif use.how == "copy" and use.origin in written and _PREVIOUS.search(use.path.rpartition("/")[2]):
            values = {"file": use.origin, "copy": use.path}
            related = (Related(written[use.origin].place, "the new version is written here"),)
            yield Hit(use.place, values, case="late", related=related)


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
