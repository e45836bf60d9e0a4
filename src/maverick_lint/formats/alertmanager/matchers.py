"""Matchers as Alertmanager writes them: `severity="page"`, `{a=b, c=~"d|e"}` (alerting/configuration, read 2026-11)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._re2 import fault
from maverick_lint.formats.alertmanager.model import Matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

_MATCHER: Final = re.compile(
    r"""\s*(?P<label>"(?:[^"\\]|\\.)*"|[^\s=!~{},"'`]+)\s*(?P<op>=~|!~|!=|=)\s*
        (?P<value>"(?:[^"\\]|\\.)*"|[^",]*?)\s*(?:,|\Z)""",
    re.VERBOSE,
)


class MatcherError(ValueError):
    """A text that is no list of matchers; says why, as the end of a sentence."""


def read_matchers(text: str) -> Iterator[Matcher]:
    """Yield the matchers of a text.

    Raises MatcherError where Alertmanager refuses the text.
    """
    body = text.strip()
    # Braces around the list are optional, and each is taken off by itself.
    body = body.removeprefix("{").removesuffix("}").strip()
    position = 0
    while position < len(body):
        match = _MATCHER.match(body, position)
        if match is None:
            message = 'is no matcher; write `label="value"`, or `!=`, `=~`, `!~` in the place of `=`'
            raise MatcherError(message)
        position = match.end()
        yield matcher(_bare(match["label"]), match["op"], _bare(match["value"]))


def matcher(label: str, op: str, value: str) -> Matcher:
    """Return a matcher.

    Raises MatcherError when its regular expression is none.
    """
    if op in ("=~", "!~") and (problem := fault(value)) is not None:
        message = f"holds a regular expression that {problem}"
        raise MatcherError(message)
    return Matcher(label, op, value)


def _bare(text: str) -> str:
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('\\"', '"').replace("\\\\", "\\") if quoted else text
