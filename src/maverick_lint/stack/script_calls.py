"""Calls of scripts of the repository: in steps of pipelines, targets of task runners, local hooks, and each other."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Hook, Script, TaskTarget
from maverick_lint.core.record import record
from maverick_lint.stack import launchers
from maverick_lint.stack.pipelines import in_use
from maverick_lint.stack.server_paths import beside_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_TESTED: Final = re.compile(r"-[efxsr]\s+[\"']?([\w./-]+)")
_SUFFIXES: Final = (".sh", ".bash", ".py", ".rb", ".pl")
# Their arguments are paths on another machine, in a container or in an archive.
_ELSEWHERE: Final = frozenset({
    "docker", "docker-compose", "podman", "nerdctl", "ssh", "kubectl", "vagrant", "multipass", "lxc", "gcloud", "wsl",
    "chroot", "nix", "nix-shell", "devcontainer", "su",
})  # fmt: skip
_STARTS: Final = frozenset({"bash", "sh", "dash", "zsh", "source", ".", "sudo", "env", "time", "exec"})
# They look for a file, make it or take it away.
_HANDLES: Final = frozenset({"[", "[[", "test", "cp", "mv", "rm", "cat", "tee", "touch", "chmod", "ln", "curl", "wget"})
_BUILT: Final = frozenset({
    "build", "dist", "target", "out", "output", "tmp", "temp", "node_modules", "vendor", "venv", ".venv", "artifacts",
    "_build", "bin-out", "..",
})  # fmt: skip


@record
class ScriptCall:
    """A call of a script.

    path    relative to the root
    place   the word that names it
    direct  it is run itself, so that its mode counts
    guarded something that is not seen may look for it first
    """

    path: str
    place: Place
    direct: bool
    guarded: bool = False


def script_calls(stack: Stack) -> Iterator[ScriptCall]:
    """Yield the calls of scripts by a path of the repository; what is made or fetched before it is left out."""
    if stack.exists(".gitmodules"):
        return
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs if in_use(pipeline.path) else ():
            if not job.never and not foreign(job):
                made = made_by(command for step in job.steps for command in step.commands)
                for step in job.steps:
                    if not step.remote and not step.uses and not step.never and step.folder is not None:
                        looked_for = frozenset(map(posixpath.normpath, _TESTED.findall(step.script)))
                        yield from _calls(step.commands, step.folder, made | looked_for)
    for target in stack.every(TaskTarget):
        for call in _calls(target.commands, target.path.rpartition("/")[0], made_by(target.commands)):
            yield ScriptCall(call.path, call.place, call.direct, guarded=True)
    for script in stack.every(Script):
        yield from _beside(script)
    for hook in stack.every(Hook):
        words = next(launchers.split(hook.entry), ()) if hook.repository == "local" else ()
        if words and words[0] and _is_script(words[0]):
            yield ScriptCall(_path("", words[0]), hook.place, direct=False)


def _beside(script: Script) -> Iterator[ScriptCall]:
    """Yield the scripts that a script names by its own folder: `"$(dirname "$0")/lib.sh"`."""
    folder = script.path.rpartition("/")[0]
    named = [
        (command, word, inner)
        for command in script.commands
        for word in command.words
        if word.text is None and (inner := beside_script(word.expanded)) is not None and inner.endswith(_SUFFIXES)
    ]
    handled = {inner for command, _, inner in named if command.condition or command.name in _HANDLES}
    for command, word, inner in named:
        path = "" if inner in handled or _BUILT.intersection(inner.split("/")) else _path(folder, inner)
        if path:
            yield ScriptCall(path, word.place, direct=word is command.words[0], guarded=True)  # `[ -f x ]` is unseen


def foreign(job: Job) -> bool:
    """Say whether files of other repositories or jobs lie in the folder of a job."""
    for step in job.steps:
        action = step.uses.partition("@")[0].lower()
        if action.startswith("actions/checkout") and (
            step.given("repository") or step.given("path") or step.given("ref")
        ):
            return True
        if "download" in action or action.startswith(("actions/cache", "./")):
            return True
    return False


def made_by(commands: Iterable[Command]) -> frozenset[str]:
    """Return the paths that a command handles other than by running them."""
    found: set[str] = set()
    for command in commands:
        if command.name not in _STARTS and not command.name.startswith("python"):
            found.update(posixpath.normpath(word.text) for word in command.words[1:] if word.text)
    return frozenset(found)


def _calls(commands: Iterable[Command], folder: str, made: frozenset[str]) -> Iterator[ScriptCall]:
    for command in commands:
        if command.name in ("cd", "pushd", "git"):
            if command.name != "git" or "clone" in command.arguments or "checkout" in command.arguments:
                return
            continue
        if command.name in _ELSEWHERE:
            continue
        texts = [word.text for word in command.words]
        for head in launchers.heads(texts):
            path = _path(folder, head)
            if _is_script(head) and path and posixpath.normpath(head) not in made:
                word = next((word for word in command.words if word.text == head), None)
                if word is not None:
                    yield ScriptCall(path, word.place, direct=command.words[0].text == head)
                break


def _is_script(head: str) -> bool:
    if not head.endswith(_SUFFIXES) or "/" not in head or head.startswith(("/", "~", "-")) or "*" in head:
        return False
    return "://" not in head and not _BUILT.intersection(head.split("/"))


def _path(folder: str, head: str) -> str:
    path = posixpath.normpath(posixpath.join(folder, head))
    return "" if path.startswith(("..", "/")) else path
