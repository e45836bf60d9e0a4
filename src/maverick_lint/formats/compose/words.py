"""Commands of services: as words, and as names with values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record
from maverick_lint.formats.compose.interpolate import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Place, Span
    from maverick_lint.formats.compose.tree import Value


@record
class Words:
    """A command: the value that holds it and its words, None for each unknown one."""

    at: Value
    texts: tuple[str | None, ...]


def read_words(value: Value | None) -> Words | None:
    """Return the words of a command, written as text or as a list; None when there is none."""
    if value is None or value.is_map:
        return None
    if value.is_list:
        return Words(value, tuple(item.known for item in value.items()))
    import shlex

    masked = "" if value.text is None else value.text.masked
    try:
        words = shlex.split(masked)
    except ValueError:
        words = masked.split()
    return Words(value, tuple(None if UNKNOWN in word else word for word in words))


@record
class Pair:
    """`NAME=value` of a list, or `NAME: value` of a mapping.

    text   the value, None when it is unknown or left to the environment
    given  a value is written at all
    start  where the value begins in the text of `at` (0 in a mapping)
    """

    name: str
    text: str | None
    at: Value
    given: bool = True
    start: int = 0

    @property
    def listed(self) -> bool:
        """Whether it stands in a list, as one text with its name."""
        return self.at.key is None


def read_pairs(value: Value | None) -> Iterator[Pair]:
    """Yield the pairs of `environment`, `labels`, `args` and their like, in list or mapping form, or both merged."""
    if value is None:
        return
    for item in value.entries().values() if value.is_map else value.items():
        if not item.is_scalar:
            continue
        if item.key is not None:
            yield Pair(item.key.raw, item.known, item, given=not item.is_null)
            continue
        name, sign, _ = item.node.raw.partition("=")
        masked = "" if item.text is None else item.text.masked
        if UNKNOWN in masked.partition("=")[0] or not name:
            continue
        text = masked.partition("=")[2]
        yield Pair(
            name, None if UNKNOWN in text or not sign else text, item, given=bool(sign), start=len(name) + len(sign)
        )


def value_at(pair: Pair) -> Node | Place | Span:
    """Return where the value of a pair stands, for a finding."""
    if not pair.listed:
        return pair.at.at
    return pair.at.part(pair.start, len(pair.at.node.raw))
