"""compose/env-file-missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, Service
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_MODELS: Final = ("example", "sample", "template", "dist", "default", "tmpl", "tpl", "j2", "vault", "enc", "gpg")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each required file of variables that is not there and that nothing tells how to make."""
    words: set[str] | None = None
    models: _Models | None = None
    seen: set[Place] = set()
    named = [(service.name, use) for service in stack.every(Service) for use in service.env_file_uses]
    included = [("", use) for file in stack.every(ComposeFact) for use in file.env_file_uses]
    for service, use in (*named, *included):
        if use.place in seen or not use.required or stack.exists(use.path):
            continue
        models = models or _Models(stack)
        if models.has(use.path):
            continue
        seen.add(use.place)
        words = _words(stack) if words is None else words
        if use.path.rpartition("/")[2] not in words:
            yield Hit(use.place, {"service": service, "path": use.path}, "" if service else "include")


class _Models:
    """The examples of files of variables in a repository."""

    def __init__(self, stack: Stack) -> None:
        """Find them by their names."""
        found = [path.rpartition("/") for path in stack.files if "env" in path[path.rfind("/") + 1 :].lower()]
        named = [(home, base.lower()) for home, _, base in found]
        models = [(home, name) for home, name in named if any(word in name for word in _MODELS)]
        self._homes = {home for home, _ in models}
        self._names = {name for _, name in models}

    def has(self, path: str) -> bool:
        """Say whether one lies beside a file, or bears its name elsewhere, from which people make it."""
        folder, _, name = path.rpartition("/")
        stem = name.removeprefix(".").removesuffix(".env").lower()
        return folder in self._homes or any(stem in name for name in self._names)


def _words(stack: Stack) -> set[str]:
    """Return the last parts of all words of commands: a file that one of them names is made or brought by it."""
    jobs = (step.commands for one in stack.every(Pipeline) for job in one.jobs for step in job.steps)
    scripts = (script.commands for script in stack.every(Script))
    return {
        word.raw.strip("\"'").rpartition("/")[2]
        for commands in (*jobs, *scripts)
        for command in commands
        for word in command.words
    }
