"""Jobs and scripts that start a container and ask it something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.record import record
from maverick_lint.formats._shell.docker import docker_call, option_text, run_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.formats._shell.docker import Run
    from maverick_lint.stack.model import Stack

CLIENTS: Final = ("curl", "wget", "http", "xh")
LOCAL: Final = re.compile(
    r"(?:https?://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):(\d{2,5})(/[^\s\"'?#]*)?(?:[?#].*)?\Z"
)
_BUILDS: Final = ("build", "buildx build", "image build")
OTHERS: Final = frozenset(
    {"ssh", "kubectl", "minikube", "kind", "socat", "python", "python3", "node", "uvicorn", "npm", "php"}
)


@record
class SmokeTest:
    """What one job or script does with containers.

    built  the tags that it gives to images which it builds, each with its word; None in the place of unknown ones
    runs   the containers that it starts, and `asks` the words of local addresses with their port and path
    alone  nothing else that it starts could answer
    """

    built: tuple[tuple[str | None, Word], ...]
    files: tuple[str | None, ...]
    runs: tuple[Run, ...]
    asks: tuple[tuple[Word, int, str], ...]
    alone: bool


def smoke_tests(stack: Stack) -> tuple[SmokeTest, ...]:
    """Return the smoke tests of containers; made once for each stack."""
    known = stack.memo.get("smoke-tests")
    if not isinstance(known, tuple):
        known = stack.memo["smoke-tests"] = tuple(_all(stack))
    return known


def published(run: Run) -> Iterator[tuple[Word, int | None, int | None]]:
    """Yield each publication of a container: its word, and the ports of the host and of the container."""
    for word in run.values("-p", "--publish"):
        text = option_text(word, "--publish") if (word.text or "").startswith("--") else option_text(word, "-p")
        parts = (text or "").partition("/")[0].rsplit(":", 2)
        host = parts[-2] if len(parts) > 1 else ""
        yield word, int(host) if host.isdecimal() else None, int(parts[-1]) if parts[-1].isdecimal() else None


def _all(stack: Stack) -> Iterator[SmokeTest]:
    for pipeline in stack.every(Pipeline):
        for job in pipeline.jobs:
            if not job.never:
                steps = [step for step in job.steps if not step.never and not step.remote]
                quiet = not job.services and not any("compose" in step.uses or "service" in step.uses for step in steps)
                yield from _of([command for step in steps for command in step.commands], quiet=quiet)
    for script in stack.every(Script):
        yield from _of(script.commands, quiet=True)


def _of(commands: Sequence[Command], *, quiet: bool) -> Iterator[SmokeTest]:
    runs: list[Run] = []
    asks: list[tuple[Word, int, str]] = []
    built: list[tuple[str | None, Word]] = []
    files: list[str | None] = []
    for command in commands:
        call = docker_call(command)
        if call is None:
            quiet = quiet and not command.background and command.name not in OTHERS
            asks.extend(_asked(command))
        elif call.subcommand in ("run", "create"):
            runs.append(run_of(call))
        elif call.subcommand in _BUILDS:
            built.extend(_tags(call.words))
            files.append(_file(call.words))
        elif (
            call.subcommand in ("pull", "load", "tag", "image pull", "image load", "image tag", "start")
            or "compose" in call.subcommand
        ):
            quiet = False
    if runs:
        yield SmokeTest(tuple(built), tuple(files), tuple(runs), tuple(asks), quiet)


def _asked(command: Command) -> Iterator[tuple[Word, int, str]]:
    if command.name in CLIENTS and not command.remote:
        for word in command.words[1:]:
            match = LOCAL.match(word.text or "")
            if match is not None:
                yield word, int(match[1]), match[2] or ""


def _tags(words: tuple[Word, ...]) -> Iterator[tuple[str | None, Word]]:
    for index, word in enumerate(words):
        text = word.text or ""
        if text in ("-t", "--tag") and index + 1 < len(words):
            yield words[index + 1].text, words[index + 1]
        elif text.startswith(("--tag=", "-t")) and len(text) > 2:  # noqa: PLR2004 - `-tname`
            yield option_text(word, "--tag" if text.startswith("--") else "-t"), word


def _file(words: tuple[Word, ...]) -> str | None:
    """Return the Dockerfile of a build, "" for the usual one of the root; None when it is another or unknown."""
    texts = [word.text for word in words]
    if None in texts or any((text or "").startswith(("-f", "--file", "--target", "--build-arg")) for text in texts):
        index = next((n for n, text in enumerate(texts) if text in ("-f", "--file")), None)
        if (
            None in texts
            or index is None
            or any((text or "").startswith(("--target", "--build-arg")) for text in texts)
        ):
            return None
        return texts[index + 1] if index + 1 < len(texts) else None
    return "Dockerfile" if texts and texts[-1] in (".", "./") else None
