"""deploy/removes-failed-container: a container that did not make it goes again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.stack.docker_runs import call_of, deployments, run_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_REMOVES: Final = frozenset({"rm", "stop", "kill"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield containers started before a switch, where no trap and no command before the switch removes them."""
    for one in deployments(stack):
        if not one.swaps:
            continue
        found = one.commands
        if any(act.deed == "guard" for act in one.acts):
            continue
        start = next(act for act in one.acts if act.deed == "start")
        switch = next(act for act in reversed(one.acts) if act.deed == "reload")
        call = None if start.command is None else call_of(start.command)
        if call is None or call.subcommand != "run":
            continue
        between = [c for c in found if start.place.span.start < c.place.span.start < switch.place.span.start]
        # What the script does where it gives up is no step of it: `fail() { docker rm -f green; exit 1; }`.
        steps = {act.place for act in one.acts}
        aside = [c for c in found if c.place.span.start < start.place.span.start and c.place not in steps]
        if not any(_removes(command) for command in (*between, *aside)):
            named = next(iter(run_of(call).values("--name")), None)
            yield Hit(start.place if named is None else named.place)


def _removes(command: Command) -> bool:
    call = call_of(command)
    return not command.background and call is not None and call.subcommand in _REMOVES
