"""The entries of maps: lines that are no directives.

Source: ngx_http_map(), ngx_http_geo() and ngx_http_split_clients() of nginx 1.22, with `nginx -t` of 1.22.1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.formats.nginx.addresses import is_network
from maverick_lint.formats.nginx.conditions import BadValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.nginx.tree import Directive

_PERCENT: Final = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?%")
_WHOLE: Final = 10_000
_RANGE: Final = re.compile(r"[\d.]+-[\d.]+")
_GEO_ALONE: Final = frozenset({"ranges", "proxy_recursive"})


def _entries(directive: Directive) -> list[Directive]:
    block = directive.block
    return [] if block is None else [entry for entry in block.directives if entry.known and entry.terminator == ";"]


def map_entries(directive: Directive) -> Iterator[BadValue]:
    """Yield entries of a map that are not a value and its result."""
    block = directive.block
    for entry in block.directives if block is not None and not block.holed else ():
        if entry.block is not None:
            yield BadValue(entry.word, "two words in each line of a map, and no braces")
    for entry in _entries(directive):
        if len(entry.args) != 1 and not (entry.name in ("volatile", "hostnames") and not entry.args):
            yield BadValue(entry.word, "two words in each line of a map: a value, and what it becomes")


def geo_entries(directive: Directive) -> Iterator[BadValue]:
    """Yield entries of a geo that are no network and its result."""
    block = directive.block
    for entry in block.directives if block is not None and not block.holed else ():
        if entry.block is not None:
            yield BadValue(entry.word, "two words in each line of a geo, and no braces")
    entries = _entries(directive)
    ranged = any(entry.name == "ranges" for entry in entries)
    for entry in entries:
        name = entry.name
        if name in _GEO_ALONE:
            continue
        if len(entry.args) != 1:
            yield BadValue(entry.word, "two words in each line of a geo: a network, and its value")
        elif name in ("default", "include"):
            continue
        else:
            word = entry.args[0] if name in ("proxy", "delete") else entry.word
            ranges = ranged and name != "proxy"
            if not (_RANGE.fullmatch(word.text) if ranges else is_network(word.text)):
                yield BadValue(word, "a range of addresses" if ranges else "a network such as 10.0.0.0/8")
            elif ranges and _is_reversed(word.text):
                yield BadValue(word, "a range of addresses, the smaller one first")


def _is_reversed(text: str) -> bool:
    first, last = ([int(part or "0") for part in end.split(".")] for end in text.split("-"))
    return first > last


def clients_entries(directive: Directive) -> Iterator[BadValue]:
    """Yield shares that are none, or that make more than the whole, and a target that is no variable."""
    for word in directive.args[1:2]:
        if word.known and not word.text.startswith("$"):
            yield BadValue(word, "a variable, which begins with $")
    total = 0
    for entry in _entries(directive):
        if entry.name == "*":
            continue
        match = _PERCENT.fullmatch(entry.name)
        share = int(match[1]) * 100 + int((match[2] or "0").ljust(2, "0")) if match else 0
        total += share
        if not share:
            yield BadValue(entry.word, "a share such as 10% or 0.5%, or *")
        elif total > _WHOLE:
            yield BadValue(entry.word, "shares that make 100% at most together")
