"""A route sends at some time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.alertmanager.model import Alertmanager

_ALL: Final = frozenset({"sunday:saturday", "1:31", "1:-1", "1:12", "january:december"})
_LIMITS: Final = ("times", "weekdays", "days_of_month", "months", "years")
# Years that are over for good when this was written.
_PAST: Final = 2025


def check(document: Document[Alertmanager], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - every check has options
    """Yield each interval that mutes a route all the time, or that is the only one to let it send and never comes."""
    model = document.model
    defined = {name.raw: name.parent for name in model.intervals if name.parent is not None}
    for route in model.route.walk() if model.route is not None else ():
        for name, node in _named(route.node.get("mute_time_intervals"), defined):
            if _is_always(node):
                yield Hit(name, {"name": name.raw}, "always", (Related(node.key_span(), "the interval"),))
        active = _named(route.node.get("active_time_intervals"), defined)
        if active and all(_is_never(node) for _, node in active):
            for name, node in active:
                yield Hit(name, {"name": name.raw}, related=(Related(node.key_span(), "the interval"),))


def _named(listed: Node | None, defined: dict[str, Node]) -> list[tuple[Node, Node]]:
    """Return each name with its definition; [] when one is not known."""
    names = listed.items() if listed is not None else []
    found = [(name, defined[name.raw]) for name in names if name.raw in defined]
    return found if len(found) == len(names) else []


def _is_always(named: Node) -> bool:
    specs = named.get("time_intervals")
    return any(
        spec.is_map
        and not any((limit := spec.get(key)) is not None and limit.children and not _is_all(limit) for key in _LIMITS)
        for spec in (specs.items() if specs is not None else ())
    )


def _is_all(limit: Node) -> bool:
    """Say whether a limit lets everything through: whole days, or all days of a week, a month or a year."""
    for item in limit.items():
        if item.is_map:
            start, end = item.get("start_time"), item.get("end_time")
            if start is not None and end is not None and (start.raw, end.raw) == ("00:00", "24:00"):
                return True
        elif item.raw.replace(" ", "").lower() in _ALL:
            return True
    return False


def _is_never(named: Node) -> bool:
    specs = named.get("time_intervals")
    return all(_is_over(spec) for spec in (specs.items() if specs is not None else ()))


def _is_over(spec: Node) -> bool:
    years = spec.get("years")
    ends = [year.raw.rpartition(":")[2].strip() for year in (years.items() if years is not None else ())]
    return bool(ends) and all(end.isdecimal() and int(end) <= _PAST for end in ends)
