"""The Prometheus that evaluates the rules, as the Compose files of the repository run it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.containers import Service
from maverick_lint.stack.image_ports import short_name, tag_of

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack

_VERSION: Final = re.compile(r"v?(\d+)\.(\d+)")
_MAJOR: Final = re.compile(r"v?(\d+)(?:[.-]|\Z)")
_NAMES: Final = frozenset({"prom/prometheus", "prometheus", "bitnami/prometheus"})


def prometheus_services(stack: Stack) -> list[Service]:
    """Return the services that run a Prometheus."""
    return [
        service
        for service in stack.every(Service)
        if service.image is not None and short_name(service.image).removeprefix("quay.io/") in _NAMES
    ]


def flags(service: Service) -> dict[str, str] | None:
    """Return the flags of its command with their values; None when one of its words is not known."""
    found: dict[str, str] = {}
    words = service.command
    for number, word in enumerate(words):
        if word is None:
            return None
        name, separator, value = word.strip("\"'").partition("=")
        if name.startswith("--"):
            following = words[number + 1] if number + 1 < len(words) else None
            value = value if separator else (following or "")
            found[name] = f"{found[name]},{value}" if name == "--enable-feature" and name in found else value
    return found


def version(service: Service) -> int | None:
    """Return the version of its image as 100 * major + minor; None where the tag does not say."""
    tag = tag_of(service.image or "")
    match = _VERSION.match(tag or "")
    if match is not None:
        return int(match[1]) * 100 + int(match[2])
    major = _MAJOR.match(tag or "")
    return None if major is None else int(major[1]) * 100 + 99
