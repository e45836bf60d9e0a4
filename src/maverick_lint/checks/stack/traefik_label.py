"""stack/traefik-label: what labels tell Traefik fits the service, and names what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import ComposeFact, Service
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.record import record
from maverick_lint.core.spelling import close_matches
from maverick_lint.stack.image_ports import short_name
from maverick_lint.stack.joints import places_of
from maverick_lint.stack.listening import listening
from maverick_lint.stack.services import services_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.finding import Value
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

# The names of Traefik's labels and options, from its documentation (version 3, 2026-11).
_PORT: Final = re.compile(r"traefik\.http\.services\.[^.]+\.loadbalancer\.server\.port\Z", re.IGNORECASE)
_USES: Final = (
    (re.compile(r"traefik\.(?:http|tcp|udp)\.routers\.[^.]+\.entrypoints\Z", re.IGNORECASE), "entrypoint"),
    (re.compile(r"traefik\.(?:http|tcp)\.routers\.[^.]+\.tls\.certresolver\Z", re.IGNORECASE), "certificate resolver"),
    (re.compile(r"traefik\.http\.routers\.[^.]+\.middlewares\Z", re.IGNORECASE), "middleware"),
    (re.compile(r"traefik\.http\.routers\.[^.]+\.service\Z", re.IGNORECASE), "service"),
)
_OPTIONS: Final = (
    (re.compile(r"--entrypoints\.([\w-]+)", re.IGNORECASE), "entrypoint"),
    (re.compile(r"--certificatesresolvers\.([\w-]+)", re.IGNORECASE), "certificate resolver"),
)
_DEFINED: Final = re.compile(r"traefik\.http\.(middlewares|services)\.([^.]+)\.", re.IGNORECASE)
_NETWORK: Final = "traefik.docker.network"
# What Traefik is told by files, variables or labels elsewhere is not known here.
_SETTINGS: Final = re.compile(r"--(?:configfile|providers\.file|providers\.(?:consul|etcd|redis|http))", re.IGNORECASE)


@record
class _Names:
    """The names that one project defines by kind, each with its place; a kind is left out where more may be known."""

    found: dict[str, dict[str, Place]]


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each port of a label on which its service does not listen, and each name that nothing defines."""
    if not any(service.labels for service in stack.every(Service)):
        return
    shared = {name for fact in stack.every(ComposeFact) for name in fact.shared}
    for fact in stack.every(ComposeFact):
        services = services_of(stack, fact.path)
        names = _names(services)
        declared = {name for section, name in fact.declared if section == "networks"}
        for service in services:
            yield from _ports(stack, service)
            yield from _used(service, names)
            yield from _networks(service, declared, shared)


def _ports(stack: Stack, service: Service) -> Iterator[Hit]:
    for name, text, place in service.labels:
        if _PORT.match(name) is None or not text or not text.isdecimal():
            continue
        heard = listening(stack, service)
        if heard is not None and heard.firm and int(text) not in heard.own | heard.probed:
            values: dict[str, Value] = {"service": service.name, "port": int(text), "ports": heard.shown}
            yield Hit(place, values, "", places_of(heard))


def _names(services: tuple[Service, ...]) -> _Names:
    """Return what the options of the one Traefik and the labels of all services define."""
    found: dict[str, dict[str, Place]] = {}
    proxies = [one for one in services if one.image is not None and short_name(one.image) == "traefik"]
    for one in services:
        for name, _, place in one.labels:
            match = _DEFINED.match(name)
            if match is not None:
                found.setdefault(match[1].lower().removesuffix("s"), {}).setdefault(match[2].lower(), place)
    if len(proxies) != 1:
        return _Names(found)
    proxy = proxies[0]
    settled = any((mount.target or "").startswith(("/etc/traefik", "/traefik.")) for mount in proxy.mounts)
    words = [word or "" for word in proxy.command]
    told = any(name.startswith("TRAEFIK_") for name in proxy.environment)
    if (
        settled
        or told
        or not proxy.complete
        or proxy.env_files
        or any(_SETTINGS.match(word) for word in words)
        or None in proxy.command
    ):
        return _Names(found)
    for pattern, kind in _OPTIONS:
        for word, place in zip(words, proxy.command_places, strict=False):
            match = pattern.match(word)
            if match is not None:
                found.setdefault(kind, {}).setdefault(match[1].lower(), place)
    return _Names(found)


def _used(service: Service, names: _Names) -> Iterator[Hit]:
    for name, text, place in service.labels:
        kind = next((kind for pattern, kind in _USES if pattern.match(name)), "")
        known = names.found.get(kind, {})
        for word in (text or "").split(",") if known else ():
            used = word.strip().lower()
            if not used or "@" in used or "$" in used or "{" in used or used in known:
                continue
            close = close_matches(used, sorted(known), 1, 0.6)
            # options of Traefik are all in one place; a middleware may come from another project
            if not close and kind in ("middleware", "service"):
                continue
            at = known[close[0] if close else min(known)]
            hint = f"; did you mean `{close[0]}`?" if close else ""
            values: dict[str, Value] = {"service": service.name, "what": kind, "name": word.strip(), "hint": hint}
            yield Hit(place, values, "name", (Related(at, f"defines {kind} `{close[0] if close else min(known)}`"),))


def _networks(service: Service, declared: set[str], shared: set[str]) -> Iterator[Hit]:
    """Yield a label that names a network of the project to which the service does not belong."""
    for name, text, place in service.labels:
        if name != _NETWORK or not text or not service.networks or text in service.networks:
            continue
        if text in declared and text in shared:
            values: dict[str, Value] = {"service": service.name, "network": text}
            yield Hit(place, values, "network", (Related(service.place, f"service `{service.name}`"),))
