"""Calendar expressions of OnCalendar= (systemd.time(7), systemd 252; tried with `systemd-analyze calendar`)."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = frozenset({
    "minutely", "hourly", "daily", "monthly", "weekly", "yearly", "annually", "quarterly", "semiannually",
    "semi-annually", "biannually", "bi-annually", "anually",
})  # fmt: skip
_DAY: Final = r"(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_DAYS: Final = re.compile(rf"{_DAY}(?:(?:\.\.|-){_DAY})?(?:,{_DAY}(?:(?:\.\.|-){_DAY})?)*,?", re.IGNORECASE)
_PART: Final = r"(?:\*|\d+(?:\.\.\d+)?)(?:/0*[1-9]\d*)?"
_LIST: Final = rf"{_PART}(?:,{_PART})*"
_DATE: Final = re.compile(rf"(?:({_LIST})-)?({_LIST})[-~]({_LIST})")
_SECOND: Final = r"(?:\*|\d+(?:\.\d+)?(?:\.\.\d+(?:\.\d+)?)?)(?:/\d+(?:\.\d+)?)?"
_TIME: Final = re.compile(rf"({_LIST}):({_LIST})(?::({_SECOND}(?:,{_SECOND})*))?")
# Zones without a slash are few, and words such as PM are none.
_ZONE: Final = re.compile(
    r"[A-Z][A-Za-z]+/[A-Za-z0-9_+/-]+|UTC|GMT|Zulu|[A-Z]{3}|[A-Z]{3}\d[A-Z]{3}|Japan|Israel|Singapore"
)
_EPOCH: Final = re.compile(r"@\d+(?:\.\d+)?")
_NUMBER: Final = re.compile(r"(?<![\d./])\d+|(?<=\.\.)\d+")
_CRON: Final = re.compile(r"\S+(?: \S+){4}")


def is_calendar(text: str) -> bool:
    """Say whether systemd reads a text as a calendar expression."""
    words = text.split()
    if words and (words[0].lower() in _NAMES or _EPOCH.fullmatch(words[0])):
        return not words[1:] or (len(words) == 2 and _ZONE.fullmatch(words[1]) is not None)  # noqa: PLR2004 - and a zone
    found = False
    if words and _DAYS.fullmatch(words[0]):
        words, found = words[1:], True
    if words and (date := _DATE.fullmatch(words[0])):
        if not (_within(date[2], 1, 12) and _within(date[3], 1, 31)):
            return False
        words, found = words[1:], True
    if words and (time := _TIME.fullmatch(words[0])):
        if not (_within(time[1], 0, 23) and _within(time[2], 0, 59) and _within(time[3] or "0", 0, 59)):
            return False
        words, found = words[1:], True
    if found and len(words) == 1 and _ZONE.fullmatch(words[0]):
        words = []
    return found and not words


def looks_like_cron(text: str) -> bool:
    """Say whether a text has the five fields of a crontab."""
    return _CRON.fullmatch(text) is not None and set(text) <= set("0123456789*/,- ")


def _within(part: str, low: int, high: int) -> bool:
    return all(low <= int(number) <= high for number in _NUMBER.findall(part) if len(number) < 9)  # noqa: PLR2004 - no number of a date
