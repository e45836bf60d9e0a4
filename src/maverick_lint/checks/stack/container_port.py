"""stack/container-port."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.facts.proxies import ServerBlock
from maverick_lint.core.facts.tasks import Script
from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.joints import places_of
from maverick_lint.stack.listening import stage_listening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Word
    from maverick_lint.core.facts.containers import StageFact
    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.listening import Listening
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port of a container, exposed or published, on which its process does not listen."""
    finals = [dockerfile.stages[-1] for dockerfile in stack.every(DockerfileFact)]
    if stack.every(ServerBlock):
        yield from _proxies(stack)
    for stage in finals:
        heard = stage_listening(stack, stage)
        if heard is not None:
            yield from _exposed(stage, heard)
    heard = stage_listening(stack, finals[0]) if len(finals) == 1 else None
    deploys = bool(stack.every(Pipeline)) or bool(stack.every(Script))
    if heard is None or not heard.firm or not deploys:
        return
    from maverick_lint.stack.docker_runs import runs  # how deployments are told costs 5 ms to import

    known = heard.own | heard.probed
    for running in runs(stack):
        run = running.run
        # what is deployed is given to a script by a variable; an image with a name of its own may be any
        if (
            run.image is None
            or run.image.text is not None
            or run.has("-e", "--env", "--network", "--net")
            or run.command
        ):
            continue
        for word in run.values("-p", "--publish"):
            port = _inner(word)
            if port is not None and port not in known:
                values: dict[str, Value] = {"port": port, "ports": heard.shown}
                yield Hit(word.place, values, related=places_of(heard))


def _proxies(stack: Stack) -> Iterator[Hit]:
    """Yield the ports of EXPOSE of an nginx none of whose servers listens on one of them."""
    from maverick_lint.stack.nginx_images import serving  # only where there are both

    for file in stack.every(DockerfileFact):
        for stage in file.stages[-1:]:
            served = serving(stack, file, stage) if stage.ports else None
            if served is None or not served.ports.isdisjoint(stage.ports):
                continue
            related = tuple(Related(one.place, "a server of its configuration") for one in served.servers[:3])
            for port, place in zip(stage.ports, stage.port_places, strict=True):
                yield Hit(place, {"port": port, "ports": served.shown}, "expose", related)


def _exposed(stage: StageFact, heard: Listening) -> Iterator[Hit]:
    """Yield the ports of EXPOSE when none of them is one that the command or a variable of the image names."""
    asked = {port: place for port, place, what in heard.said if what in ("command", "ENV")}
    named = {port for port, _, what in heard.said if what != "EXPOSE"}
    if not asked or not stage.ports or named & set(stage.ports):
        return
    ports = " and ".join(str(port) for port in sorted(asked))
    for port, place in zip(stage.ports, stage.port_places, strict=True):
        related = tuple(Related(at, "the port that it is given") for at in set(asked.values()))
        yield Hit(place, {"port": port, "ports": ports}, "expose", related)


def _inner(word: Word) -> int | None:
    """Return the port of the container in `127.0.0.1:$PORT:8000/tcp`; None when it is unknown."""
    text = (word.text or word.expanded or word.raw).strip("\"'").rpartition("=")[2]
    last = text.partition("/")[0].rpartition(":")[2]
    return int(last) if last.isdecimal() and ":" in text and not text.endswith("/udp") else None
