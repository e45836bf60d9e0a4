"""The folders that builds of a Dockerfile are given as their context: by Compose, an action, or `docker build`."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._stacked import builders
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.containers import DockerfileFact
    from maverick_lint.core.facts.pipeline import Step
    from maverick_lint.stack.model import Stack

_BUILDS: Final = frozenset({"build", "image build", "buildx build", "builder build"})
# Options of docker build that take their value as the next word (docker buildx build --help, 2026-11).
_VALUED_WORDS: Final = (
    "--add-host --allow --annotation --attest --build-arg --build-context --builder --cache-from --cache-to "
    "--call --cgroup-parent --iidfile --isolation --label --memory -m --metadata-file --network --no-cache-filter "
    "--output -o --platform --progress --provenance --sbom --secret --shm-size --ssh --tag -t --target --ulimit"
)
_VALUED: Final = frozenset(_VALUED_WORDS.split())


def contexts(stack: Stack, file: DockerfileFact) -> tuple[str | None, ...]:
    """Return the folders, "" for the root; None stands for one that is unknown, () says that nothing here builds it."""
    known = stack.memo.get("dockerfile build contexts")
    if not isinstance(known, tuple):
        known = stack.memo["dockerfile build contexts"] = tuple(_built(stack))
    found: list[str | None] = [
        None if one.build is None or one.build.context is None else _clean(one.build.context)
        for one in builders(stack, file)
    ]
    found += [context for context, path in known if path == file.path]
    return tuple(dict.fromkeys(found))


def _built(stack: Stack) -> Iterator[tuple[str | None, str]]:
    """Yield the context and the Dockerfile of each build by an action or a command."""
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                if "build-push" in step.uses:
                    yield from _by_action(step)
                yield from _by_commands(step.commands, (step.folder,))
    for script in stack.every(Script):
        yield from _by_commands(script.commands, ("", posixpath.dirname(script.path)))
    for target in stack.every(TaskTarget):
        yield from _by_commands(target.commands, (posixpath.dirname(target.path),))


def _by_action(step: Step) -> Iterator[tuple[str | None, str]]:
    context = step.given("context") or "."
    file = step.given("file") or ("" if _hidden(context) else f"{context}/Dockerfile")
    if not _hidden(file):
        yield None if _hidden(context) else _clean(context), _clean(file)


def _hidden(text: str) -> bool:
    return not text or "$" in text or "://" in text or "{{" in text


def _by_commands(commands: Sequence[Command], folders: Sequence[str | None]) -> Iterator[tuple[str | None, str]]:
    """Yield what commands build that run in one of some folders; nothing after they went elsewhere."""
    for command in commands:
        if command.name in ("cd", "pushd"):
            return
        if command.name in ("docker", "podman") and "build" in command.arguments:
            yield from _by_command(command, folders)


def _by_command(command: Command, folders: Sequence[str | None]) -> Iterator[tuple[str | None, str]]:
    from maverick_lint.formats._shell.docker import docker_call  # only where something is built

    call = docker_call(command)
    if call is None or call.subcommand not in _BUILDS or command.remote:
        return
    file, context = "", ""
    words = iter(call.words)
    for word in words:
        text = word.text
        if text is None and not word.raw.startswith("-"):
            return  # it may be anything
        name, sign, value = (text or word.raw).partition("=")
        if name in ("-f", "--file"):
            file = value if sign else (getattr(next(words, None), "text", None) or "$")
        elif name in _VALUED:
            _ = None if sign else next(words, None)
        elif not name.startswith("-") and not context:
            context = text or "$"
    if _hidden(context) or (file and _hidden(file)):
        return
    for folder in folders:
        if folder is not None:
            path = posixpath.join(folder, file or posixpath.join(context, "Dockerfile"))
            yield _clean(posixpath.join(folder, context)), _clean(path)


def _clean(path: str) -> str:
    """Return a path relative to the root as facts have it, "" for the root itself."""
    clean = posixpath.normpath(path or ".").lstrip("/")
    return "" if clean == "." else clean
