"""Finds the addresses of the own machine in a text: `http://localhost:8000/health`, `127.0.0.1:8000`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.probes import Probe
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS: Final = re.compile(
    r"(?<![\w.@/-])(?:(https?)://)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])"
    r"(?::(\d{1,5}|\$\{?\w+(?::?-\d+)?\}?))?(/[^\s\"'`\\)(;|&,<>\]]*)?(?![\w.])"
)
_SCHEMES: Final = {"http": 80, "https": 443}


def probes_in(path: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Probe]:
    """Yield the addresses between two offsets of a file's text."""
    for match in _ADDRESS.finditer(text, start, len(text) if end is None else end):
        scheme, port, rest = match.groups()
        if scheme is None and port is None:
            continue
        number = _SCHEMES[scheme] if port is None else int(port) if port.isdecimal() else None
        asked = (rest or "").partition("?")[0].partition("#")[0]
        known = None if "$" in asked or "{" in asked or "%" in asked else asked
        yield Probe(match.group(), number, known, Place(path, Span(*match.span())))
