"""stack/health-path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import DockerfileFact, Service
from maverick_lint.core.facts.monitoring import PrometheusFact
from maverick_lint.core.facts.proxies import Proxy, ServerBlock
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.stack.deploy_scripts import deploy_scripts
from maverick_lint.stack.deploys import commands
from maverick_lint.stack.services import stage_of
from maverick_lint.stack.smoke_tests import smoke_tests

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.probes import Probe
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# Pages that say whether an application is well; whether it is ready, or lives, are other questions.
_HEALTH: Final = re.compile(
    r"/(?:[\w.-]+/)*_?(?:health|healthz|healthcheck|health-check|health_check|ping|heartbeat)\Z", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\]):[^/\s\"']+(/[^\s\"'?#]*)")
_PAGE: Final = re.compile(r"https?://([\w.-]+)(?::\d+)?(/[^\s?#]*)")
_CLIENTS: Final = ("curl", "wget", "http", "xh")


@record
class _Asked:
    path: str
    place: Place
    waits: bool = False


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each health path that differs from that of the image's HEALTHCHECK."""
    images = _of_images(stack)
    for service in stack.every(Service):
        stage = stage_of(stack, service)
        known = None if stage is None else _first(stage.probes)
        asked = _first(service.probes)
        if known is not None and asked is not None:
            yield from _differing(known, asked)
    if len({fact.path for fact in stack.every(DockerfileFact)}) == 1 and len(images) < 2:  # noqa: PLR2004 - one or none
        others = list(_elsewhere(stack))
        # without a path in the image, the deployment's own wait says which one it is
        known = images[0] if images else next((one for one in others if one.waits), None)
        for asked in others:
            if known is not None and (images or not asked.waits):
                yield from _differing(known, asked, "" if images else "script")


def _of_images(stack: Stack) -> list[_Asked]:
    probes = [stage.probes for fact in stack.every(DockerfileFact) for stage in fact.stages[-1:]]
    return [asked for one in probes if (asked := _first(one)) is not None]


def _first(probes: tuple[Probe, ...]) -> _Asked | None:
    found = [_Asked(probe.path.rstrip("/"), probe.place) for probe in probes if probe.path]
    return next((asked for asked in found if _HEALTH.match(asked.path)), None)


def _differing(known: _Asked, asked: _Asked, case: str = "") -> Iterator[Hit]:
    if known.path != asked.path:
        values = {"path": asked.path, "other": known.path}
        yield Hit(asked.place, values, case, related=(Related(known.place, f"asks `{known.path}`"),))


def _elsewhere(stack: Stack) -> Iterator[_Asked]:
    for proxy in stack.every(Proxy):
        path = proxy.location.rstrip("/")
        if proxy.protocol == "proxy_pass" and _HEALTH.match(path) and _hands_on(proxy):
            yield _Asked(path, proxy.place)
    yield from _probed(stack)
    for test in smoke_tests(stack):
        for word, _, path in test.asks if len(test.built) == 1 else ():
            if _HEALTH.match(path.rstrip("/")):
                yield _Asked(path.rstrip("/"), word.place)
    found = [one.command for one in commands(stack)]
    found += [command for one in deploy_scripts(stack, "verify") for command in one.script.commands]
    seen: set[Place] = set()
    for command in found:
        for asked in _of_command(command):
            if asked.place not in seen:
                seen.add(asked.place)
                yield asked


def _probed(stack: Stack) -> Iterator[_Asked]:
    """Yield the health paths that Prometheus lets a prober ask of the servers of nginx here."""
    names = {name.lower() for server in stack.every(ServerBlock) for name in server.names}
    for prometheus in stack.every(PrometheusFact) if names else ():
        for job in prometheus.jobs:
            for text, place in zip(job.targets, job.places, strict=True) if job.rewritten else ():
                match = _PAGE.match(text)
                if match is not None and match[1].lower() in names and _HEALTH.match(match[2].rstrip("/")):
                    yield _Asked(match[2].rstrip("/"), place)


def _hands_on(proxy: Proxy) -> bool:
    """Say whether the path reaches the application as it is: the target has none of its own."""
    return "$" not in proxy.target and "/" not in proxy.target.partition("://")[2]


def _of_command(command: Command) -> Iterator[_Asked]:
    if command.name not in _CLIENTS:
        return
    for word in command.words[1:]:
        match = _ADDRESS.match(word.text or word.expanded or "")
        path = "" if match is None else match[1].rstrip("/")
        if "$" not in path and _HEALTH.match(path):
            yield _Asked(path, word.place, waits=True)
