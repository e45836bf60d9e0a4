"""Time intervals of Alertmanager (alerting/configuration, "time_interval_spec", read 2026-11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import is_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maverick_lint.core.node import Node

_DAYS: Final = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_CLOCK: Final = re.compile(r"(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)\Z")
_NUMBER: Final = re.compile(r"[-+]?[0-9]+\Z")
_WHOLE_DAY: Final = 24 * 60
_LAST_DAY: Final = 31
# The areas of the time zone database; a name without a slash is an old one, or a fixed distance.
_AREA_WORDS: Final = (
    "Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US"
)
_AREAS: Final = frozenset(_AREA_WORDS.split())
Range = tuple[int, int]


def interval_faults(named: Node) -> Iterator[ParseError]:
    """Yield what is wrong with the times of a named interval."""
    listed = named.get("time_intervals")
    for spec in listed.items() if listed is not None else ():
        if not spec.is_map:
            continue
        times = spec.get("times")
        for entry in times.items() if times is not None else ():
            yield from _clock(entry)
        yield from _ranges(spec, "weekdays", weekday)
        yield from _ranges(spec, "months", month)
        yield from _ranges(spec, "years", year)
        yield from _days(spec)
        location = spec.get("location")
        if location is not None and location.text and not _is_location(location.raw):
            yield ParseError(location.span, f"`{location.raw}` is no time zone; write a name such as `Europe/Berlin`")


def minutes(text: str) -> int | None:
    """Return a time of the day in minutes; None when it is none."""
    match = _CLOCK.match(text)
    if match is None:
        return None
    return int(match[1]) * 60 + int(match[2]) if match[1] else _WHOLE_DAY


def weekday(text: str) -> int | None:
    """Return the number of a day of the week, Sunday first; None when there is none."""
    word = text.lower()
    return _DAYS.index(word) if word in _DAYS else None


def month(text: str) -> int | None:
    """Return the number of a month; None when it is none."""
    word = text.lower()
    if word in _MONTHS:
        return _MONTHS.index(word) + 1
    return year(text)


def year(text: str) -> int | None:
    """Return a number; None when it is none."""
    return int(text) if _NUMBER.match(text) else None


def _is_location(text: str) -> bool:
    area, separator, _ = text.partition("/")
    return is_open(text) or not separator or area in _AREAS


def _clock(entry: Node) -> Iterator[ParseError]:
    start, end = entry.get("start_time"), entry.get("end_time")
    if start is None or end is None or not start.text or not end.text:
        missing = "start_time" if start is None or not start.text else "end_time"
        first = entry.children[0][0] if entry.children else None
        yield ParseError(entry.span if first is None else first.span, f"the times need a `{missing}` too")
        return
    known = []
    for node in (start, end):
        value = minutes(node.raw)
        if value is None and not is_open(node.raw):
            yield ParseError(node.span, f"`{node.raw}` is no time of the day; write it as `09:00`")
        known.append(value)
    if known[0] is not None and known[1] is not None and known[0] >= known[1]:
        message = (
            f"the time must end after it begins ({start.raw}); for a night, write two entries: up to 24:00, and on"
        )
        yield ParseError(end.span, message)


def _ranges(spec: Node, key: str, number: Callable[[str], int | None]) -> Iterator[ParseError]:
    listed = spec.get(key)
    for node in listed.items() if listed is not None else ():
        if not node.is_scalar or is_open(node.raw):
            continue
        ends = [part.strip() for part in node.raw.split(":")]
        values = [number(part) for part in ends]
        first, last = values[0], values[-1]
        if first is None or last is None or len(ends) > 2:  # noqa: PLR2004 - a beginning and an end
            yield ParseError(node.span, f"`{node.raw}` is none of the {key.replace('_', ' ')}, and no range of them")
        elif first > last:
            yield ParseError(node.span, f"the range `{node.raw}` ends before it begins")


def _days(spec: Node) -> Iterator[ParseError]:
    listed = spec.get("days_of_month")
    for node in listed.items() if listed is not None else ():
        if not node.is_scalar or is_open(node.raw):
            continue
        values = [year(part.strip()) for part in node.raw.split(":")]
        if len(values) > 2 or any(v is None or v == 0 or abs(v) > _LAST_DAY for v in values):  # noqa: PLR2004
            yield ParseError(node.span, f"`{node.raw}` is no day of a month: 1 to 31, or -1 to -31 from its end")
            continue
        first, last = (v or 0 for v in (values[0], values[-1]))
        if (first > 0) == (last > 0) and first > last:
            yield ParseError(node.span, f"the range `{node.raw}` ends before it begins")
