"""Deploy jobs and deploy scripts, and the Compose files that their commands start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.facts.units import UnitFact
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_DEPLOYING: Final = ("deploy", "rollout")
_RELEASING: Final = ("release to", "release-to", "release_to")
_SSH: Final = ("appleboy/ssh-action", "webfactory/ssh-agent", "garygrossgarten/github-action-ssh", "fifsky/ssh-action")
_OPTIONS: Final = frozenset({
    "-f", "--file", "-p", "--project-name", "--profile", "--env-file", "--project-directory", "-H", "--host",
    "--context", "-c", "--ansi", "--progress", "--parallel", "--log-level", "-l",
})  # fmt: skip
_WRAPPERS: Final = ("sudo", "exec", "time", "nohup")


@record
class Start:
    """A `docker compose up`: where it stands, what runs it, and the files that it names (none: the default ones)."""

    place: Place
    by: str
    files: tuple[str, ...]


def starts(stack: Stack) -> Iterator[Start]:
    """Yield each start of a Compose project that a deploy job, a deploy script or a systemd unit makes."""
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            if not job.never and _deploys(job, pipeline):
                for step in job.steps:
                    yield from _of(step.commands, f"deploy job `{job.id}`")
    for unit in stack.every(UnitFact):
        yield from _of(unit.commands, f"unit `{unit.name}`")
    for script in stack.every(Script):
        if _named(script.path):
            yield from _of(script.commands, f"deploy script `{script.path}`")


def _deploys(job: Job, pipeline: Pipeline) -> bool:
    if job.environment is not None:
        return True
    if any(_says(text) for text in (job.id, job.name, pipeline.path.rpartition("/")[2])):
        return True
    return any(step.uses.lower().startswith(_SSH) for step in job.steps)


def _says(text: str) -> bool:
    return any(word in text.lower() for word in (*_DEPLOYING, *_RELEASING))


def _named(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    return _says(name) or name.startswith(("release", "rollback"))


def _of(commands: Sequence[Command], by: str) -> Iterator[Start]:
    for command in commands:
        words = [word.text for word in command.words]
        while words and words[0] in _WRAPPERS:
            words = words[1:]
        files = _started(words)
        if files is not None:
            yield Start(command.place, by, files)


def _started(words: Sequence[str | None]) -> tuple[str, ...] | None:
    """Return the files of a `compose up`, None for another command or one that cannot be read."""
    name = (words[0] or "").rpartition("/")[2] if words else ""
    if name not in ("docker", "docker-compose", "podman-compose", "podman"):
        return None
    wanted = ["up"] if name.endswith("compose") else ["compose", "up"]
    files: list[str] = []
    rest = list(words[1:])
    while rest and (word := rest.pop(0)) is not None:
        option, _, value = word.partition("=")
        if word in _OPTIONS:
            given = rest.pop(0) if rest else None
            if given is None and option in ("-f", "--file"):
                return None
            value = given or ""
        if option in ("-f", "--file"):
            files.append(value)
        elif not word.startswith("-"):
            if word != wanted.pop(0):
                return None
            if not wanted:
                return tuple(files)
    return None
