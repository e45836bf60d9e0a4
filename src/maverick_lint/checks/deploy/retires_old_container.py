"""deploy/retires-old-container: after a blue-green switch the old container is stopped and its name is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.docker_runs import call_of, deployments, run_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.flow import Act
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.docker_runs import Deployment
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield switches after which the old container runs on, and fixed names that a second run finds taken."""
    for deployment in deployments(stack):
        if deployment.role != "deploy":
            continue
        if deployment.swaps and any(_is_run(act) for act in deployment.acts):
            yield from _running_on(deployment)
        if not any(_prunes(command) for command in deployment.commands):
            yield from _names_taken(deployment)


def _is_run(act: Act) -> bool:
    """Say whether an act starts a container by `docker run`; Compose replaces its own containers."""
    call = call_of(act.command) if act.deed == "start" and act.command is not None else None
    return call is not None and call.subcommand == "run"


def _prunes(command: Command) -> bool:
    """Say whether a command removes every stopped container."""
    call = call_of(command)
    return call is not None and call.subcommand in ("prune", "container prune", "system prune")


def _running_on(deployment: Deployment) -> Iterator[Hit]:
    acts = deployment.acts
    start = next(number for number, act in enumerate(acts) if act.deed == "start")
    # What goes before the start is what an earlier run has left, if something goes after it as well.
    everything = [act for act in acts if act.deed == "retire"]
    retired = [act for act in acts[start:] if act.deed == "retire"] or everything
    switch = next(act for act in reversed(acts) if act.deed == "reload")
    if not retired:
        yield Hit(switch.place)
    elif all(act.background for act in retired):
        last = acts.index(retired[-1])
        if not any(act.deed == "join" for act in acts[last:]):
            yield Hit(retired[0].place, case="background")


def _names_taken(deployment: Deployment) -> Iterator[Hit]:
    for number, act in enumerate(deployment.acts):
        command = act.command
        call = None if command is None else call_of(command)
        if act.deed != "start" or call is None or call.subcommand != "run":
            continue
        found = run_name(call)
        if found is None:
            continue
        word, name = found
        before = deployment.acts[:number]
        after = [one for one in deployment.acts[number + 1 :] if not one.background]
        if any(_frees(one, name) for one in before) or any(_frees(one, name, certain=True) for one in after):
            continue
        freed = next((one for one in deployment.acts if _frees(one, name, certain=True)), None)
        related = () if freed is None else (Related(freed.place, "the name is given up only here, in the background"),)
        yield Hit(word.place, {"name": name}, case="name", related=related)


def _frees(act: Act, name: str, *, certain: bool = False) -> bool:
    """Say whether an act gives a container's name up; one whose words are unknown may do so, unless `certain`."""
    if act.deed not in ("retire", "free") or act.command is None:
        return False
    texts = [word.text for word in act.command.words]
    if act.deed == "retire" and not any(text in ("rm", "down") for text in texts):
        return False
    operands = [text for text in texts[2:] if text is None or not text.startswith("-")]
    # `... | xargs docker rm` names no container itself
    if any(text is not None and _names(text, name) for text in texts):
        return True
    return not certain and (None in texts or "down" in texts or not operands)


def _names(text: str, name: str) -> bool:
    """Say whether a word is a name, or has it among those in braces: `app-{blue,green}`."""
    before, brace, rest = text.partition("{")
    inside, closed, after = rest.partition("}")
    return text == name or bool(brace and closed and name in {f"{before}{one}{after}" for one in inside.split(",")})
