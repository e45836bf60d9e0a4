"""deploy/time-limits: a question to a service that hangs ends after a while."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.record import replace
from maverick_lint.stack.deploys import commands
from maverick_lint.stack.docker_runs import asks_service, call_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command, Word
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# The options that end a request which gets no answer, a short one by its letter (the manuals of curl 8 and wget 1.25).
_LIMITS: Final = {
    "curl": ("m", ("--max-time", "--connect-timeout", "--speed-time")),
    "wget": ("T", ("--timeout", "--read-timeout", "--connect-timeout")),
}
_WANTED: Final = {"curl": "--max-time 5", "wget": "--timeout=5"}


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield requests for the health of a service that may wait for ever."""
    told = set()
    found = [_inside(one.command) for one in commands(stack)]
    limited = sorted((c.place.path, c.place.span.start, c.place.span.end) for c in found if c.name == "timeout")
    for command in found:
        if command.name not in _LIMITS or not asks_service(command) or _has_limit(command):
            continue
        if command.place not in told and not _is_within(command.place, limited):
            told.add(command.place)
            name = command.words[0]
            yield Hit(name.place, {"command": command.name, "option": _WANTED[command.name]})


def _inside(command: Command) -> Command:
    """Return the request that `docker exec` makes in a container; any other command as it is."""
    words = command.words
    if command.name in _LIMITS or call_of(command) is None:
        return command
    number = next((n for n, word in enumerate(words) if word.text in _LIMITS and "exec" in _texts(words[:n])), None)
    return command if number is None else replace(command, words=words[number:])


def _texts(words: tuple[Word, ...]) -> set[str | None]:
    return {word.text for word in words}


def _is_within(place: Place, limited: list[tuple[str, int, int]]) -> bool:
    """Say whether the last `timeout` that begins before a place holds it."""
    before = bisect_left(limited, (place.path, place.span.start + 1, 0)) - 1
    return before >= 0 and limited[before][0] == place.path and place.span.end <= limited[before][2]


def _has_limit(command: Command) -> bool:
    """Say whether a request is limited; one with unknown options may be."""
    letter, names = _LIMITS[command.name]
    for word in command.words[1:]:
        text = word.text if word.text is not None else word.expanded
        if text.startswith(names) or (word.text is None and text.startswith("$")):
            return True
        if text.startswith("-") and not text.startswith("--") and letter in text.partition("=")[0]:
            return True
    return False
