"""What one matcher of a route says of another (alerting/configuration: a pattern matches the whole value)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._re2 import empty_matches, fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.formats.alertmanager.model import Matcher

_LONGEST: Final = 400
# A list of plain texts: each of them can be tried.
_TEXTS: Final = re.compile(r"\(?(?:[A-Za-z0-9_ /:-]+\|)*[A-Za-z0-9_ /:-]+\)?\Z")
# What may make Python's engine slow, or means another thing to RE2.
_RISKY: Final = re.compile(r"[*+}]\)?[*+{]|\\[pPQCz]|\[\[:|\(\?[^:]")


def takes(matcher: Matcher, value: str) -> bool | None:
    """Say whether a matcher takes a value of its label; None when that is not known."""
    if matcher.op in ("=", "!="):
        return (matcher.value == value) == (matcher.op == "=")
    found = _matches(matcher.value, value)
    return None if found is None else found == (matcher.op == "=~")


@lru_cache(maxsize=1024)
def _matches(pattern: str, value: str) -> bool | None:
    if not value:
        return empty_matches(pattern)
    if len(pattern) > _LONGEST or len(value) > _LONGEST or _RISKY.search(pattern) or fault(pattern) is not None:
        return None
    try:
        return re.fullmatch(pattern, value, re.DOTALL) is not None
    except (re.error, RecursionError, OverflowError):
        return None


def is_open(matcher: Matcher) -> bool:
    """Say whether a matcher takes every alert."""
    return matcher.op == "=~" and matcher.value.strip("^$") in (".*", "(.*)", "(?:.*)")


def follows(matcher: Matcher, given: Iterable[Matcher]) -> bool:
    """Say whether every alert that meets all of `given` meets the matcher too."""
    if is_open(matcher):
        return True
    for other in given:
        if other.label != matcher.label:
            continue
        if other == matcher:
            return True
        values = values_of(other)
        if values and all(takes(matcher, value) is True for value in values):
            return True
        if other.op == "=~" and other.value.strip("^$") == ".+" and matcher.op == "!=" and not matcher.value:
            return True
    return False


def values_of(matcher: Matcher) -> tuple[str, ...]:
    """Return all values that a matcher takes; () when they are not known, or too many."""
    if matcher.op == "=":
        return (matcher.value,)
    if matcher.op == "=~" and matcher.value and _TEXTS.match(matcher.value.strip("^$")):
        return tuple(matcher.value.strip("^$").strip("()").split("|"))
    return ()


def excludes(one: Matcher, other: Matcher) -> bool:
    """Say whether no alert meets both."""
    if one.label != other.label:
        return False
    for first, second in ((one, other), (other, one)):
        values = values_of(first)
        if values and all(takes(second, value) is False for value in values):
            return True
    return False
