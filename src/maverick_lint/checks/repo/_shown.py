"""What a repository shows of the software that it runs beside its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.tasks import Script
from maverick_lint.stack.deploys import commands, deploys

if TYPE_CHECKING:
    import re

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Job
    from maverick_lint.stack.model import Stack

_PLATFORMS: Final = frozenset({"fly", "flyctl", "heroku", "railway", "vercel", "netlify", "eb"})
_GCLOUD: Final = frozenset({"app", "run", "functions"})


def managed(stack: Stack) -> bool:
    """Say whether everything is deployed to a platform that has its own proxy and restarts what ends."""
    found = deploys(stack)
    return bool(found.jobs) and not found.scripts and all(_is_managed(one.job) for one in found.jobs)


def _is_managed(job: Job) -> bool:
    return any(_is_platform(command) for step in job.steps for command in step.commands)


def _is_platform(command: Command) -> bool:
    if command.name == "gcloud":
        words = {word.text for word in command.words}
        return "deploy" in words and not _GCLOUD.isdisjoint(words)
    return command.name in _PLATFORMS


def runs_image(stack: Stack, name: re.Pattern[str]) -> bool:
    """Say whether a Compose service runs an image whose name, without registry and tag, matches."""
    return any(name.search(_short(service.image)) for service in stack.every(Service) if service.image is not None)


def calls(stack: Stack, name: re.Pattern[str]) -> bool:
    """Say whether a word of a command of the deployment, or of any script, matches."""
    found = [one.command for one in commands(stack)]
    found += [command for script in stack.every(Script) for command in script.commands]
    return any(name.search(word.text or word.raw) for command in found for word in command.words)


def has_path(stack: Stack, name: re.Pattern[str]) -> bool:
    """Say whether a path of the repository matches, in lower case."""
    return any(name.search(path.lower()) for path in stack.files)


def _short(image: str) -> str:
    return image.partition("@")[0].rpartition("/")[2].partition(":")[0].lower()
