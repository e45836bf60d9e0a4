"""stack/missing-target."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import TaskTarget
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.joints import nearest
from maverick_lint.stack.pipelines import in_use
from maverick_lint.stack.runners import asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

# What npm itself does without a script of this name.
_OWN: Final = frozenset({"start", "restart", "stop", "env", "install", "prepare"})
_FILES: Final = {"make": ("GNUmakefile", "makefile", "Makefile"), "npm": ("package.json",)}
_CALLS: Final = {"make": "make", "gmake": "make", "npm": "npm"}
_UNSURE: Final = ("-f", "--file", "--makefile", "--if-present", "-w", "--workspace", "--workspaces", "-ws", "-n", "-I")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each target that a step asks for and no file of its folder has."""
    known: dict[tuple[str, str], list[TaskTarget]] = {}
    for target in stack.every(TaskTarget):
        folder, _, name = target.path.rpartition("/")
        if name in _FILES.get(target.runner, ()):
            known.setdefault((target.runner, folder), []).append(target)
    seen: set[object] = set()
    for command, folder in _commands(stack):
        for hit in _missing(stack, command, folder, known):
            if hit.at not in seen:
                seen.add(hit.at)
                yield hit


def _commands(stack: Stack) -> Iterator[tuple[Command, str]]:
    for pipeline in stack.every(Pipeline):
        steps = [step for job in pipeline.jobs if not job.never for step in job.steps] if in_use(pipeline.path) else []
        for step in steps:
            if step.remote or step.uses or step.never or step.folder is None:
                continue
            for command in step.commands:
                if command.name in ("cd", "pushd"):
                    break
                if command.name in _CALLS:
                    yield command, step.folder


def _missing(
    stack: Stack, command: Command, folder: str, known: dict[tuple[str, str], list[TaskTarget]]
) -> Iterator[Hit]:
    texts = tuple(word.text for word in command.words)
    call = asked((_CALLS[command.name], *texts[1:])) if None not in texts else None
    if call is None or call.everywhere or any((text or "").partition("=")[0] in _UNSURE for text in texts):
        return
    where = posixpath.normpath(posixpath.join(folder, call.folder)).removeprefix(".").strip("/")
    targets = known.get((call.runner, where), [])
    if not targets or any(target.open for target in targets):
        return
    names = {target.name for target in targets}
    for name in call.targets:
        word = next((word for word in command.words[1:] if word.text == name), None)
        if word is None or name in names or (call.runner == "npm" and name in _OWN):
            continue
        if call.runner == "make" and ("." in name or "/" in name or stack.exists(f"{where}/{name}")):
            continue
        values: dict[str, Value] = {"file": targets[0].path, "name": name, "hint": nearest(name, names)}
        yield Hit(word.place, values, related=(Related(targets[0].place, "the first target of the file"),))
