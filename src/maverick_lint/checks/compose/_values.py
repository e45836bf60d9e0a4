"""Values of services that Compose cannot read: booleans, numbers out of their range, watched paths, devices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.model import Service
    from maverick_lint.formats.compose.tree import Value

_FLAGS: Final[tuple[tuple[str, ...], ...]] = (
    ("privileged",), ("read_only",), ("init",), ("tty",), ("stdin_open",), ("oom_kill_disable",), ("attach",),
    ("healthcheck", "disable"), ("build", "no_cache"), ("build", "pull"), ("build", "privileged"),
)  # fmt: skip
_BOOLEANS: Final = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "t", "f", "1", "0"})
_MOST: Final = 1_000_000
# Whole numbers with the lowest and the highest that Docker takes.
_RANGES: Final[tuple[tuple[tuple[str, ...], int, int], ...]] = (
    (("scale",), 0, _MOST), (("deploy", "replicas"), 0, _MOST), (("cpu_percent",), 0, 100),
    (("oom_score_adj",), -1000, 1000), (("mem_swappiness",), -1, 100), (("healthcheck", "retries"), 0, _MOST),
)  # fmt: skip
_SYNC: Final = ("sync", "sync+restart", "sync+exec")
_WHOLE: Final = r"[+-]?\d{1,9}\Z"

_NUMBERS: Final = (("cpus",), ("pids_limit",), ("cpu_shares",), ("cpu_quota",), ("cpu_period",), ("cpu_count",),
                   ("deploy", "resources", "limits", "cpus"), ("deploy", "resources", "limits", "pids"))  # fmt: skip
_NUMBER: Final = r"[+-]?\d{1,12}(?:\.\d{1,12})?\Z"
_DIGITS: Final = 5
_HIGHEST: Final = 65535
_LONGEST: Final = 400
_IMAGE: Final = (
    r"(?:(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9a-fA-F:]+\])(?::\d+)?/)?"
    r"[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*"
    r"(?::\w[\w.-]{0,127})?(?:@[A-Za-z][\w.+-]*:[0-9a-fA-F]{32,})?\Z"
)

Fault = tuple["Value", str, str, str]


def further_faults(service: Service) -> Iterator[Fault]:
    """Yield each value with how it is called, what it must be, and the case of the message."""
    for keys in _FLAGS:
        value = service.get(*keys)
        text = None if value is None else value.known
        if value is not None and text is not None and text.lower() not in _BOOLEANS:
            yield value, f"`{keys[-1]}: {text}`", "true or false", "service"
    for keys, lowest, highest in _RANGES:
        value = service.get(*keys)
        text = None if value is None else value.known
        if value is None or text is None:
            continue
        if not re.match(_WHOLE, text) or not lowest <= int(text) <= highest:
            bounds = f"from {lowest} to {highest}" if highest < _MOST else f"from {lowest} on"
            yield value, f"`{keys[-1]}: {text}`", f"a whole number {bounds}", "service"
    for keys in _NUMBERS:
        value = service.get(*keys)
        text = None if value is None else value.known
        if value is not None and text is not None and not re.match(_NUMBER, text):
            yield value, f"`{keys[-1]}: {text}`", "a number", "service"
    yield from _watched(service)
    yield from _devices(service)
    yield from _specifications(service)


def _specifications(service: Service) -> Iterator[Fault]:
    """Yield references to images, exposed ports, hosts and limits that are not written as Compose reads them."""
    image = service.image_at
    if image is not None and image.text is not None and image.text.fixed and not _reads_as_image(image.known or ""):
        wanted = "[HOST/]NAME[:TAG][@DIGEST], the name in lower case"
        yield image, f"the image `{image.known}`", wanted, "service"
    for item in _items(service, "expose"):
        text = item.known
        low, _, high = (text or "").partition("/")[0].partition("-")
        if text is not None and not (_is_port(low) and (not high or _is_port(high))):
            yield item, f"`expose: {text}`", "a port or a range of ports up to 65535", "service"
    for item in _items(service, "extra_hosts"):
        text = item.known
        if text is not None and item.key is None and "=" not in text and ":" not in text:
            yield item, f"the host `{text}`", "NAME=ADDRESS", "service"
    limits = service.get("ulimits")
    for value in limits.entries().values() if limits is not None else ():
        for limit in (value, value.get("soft"), value.get("hard")):
            text = None if limit is None else limit.known
            if limit is not None and text is not None and not re.match(_WHOLE, text):
                yield limit, f"the limit `{text}`", "a whole number", "service"


def _items(service: Service, key: str) -> list[Value]:
    value = service.get(key)
    return [] if value is None or not value.is_list else value.items()


def _is_port(text: str) -> bool:
    return text.isdecimal() and len(text) <= _DIGITS and int(text) <= _HIGHEST


def _reads_as_image(text: str) -> bool:
    """Say whether a text is a reference as the registries define it (github.com/distribution/reference, 2025)."""
    return len(text) > _LONGEST or re.match(_IMAGE, text) is not None


def _watched(service: Service) -> Iterator[Fault]:
    watch = service.get("develop", "watch")
    for item in watch.items() if watch is not None else ():
        action = item.get("action")
        if action is not None and action.known in _SYNC and item.get("target") is None:
            yield (
                action,
                f"the watched path with `{action.known}` alone",
                "followed by a `target` to copy to",
                "service",
            )


def _devices(service: Service) -> Iterator[Fault]:
    for holder in (service.get("deploy", "resources", "reservations", "devices"), service.get("gpus")):
        for device in holder.items() if holder is not None else ():
            count = device.get("count")
            text = None if count is None else count.known
            if count is not None and text is not None and text != "all" and not re.match(_WHOLE, text):
                yield count, f"`count: {text}`", "a number or `all`", "service"
