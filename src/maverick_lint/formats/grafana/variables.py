"""Grafana's variables in a query, filled in so that every character keeps its place."""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.formats._promql import Promql, parse_promql

_VARIABLE: Final = re.compile(r"\$\{[^{}\n]*\}|\$[A-Za-z_][A-Za-z0-9_]*|\[\[[A-Za-z_][A-Za-z0-9_:]*\]\]")
# The first argument of these is a number: `topk by (job) ($n, ...)`.
_PARAMETER: Final = re.compile(
    r"(\b(?:topk|bottomk|limitk|limit_ratio|quantile|histogram_quantile|quantile_over_time)\s*"
    r"(?:(?:by|without)\s*\([^()]*\)\s*)?\(\s*)(\$\{[^{}\n]*\}|\$\w+|\[\[\w+\]\])(?=\s*,)",
    re.IGNORECASE,
)
_WINDOW: Final = re.compile(r"\[([^\[\]\"'`]*)\]")
_STRING: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)


def read_query(text: str) -> Promql:
    """Read a query with its variables filled in; what depends on their values is unknown."""
    if not _VARIABLE.search(text):
        return parse_promql(text)
    plain = _STRING.sub(lambda match: _VARIABLE.sub(_letters, match.group()), text)
    plain = _PARAMETER.sub(lambda match: match[1] + _digits(match, 2), plain)
    plain = _WINDOW.sub(lambda match: _window(match.group()), plain)
    if not _VARIABLE.search(plain):
        return parse_promql(plain)
    # A variable elsewhere may be a metric, a label or a number: the query is valid when one reading is.
    for fill in (_letters, _digits):
        read = parse_promql(_VARIABLE.sub(fill, plain))
        if read.tree is not None:
            return read
    return Promql(text, None)


def _letters(match: re.Match[str]) -> str:
    return "x" * len(match.group())


def _digits(match: re.Match[str], group: int = 0) -> str:
    return "1" + " " * (len(match[group]) - 1)


def _window(text: str) -> str:
    """Fill in a range: `[$__rate_interval]`, `[${n}m]`, `[1h:$step]`."""

    def filled(match: re.Match[str]) -> str:
        length = len(match.group())
        following = text[match.end() : match.end() + 1]
        return "1" * length if following.isalnum() else "1m" + " " * (length - 2)

    return _VARIABLE.sub(filled, text)
