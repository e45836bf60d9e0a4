"""What a repository shows of the software that it runs beside its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import Service
from maverick_lint.core.facts.tasks import Script
from maverick_lint.stack.deploys import commands

if TYPE_CHECKING:
    import re

    from maverick_lint.stack.model import Stack


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
