"""deploy/first-deployment: a deploy script works on a server where nothing runs yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.docker_runs import call_of, deployments, run_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.facts.flow import Act
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_FAILING: Final = frozenset({"stop", "kill", "rm", "rename"})
_VALUED: Final = frozenset({"-t", "--time", "--timeout", "-s", "--signal"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first command of a script that fails when the container it names does not exist yet."""
    for one in deployments(stack):
        if one.role != "deploy":
            continue
        chained = {command.place for command in one.commands if command.condition}
        started: set[str] = set()
        for act in one.acts:
            if act.deed == "start":
                started |= _named(act)
            elif (word := _old(act)) is not None and ((one.strict and act.stops) or act.place in chained):
                if word.text not in started:
                    yield Hit(word.place, {"name": word.text or ""})
                break


def _old(act: Act) -> Word | None:
    """Return the container that an act needs; None when it does without, or nothing is known of it."""
    if act.deed not in ("retire", "free") or act.guarded or act.command is None:
        return None
    call = call_of(act.command)
    if call is None or call.subcommand not in _FAILING:
        return None
    texts = [word.text or "" for word in call.words]
    if call.subcommand == "rm" and any(
        text == "--force" or ("f" in text and text[:2] != "--" and text[:1] == "-") for text in texts
    ):
        return None
    operands = [
        word
        for number, word in enumerate(call.words)
        if not (word.text or "-").startswith("-") and (number == 0 or texts[number - 1] not in _VALUED)
    ]
    return operands[0] if operands else None


def _named(act: Act) -> set[str]:
    """Return the name of the container that an act starts."""
    call = None if act.command is None else call_of(act.command)
    named = None if call is None or call.subcommand != "run" else run_name(call)
    return set() if named is None else {named[1]}
