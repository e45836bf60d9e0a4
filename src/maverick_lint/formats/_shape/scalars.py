"""Shapes of scalars that Prometheus and Alertmanager share."""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.formats._promql.durations import fault, seconds
from maverick_lint.formats._re2 import fault as regex_fault
from maverick_lint.formats._shape.shape import checked

_SIZE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[KMGTPE]i?B|[KMGTPE]B?|B)\Z|0\Z", re.IGNORECASE)
_GLOB: Final = re.compile(r"[^*]*(?:\*[^/]*)?\Z")
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9a-fA-F]{2})")
_DISCOVERY_FILE: Final = re.compile(r"[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)\Z")


def duration_fault(text: str) -> str | None:
    """Say what is wrong with a duration, as the end of a sentence; None when it is right."""
    return None if seconds(text) is not None else fault(text)


def _size(text: str) -> str | None:
    return None if _SIZE.match(text) else "is no size such as `10MB`"


def _glob(text: str) -> str | None:
    return None if _GLOB.match(text) else "is refused: `*` may stand in the last part of the path only"


def _discovery_file(text: str) -> str | None:
    if _glob(text) is not None:
        return _glob(text)
    return None if _DISCOVERY_FILE.match(text) else "must end with .json, .yml or .yaml"


def _regex(text: str) -> str | None:
    problem = regex_fault(text)
    return None if problem is None else f"is no regular expression of RE2: it {problem}"


def _url(text: str) -> str | None:
    if _BAD_ESCAPE.search(text):
        return "has a percent sign that begins no escape such as `%20`"
    return "begins with a colon" if text.startswith(":") else None


def _http_url(text: str) -> str | None:
    if (problem := _url(text)) is not None:
        return problem
    scheme, separator, rest = text.partition("://")
    if not separator or scheme.lower() not in ("http", "https"):
        return "must begin with http:// or https://"
    return None if rest and not rest.startswith(("/", ":")) else "names no host"


DURATION: Final = checked(duration_fault)
SIZE: Final = checked(_size)
GLOB: Final = checked(_glob)
DISCOVERY_FILE: Final = checked(_discovery_file)
REGEX: Final = checked(_regex)
URL: Final = checked(_url)
HTTP_URL: Final = checked(_http_url)
