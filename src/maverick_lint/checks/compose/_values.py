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
_WHOLE: Final = re.compile(r"[+-]?\d{1,9}\Z")

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
        if not _WHOLE.match(text) or not lowest <= int(text) <= highest:
            bounds = f"from {lowest} to {highest}" if highest < _MOST else f"from {lowest} on"
            yield value, f"`{keys[-1]}: {text}`", f"a whole number {bounds}", "service"
    yield from _watched(service)
    yield from _devices(service)


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
            if count is not None and text is not None and text != "all" and not _WHOLE.match(text):
                yield count, f"`count: {text}`", "a number or `all`", "service"
