"""Metrics of well-known exporters are those that they give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.alerts._exporters import running
from maverick_lint.core.facts.monitoring import Recorded, RuleUse
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._promql.exporters import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.formats._promql.exporters import Exporter
    from maverick_lint.stack.model import Stack

# What names were given when they got units; from the longest, so that the whole ending is found.
_ENDINGS: Final = ("_seconds_total", "_bytes_total", "_total", "_bytes", "_seconds", "_celsius", "_ratio")
# Names that a system or a server makes.
_MADE: Final = ("node_netstat_", "node_vmstat_", "node_nfs", "mysql_global_", "mysql_slave_status_", "pg_settings_")
_MEMORY: Final = "node_memory_"
_LONG: Final = 5


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each metric of an exporter that runs here that it had under another name, or that is misspelt."""
    here = running(stack)
    recorded = {one.name for one in stack.every(Recorded)}
    for use in stack.every(RuleUse):
        if use.what != "metric" or use.name in recorded or use.name.startswith(_MADE):
            continue
        exporter = owner_of(use.name)
        if exporter is None or exporter.name not in here:
            continue
        meant = _meant(use.name, exporter)
        if meant:
            values = {"exporter": exporter.name, "metric": use.name, "meant": meant}
            yield Hit(use.place, values, related=(Related(here[exporter.name], "the exporter"),))


def _meant(name: str, exporter: Exporter) -> str:
    """Return the metric that a name surely stands for, "" for none."""
    if name.startswith(_MEMORY):
        # One for each line that the kernel gives, all in bytes, whose names begin with a capital.
        rest = name.removeprefix(_MEMORY)
        is_old = rest[:1].isupper() and not rest.startswith("HugePages_") and "_bytes" not in rest
        return f"{name}_bytes" if is_old else ""
    for ending in _ENDINGS:
        if name + ending in exporter.types:
            return name + ending
    near = close_matches(name, sorted(exporter.types), 3, 0.9)
    return next((one for one in near if _is_slip(name, one)), "")


def _is_slip(name: str, other: str) -> bool:
    """Say whether two names differ in one long word only, by a letter more or less or two that are swapped."""
    mine, theirs = name.split("_"), other.split("_")
    pairs = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    if len(mine) != len(theirs) or len(pairs) != 1:
        return False
    one, two = pairs[0]
    if min(len(one), len(two)) < _LONG or one in (two + "s", two + "d") or two in (one + "s", one + "d"):
        return False
    return sorted(one) == sorted(two) or _is_step(one, two) or _is_step(two, one)


def _is_step(short: str, long: str) -> bool:
    """Say whether the second text is the first with one letter more."""
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
