"""Texts of the map, cut to the room there is."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from maverick_lint.report.text import printable
from maverick_lint.stack.map.model import KINDS

if TYPE_CHECKING:
    from maverick_lint.report.map.drawing import Card, Edge

LONGEST_NAME: Final = 34
LONGEST_DETAIL: Final = 40
LONGEST_LABEL: Final = 30
MOST_LABELS: Final = 3
_LONG: Final = 300
# `${1:?usage: deploy.sh IMAGE}` is `$1` to a reader of a map
_DEFAULT: Final = re.compile(r"\$\{(\w+):?[?+=-][^{}]*\}")


def plain(text: str, longest: int = _LONG) -> str:
    """Return a text on one line, with what variables fall back to left out, cut in its middle where it is too long."""
    whole = printable(_DEFAULT.sub(r"$\1", text[: 20 * _LONG]).replace("\n", " "))
    if cells(whole) <= longest:
        return whole
    half = (longest - 1) // 2
    head, tail = whole[: longest - half - 1], whole[-half:]
    while cells(head) + 1 + cells(tail) > longest:
        head, tail = head[: len(head) - 1], tail[1:]
    return f"{head}…{tail}"


def cells(text: str) -> int:
    """Return how many columns of a fixed-width font a text takes: wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def title(card: Card, longest: int = _LONG) -> str:
    """Return what a node is: `service app`."""
    name = plain(card.node.name, longest)
    return name if name == KINDS[card.node.kind] else f"{KINDS[card.node.kind]} {name}"


def second_line(card: Card) -> str:
    """Return the line below a node's name: its kind, and what else is known."""
    detail = "" if card.node.detail == card.node.name else card.node.detail
    return plain(f"{KINDS[card.node.kind]} · {detail}" if detail else KINDS[card.node.kind], LONGEST_DETAIL)


def labels(edge: Edge, longest: int = LONGEST_LABEL) -> list[str]:
    """Return the words on a line: each once, the broken ones first, at most a few."""
    said = sorted(edge.said, key=lambda one: not one.findings)
    texts = list(dict.fromkeys(plain(one.label, longest) for one in said))
    if len(texts) > MOST_LABELS:
        texts = [*texts[: MOST_LABELS - 1], f"and {len(texts) - MOST_LABELS + 1} more"]
    return texts


def count(number: int, noun: str) -> str:
    """Return `1 joint`, `3 joints`."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
