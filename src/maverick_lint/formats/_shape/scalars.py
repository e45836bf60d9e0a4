"""Shapes of scalars that Prometheus and Alertmanager share."""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.formats._promql.durations import fault, seconds
from maverick_lint.formats._re2 import fault as regex_fault
from maverick_lint.formats._shape.shape import checked

_SIZE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:[KMGTPE]i?B|[KMGTPE]B?|B)?\Z", re.IGNORECASE)
_GLOB: Final = re.compile(r"[^*]*(?:\*[^/]*)?\Z")
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


DURATION: Final = checked(duration_fault)
SIZE: Final = checked(_size)
GLOB: Final = checked(_glob)
DISCOVERY_FILE: Final = checked(_discovery_file)
REGEX: Final = checked(_regex)
