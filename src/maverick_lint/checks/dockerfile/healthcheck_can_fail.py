"""A HEALTHCHECK whose command succeeds whatever the service does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_SUCCEEDS: Final = frozenset({"true", ":", "echo", "printf"})
# At the end of a pipe they succeed whatever comes in.
_PASSES_ON: Final = frozenset({"cat", "tee", "head", "tail", "wc", "sort", "tr", "cut", "sed", "awk", "logger", "xxd"})
_READS_STATUS: Final = ("-w", "--write-out", "-o-", "-K", "--config")
# What looks at the answer, so that the status of curl is not all there is.
_TEST: Final = re.compile(r"(?:^|[;&|(!]|\b(?:if|while|then|do)\b)[ \t]*(?:\[\[?|test|e?grep|jq)[ \t]")
_AND: Final = re.compile(r"[^|;&]*&&[\s\\({]*")
_OTHER_PROTOCOLS: Final = ("telnet:", "ftp:", "dict:", "gopher:", "smtp:", "ldap:", "mqtt:", "redis:", "file:")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the command that hides the failure."""
    for instruction in document.model.instructions:
        if instruction.name == "HEALTHCHECK" and instruction.form == "CMD":
            commands = document.model.commands(instruction)
            if commands:
                between = commands[-2:]
                text = document.source.text[between[0].place.span.end : between[-1].place.span.start]
                # `a && true` fails when `a` does
                told = between[0].name in _SUCCEEDS or between[-1].name not in (*_SUCCEEDS, "exit")
                if told or _AND.fullmatch(text) is None:
                    yield from _judged(commands, compares=_TEST.search(instruction.rest) is not None)


def _judged(commands: tuple[Command, ...], *, compares: bool) -> Iterator[Hit]:
    last = commands[-1]
    before = commands[-2] if len(commands) > 1 else None
    if last.name in _SUCCEEDS or _exits_zero(last):
        written = " ".join(word.raw if word.text is None else word.text for word in last.words)
        if before is None or not before.condition or before.ignored or _exits_zero(last) or last.name in ("true", ":"):
            yield Hit(_place(last), {"command": written[:60]}, "succeeds")
            return
    if last.name in _PASSES_ON and before is not None and before.ignored:
        yield Hit(last.words[0].place, {"command": last.name}, "pipe")
        return
    for command in commands:
        if command.name == "curl" and not command.ignored and not _fails(command) and not compares:
            yield Hit(command.words[0].place)
            return


def _place(command: Command) -> Place:
    first, last = command.words[0].place, command.words[-1].place
    return Place(first.path, Span(first.span.start, last.span.end))


def _exits_zero(command: Command) -> bool:
    return command.name == "exit" and command.arguments == ("0",)


def _fails(command: Command) -> bool:
    """Say whether curl fails on an HTTP error, or is told so in a way that cannot be seen."""
    for word in command.words[1:]:
        text = word.text
        if text is None:
            if "://" not in word.raw:
                return True
            continue
        if text.startswith(("--fail", *_READS_STATUS, *_OTHER_PROTOCOLS)):
            return True
        if text.startswith("-") and not text.startswith("--") and "f" in text[1:]:
            return True
    return False
