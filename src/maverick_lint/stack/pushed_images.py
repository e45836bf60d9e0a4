"""The images that pipelines push."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.record import record
from maverick_lint.formats._shell.docker import docker_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Job, Step
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_EXPRESSION: Final = re.compile(r"\$\{\{\s*env\.(\w+)\s*\}\}|\$\{(\w+)\}|\$(\w+)")
_UNKNOWN: Final = re.compile(r"\$\{\{.*?\}\}|\$\{[^}]*\}|\$\w+|\$\([^)]*\)|`[^`]*`")
_PUSHERS: Final = ("docker/build-push-action", "depot/build-push-action", "useblacksmith/build-push-action")
_METADATA: Final = "docker/metadata-action"


@record
class Pushed:
    """An image that is pushed: its name without a tag, where what is unknown stands as written, and its place."""

    name: str
    place: Place


def pushed(stack: Stack) -> Iterator[Pushed]:
    """Yield the images that the jobs of pipelines push."""
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            for step in job.steps if not job.never else ():
                known = _known(pipeline, job, step)
                for text, place in _of_step(step):
                    name = name_of(_filled(text, known))
                    if name:
                        yield Pushed(name, place)


def name_of(reference: str) -> str:
    """Return a reference without tag and digest; what is unknown in it stands as written."""
    held: list[str] = []

    def mask(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\0{len(held) - 1}\0"

    masked = _UNKNOWN.sub(mask, reference.strip()).partition("@")[0]
    head, slash, last = masked.rpartition("/")
    name = f"{head}{slash}{last.partition(':')[0]}"
    return re.sub(r"\0(\d+)\0", lambda match: held[int(match[1])], name).lower()


def pattern_of(name: str) -> re.Pattern[str]:
    """Return what a name with unknown parts may be."""
    parts = _UNKNOWN.split(name)
    return re.compile(".+".join(re.escape(part) for part in parts) + r"\Z")


def is_unknown(name: str) -> bool:
    """Say whether a part of a name is unknown."""
    return _UNKNOWN.search(name) is not None or "{{" in name


def _of_step(step: Step) -> Iterator[tuple[str, Place]]:
    action = step.uses.partition("@")[0].lower()
    for setting in step.inputs:
        listed = (action in _PUSHERS and setting.name == "tags") or (action == _METADATA and setting.name == "images")
        for text in re.split(r"[\n,]", setting.text or "") if listed else ():
            yield re.sub(r"^name=", "", text.strip()), setting.place
    for command in step.commands if not step.remote else ():
        yield from _of_command(command)


def _of_command(command: Command) -> Iterator[tuple[str, Place]]:
    call = docker_call(command)
    if call is None:
        return
    words = call.words
    if call.subcommand in ("push", "image push"):
        yield from ((w.expanded or w.raw, w.place) for w in words if not (w.text or "").startswith("-"))
    elif call.subcommand in ("build", "buildx build") and any(word.text == "--push" for word in words):
        for index, word in enumerate(words[:-1]):
            if word.text in ("-t", "--tag"):
                yield words[index + 1].expanded or words[index + 1].raw, words[index + 1].place


def _known(pipeline: Pipeline, job: Job, step: Step) -> dict[str, str]:
    groups = (pipeline.env, job.env, step.env)
    return {setting.name: setting.text for group in groups for setting in group if setting.text is not None}


def _filled(text: str, known: dict[str, str]) -> str:
    """Put in the variables that the pipeline, the job and the step set."""
    for _ in range(3):
        text = _EXPRESSION.sub(lambda m: known.get(next(g for g in m.groups() if g), m.group()), text)
    return text
