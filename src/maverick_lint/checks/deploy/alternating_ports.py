"""deploy/alternating-ports: a blue-green script finds out which side is live."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.docker_runs import call_of, deployments, published
from maverick_lint.stack.script_arguments import origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.facts.flow import Act, Constant
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.docker_runs import Deployment
    from maverick_lint.stack.model import Stack

# A number of a port, and no part of an address, whose dots may be escaped.
_NUMBER: Final = r"(?<![\d.])(\d{2,5})(?![\d.]|\\\.)"
_SWAP: Final = re.compile(rf"s(\W)[^\n]*?{_NUMBER}[^\n]*?\1[^\n]*?{_NUMBER}[^\n]*?\1")
_LONGEST: Final = 300
_WEB: Final = frozenset({"80", "443"})


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield new sides that are the same at every run: a constant port, a substitution that works once."""
    for deployment in deployments(stack):
        if deployment.swaps:
            yield from _ports(stack, deployment, deployment.flow.constants)
            yield from _substitutions(deployment)


def _ports(stack: Stack, deployment: Deployment, constants: tuple[Constant, ...]) -> Iterator[Hit]:
    retired = False
    renamed = _renamed(deployment)
    for act in deployment.acts:
        retired = retired or (act.deed == "retire" and not _is_of_new(act, renamed))
        call = None if act.command is None else call_of(act.command)
        if act.deed != "start" or retired or call is None or call.subcommand != "run":
            continue
        for word in published(call):
            port = _host_port(word)
            if not port or port in _WEB:
                continue
            origin = next((c for c in constants if c.text == port and _names(word.raw, c.name)), None)
            giver = next((one for one in origins(stack, word) if one.text == port), None)
            if origin is None and giver is not None:
                yield Hit(giver.place, {"port": port}, related=(Related(word.place, "the script publishes it here"),))
                continue
            related = () if origin is None else (Related(word.place, "the new container is published here"),)
            yield Hit(word.place if origin is None else origin.place, {"port": port}, related=related)


def _renamed(deployment: Deployment) -> set[str]:
    """Return the names that new containers have until they are live: those that `docker rename` takes away."""
    calls = (call_of(command) for command in deployment.commands if command.name in ("docker", "podman"))
    return {call.words[0].raw for call in calls if call is not None and call.subcommand == "rename" and call.words}


def _is_of_new(act: Act, renamed: set[str]) -> bool:
    """Say whether only what an earlier run left of the new container is removed: the live one keeps its port."""
    call = None if act.command is None or not renamed else call_of(act.command)
    names = [word.raw for word in call.words if not word.raw.startswith("-")] if call is not None else []
    return bool(names) and set(names) <= renamed


def _substitutions(deployment: Deployment) -> Iterator[Hit]:
    found = [(word, old, new) for act in deployment.acts for word, old, new in _swaps(act)]
    if found:
        word, old, new = found[0]
        related = tuple(Related(other.place, "and this one follows it") for other, _, _ in found[1:])
        yield Hit(word.place, {"old": old, "new": new}, case="sed", related=related)


def _swaps(act: Act) -> Iterator[tuple[Word, str, str]]:
    if act.deed == "edit" and act.command is not None and act.command.name in ("sed", "perl"):
        for word in act.command.words[1:]:
            match = _SWAP.match((word.text or "")[:_LONGEST])
            if match is not None and match[2] != match[3]:
                yield word, match[2], match[3]


def _host_port(word: Word) -> str:
    """Return the port of the host that a publication names in plain digits; "" when it names none."""
    parts = (word.text or "").partition("/")[0].rpartition("=")[2].split(":")
    return parts[-2] if len(parts) > 1 and parts[-2].isdigit() else ""


def _names(raw: str, name: str) -> bool:
    return f"${name}" in raw or f"${{{name}}}" in raw
