"""Cron expressions as GitHub's schedules read them.

Source: docs.github.com, "Events that trigger workflows", section on schedule (2026-11-24): five POSIX fields, names of
months and days, no `@daily`, and no run more often than every five minutes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._tables import beside

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS: Final = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
# name, lowest and highest value, names of the values from the lowest on
_FIELDS: Final = (
    ("minute", 0, 59, ()),
    ("hour", 0, 23, ()),
    ("day of the month", 1, 31, ()),
    ("month", 1, 12, _MONTHS),
    ("day of the week", 0, 7, _DAYS),
)
_LONGEST: Final = 1_000
LEAST_MINUTES: Final = 5


def cron_fault(text: str) -> str:
    """Return what is wrong with a cron expression, as the end of a sentence; "" when nothing is."""
    fields = text[:_LONGEST].split()
    if len(fields) != len(_FIELDS):
        return f"has {len(fields)} field{'s' * (len(fields) != 1)} in the place of five: minute hour day month weekday"
    for field, (name, low, high, names) in zip(fields, _FIELDS, strict=True):
        values = _values(field, low, high, names)
        if values is None:
            return f"cannot be read: `{field}` is no {name} ({low} to {high})"
        if name == "minute" and (gap := _least_gap(values)) < LEAST_MINUTES:
            return (
                f"asks for a run every {gap} minute{'s' * (gap != 1)}; GitHub starts one every {LEAST_MINUTES} at most"
            )
    return ""


def _values(field: str, low: int, high: int, names: tuple[str, ...]) -> set[int] | None:
    found: set[int] = set()
    for part in field.split(","):
        span, slash, step = part.partition("/")
        first, dash, last = span.partition("-")
        start = low if span == "*" else _number(first, low, names)
        end = _number(last, low, names) if dash else high if span == "*" or slash else start
        width = _number(step, 1, ()) if slash else 1
        if start is None or end is None or not width or not low <= start <= end <= high:
            return None
        found.update(range(start, end + 1, width))
    return found


def _number(text: str, low: int, names: tuple[str, ...]) -> int | None:
    if text.lower() in names:
        return low + names.index(text.lower())
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None  # noqa: PLR2004 - three digits


def _least_gap(minutes: set[int]) -> int:
    ordered = sorted(minutes)
    return min(((after - before) % 60 or 60) for before, after in zip(ordered, (*ordered[1:], ordered[0]), strict=True))


def zone_fault(name: str) -> str:
    """Return what is wrong with a time zone, as the end of a sentence; "" when nothing is.

    GitHub takes the names of IANA's database; as with every such table, a zone may be younger than it.
    """
    known = _zones()
    if name in known or name == "":
        return ""
    near = close_matches(name, known, 1, 0.7)
    return "is no time zone of IANA's database" + (f"; did you mean `{near[0]}`?" if near else "")


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(beside(__file__, "timezones.txt").partition("\n")[2].split())
