"""The builds of images that pipelines, scripts and task runners make: of which Dockerfile, context and stage."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script, TaskTarget
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.command import Command
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
_HIDDEN: Final = "$"


@record
class ImageBuild:
    """A build of an image.

    context   the folder, "" for the root; None when it is unknown
    path      the Dockerfile; "" when it is unknown
    target    the stage that it asks for, "" for the last one; None when a variable names it
    contexts  the names of further build contexts that it is given
    """

    context: str | None
    path: str
    target: str | None
    contexts: tuple[str, ...] = ()


def image_builds(stack: Stack) -> tuple[ImageBuild, ...]:
    """Return the builds by actions and commands; one whose folder cannot be told is there once for each it may be."""
    known = stack.memo.get("image builds")
    if not isinstance(known, tuple):
        known = stack.memo["image builds"] = tuple(_built(stack))
    return known


def _built(stack: Stack) -> Iterator[ImageBuild]:
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps:
                if "build" in step.uses:
                    yield _by_action(step)
                yield from _by_commands(step.commands, (step.folder,))
    for script in stack.every(Script):
        yield from _by_commands(script.commands, ("", posixpath.dirname(script.path)))
    for target in stack.every(TaskTarget):
        yield from _by_commands(target.commands, (posixpath.dirname(target.path),))


def _by_action(step: Step) -> ImageBuild:
    context = step.given("context") or "."
    file = step.given("file") or step.given("dockerfile") or ("" if _hidden(context) else f"{context}/Dockerfile")
    target = (step.given("target") or "").strip()
    named = [line.partition("=")[0] for line in (step.given("build-contexts") or "").splitlines()]
    known = "build-push" in step.uses and not _hidden(file)
    return ImageBuild(
        None if _hidden(context) else clean(context),
        clean(file) if known else "",
        None if "$" in target else target.lower(),
        tuple(named),
    )


def _hidden(text: str) -> bool:
    return not text or "$" in text or "://" in text or "{{" in text


def _by_commands(commands: Sequence[Command], folders: Sequence[str | None]) -> Iterator[ImageBuild]:
    """Yield what commands build that run in one of some folders; after they went elsewhere, no folder is known."""
    for command in commands:
        if command.name in ("cd", "pushd"):
            folders = ()
        if command.name in ("docker", "podman") and "build" in command.arguments:
            yield from _by_command(command, folders)
        else:
            for value in _targets(command.arguments):
                yield ImageBuild(None, "", value.lower())


def _targets(words: Sequence[str | None]) -> Iterator[str]:
    """Yield what other builders are asked for by name (kaniko, buildah, depot, a wrapper of docker)."""
    for number, word in enumerate(words):
        name, sign, value = (word or "").partition("=")
        if name == "--target":
            text = value if sign else (words[number + 1] if number + 1 < len(words) else None) or ""
            if "$" not in text:
                yield text


def _by_command(command: Command, folders: Sequence[str | None]) -> Iterator[ImageBuild]:
    from maverick_lint.formats._shell.docker import docker_call  # only where something is built

    call = docker_call(command)
    if call is None or call.subcommand not in _BUILDS or command.remote:
        return
    file, context, target = "", "", ""
    contexts: list[str] = []
    known = True
    words = iter(call.words)
    for word in words:
        text = word.text
        if text is None and not word.raw.startswith("-"):
            known = False  # it may be anything
            continue
        name, sign, value = (text or word.raw).partition("=")
        if name in _VALUED or name in ("-f", "--file"):
            value = value if sign else (getattr(next(words, None), "text", None) or _HIDDEN)
            if name in ("-f", "--file"):
                file = value
            elif name == "--target":
                target = value
            elif name == "--build-context":
                contexts.append(value.partition("=")[0])
        elif not name.startswith("-") and not context:
            context = text or _HIDDEN
    stage = None if "$" in target else target.lower()
    if not known or _hidden(context) or (file and _hidden(file)) or not folders:
        yield ImageBuild(None, "", stage, tuple(contexts))
        return
    for folder in folders:
        if folder is not None:
            path = posixpath.join(folder, file or posixpath.join(context, "Dockerfile"))
            yield ImageBuild(clean(posixpath.join(folder, context)), clean(path), stage, tuple(contexts))


def clean(path: str) -> str:
    """Return a path relative to the root as facts have it, "" for the root itself."""
    found = posixpath.normpath(path or ".").lstrip("/")
    return "" if found == "." else found
