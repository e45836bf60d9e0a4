"""What GitLab demands of the texts under its keywords.

Source: docs.gitlab.com/ci/yaml/, each keyword's section, and /ci/secrets/ (2026-11-24).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_UNIT: Final = (
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|dys?|days?|w|wks?|weeks?|mo|mos|mons?|months?|y|yrs?|years?)"
)
_NUMBER: Final = r"(?:[0-9]+(?:\.[0-9]+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty)"
_PATTERNS: Final = {
    "duration": rf"(?:{_NUMBER}\s*{_UNIT}(?:\s*,?\s*(?:and\s+)?|$))+|[0-9]+|[0-9]+(?::[0-9]{{1,2}}){{1,2}}",
    "image": r"(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]+)?/)?"
    r"[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*)*"
    r"(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[a-z0-9]+:[0-9a-fA-F]{32,})?",
    "expose_as": r"[\w \-]{1,100}",
    "environment": r"[a-zA-Z0-9_ ./{}$-]{1,255}",
    "coverage": r"/.+/",
    "date": r"[0-9]{4}-[01][0-9]-[0-3][0-9](?:[Tt ][0-2][0-9]:[0-5][0-9](?::[0-6][0-9](?:\.[0-9]+)?)?"
    r"(?:[Zz]| ?[+-][0-2][0-9]:?[0-5][0-9])?)?",
    "project": r"\S+/\S+|.*\$\S+.*",
    "yaml": r".*\.ya?ml",
    "remote": r"https?://.+\.ya?ml(?:[?#].*)?",
    "include": r"(?!\w+://).*\.ya?ml|https?://.+",
    "integrity": r"sha256-[A-Za-z0-9+/]{43}=",
    "vault": r"[^@]*/[^@]*(?:@.+)?",
    "step_name": r"[a-zA-Z_][a-zA-Z0-9_]*",
    "component": r"\S+/\S+@\S+",
    "environment_url": r"(?:https?|ssh|ftp)://.+",
    "cache_policy": r"pull|push|pull-push",
}
_SAYS: Final = {
    "duration": "is no duration such as `30 days` or `1h 30m`",
    "start_in": "is no duration such as `30 minutes` or `1 day`",
    "timeout": "is no duration such as `10 minutes` or `1h 30m`",
    "image": "is no image: small letters, digits and `-_./` make the name, then may come `:tag` and `@sha256:digest`",
    "expose_as": "may hold letters, digits, `_`, `-` and blanks only, 100 at most",
    "environment": "may hold letters, digits, blanks and `-_/.${}` only, 255 at most",
    "coverage": "is no pattern between slashes, such as `/Coverage: (\\d+)%/`",
    "date": "is no date of ISO 8601 such as `2026-03-15T08:00:00Z`",
    "project": "is no path of a project such as `group/project`",
    "yaml": "is no file that ends with .yml or .yaml",
    "remote": "is no address of a YAML file that begins with http:// or https://",
    "include": "is neither a file that ends with .yml or .yaml nor an address of one",
    "integrity": "is no checksum of the form `sha256-` and 44 characters of base64",
    "vault": "is no path of a secret such as `production/db/password@ops`",
    "step_name": "is no name of a step: letters, digits and `_`, and no digit first",
    "component": "names no component with its version, such as `$CI_SERVER_FQDN/group/project/name@1.2.0`",
    "environment_url": "is no address that begins with http:// or https://",
    "cache_policy": "is none of pull, push, pull-push",
    "nonempty": "is empty",
}
_LIMITS: Final = {"start_in": ("one week", 7), "timeout": ("one month", 31)}
_DAYS: Final = {"s": 1 / 86400, "mi": 1 / 1440, "h": 1 / 24, "d": 1, "w": 7, "mo": 30, "y": 365}
_compiled: dict[str, re.Pattern[str]] = {}


def problem(test: str, text: str) -> str:
    """Say what is wrong with a text, as the end of a sentence; "" when it is right or holds a variable."""
    own = _OWN.get(test)
    if own is not None:
        return own(text)
    if "$" in text and test not in ("expose_as", "coverage", "step_name", "project"):
        return ""
    return "" if _fits(test, text) else _SAYS[test]


def days(text: str) -> float:
    """Return the length of a duration in days, as far as numbers and units tell it."""
    if text.strip().isdigit():
        return int(text) / 86400
    total = 0.0
    for number, unit in re.findall(r"([0-9]+(?:\.[0-9]+)?)\s*([a-z]+)", text.lower()):
        short = unit[:2] if unit[:2] in ("mi", "mo") else unit[0]
        total += float(number) * _DAYS.get(short, _DAYS["mi"])
    return total


def _fits(test: str, text: str) -> bool:
    if test not in _compiled:
        flags = re.IGNORECASE if test in ("duration", "yaml", "remote") else 0
        _compiled[test] = re.compile(rf"(?:{_PATTERNS[test]})\Z", flags | re.DOTALL)
    return _compiled[test].match(text.strip()) is not None


def _duration(text: str) -> str:
    if "$" in text or text.strip().lower() == "never" or (len(text) < 100 and _fits("duration", text)):  # noqa: PLR2004 - longer than any duration
        return ""
    return _SAYS["duration"]


def _limited(test: str) -> Callable[[str], str]:
    def judge(text: str) -> str:
        if "$" in text:
            return ""
        if text.strip().lower() == "never" or _duration(text):
            return _SAYS[test]
        name, most = _LIMITS[test]
        return f"is longer than {name}, the most that GitLab takes" if days(text) > most else ""

    return judge


def _cache_key(text: str) -> str:
    if "/" in text or "%2f" in text.lower():
        return "holds a slash, which GitLab refuses; join the parts by `-`"
    if not text.strip():
        return "is empty"
    return "is made of dots only, which GitLab refuses" if not text.strip(".") else ""


def _regexp(text: str) -> str:
    from maverick_lint.formats._re2 import fault  # for the few files that hold one

    wrong = "$" not in text[:-1] and fault(text)
    return f"is no regular expression of RE2: it {wrong}" if wrong else ""


def _coverage(text: str) -> str:
    if not _fits("coverage", text):
        return _SAYS["coverage"]
    from maverick_lint.formats._re2 import fault  # for the few files that hold one

    wrong = fault(text.strip()[1:-1].replace("\\/", "/"))
    return f"is no regular expression of RE2: it {wrong}" if wrong else ""


def _path(text: str) -> str:
    return "" if text.strip() else "is empty"


def _of_length(most: int) -> Callable[[str], str]:
    def judge(text: str) -> str:
        if not text.strip():
            return "is empty"
        return f"is longer than {most} characters" if len(text) > most else ""

    return judge


_OWN: Final[dict[str, Callable[[str], str]]] = {
    "duration": _duration,
    "start_in": _limited("start_in"),
    "timeout": _limited("timeout"),
    "cache_key": _cache_key,
    "regexp": _regexp,
    "coverage": _coverage,
    "artifact_path": _path,
    "nonempty": _path,
    "stage": _path,
    "job": _path,
    "workflow_name": _of_length(255),
}
