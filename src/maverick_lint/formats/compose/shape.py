"""Whether a Compose file has the keys and the kinds of values that Compose accepts, each fault at its place.

Of several forms that a value may have, the one of its own kind is taken, so that the fault named is the one inside it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats.compose import shape_words as words
from maverick_lint.formats.compose.inner_keys import FREE
from maverick_lint.formats.compose.keys import REQUIRED, TABLES, TOLD_ELSEWHERE, alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Scalar
    from maverick_lint.core.span import Span
    from maverick_lint.formats.compose.tree import Value

# The first characters of plain scalars that may be no texts.
_TYPED: Final = frozenset("0123456789+-.~tTfFnNyYoO")
_NAMES: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")
# For how many unknown keys of a file a similar one is looked for: more are no slips of the hand.
_HINTS: Final = 100
# How many entries of a section are judged, as many as services are (see parse.py).
_MOST: Final = 1_000
_MERGES: Final = ("!reset", "!override")


def faults(root: Value, *, whole: bool = True) -> Iterator[ParseError]:
    """Yield what does not fit in a file; each stretch of text is judged once, however often it is pulled in.

    `whole` is False for a file that is put on another one: what holds nothing there leaves the other's value.
    """
    yield from _Judge(whole=whole).table(root, "top", "")


class _Judge:
    def __init__(self, *, whole: bool) -> None:
        self.seen: set[tuple[int, str]] = set()
        self.whole = whole
        self.unknown = 0

    def table(self, value: Value, name: str, key: str) -> Iterator[ParseError]:
        """Judge a mapping by a table."""
        known = TABLES[name]
        entries = value.entries()
        for entry_key, entry in entries.items():
            notation = known.get(entry_key)
            if notation is not None:
                yield from self.value(entry, notation, entry_key)
            elif not entry_key.startswith("x-") and self._first(entry, name):
                self.unknown += 1
                near = self.unknown <= _HINTS
                yield ParseError(entry.key_place.span, words.unknown(entry_key, name, known, near=near))
        required = REQUIRED.get(name)
        if required is not None and name not in TOLD_ELSEWHERE:
            for wanted in required:
                if wanted not in entries and value.node.tag not in _MERGES and self._first(value, f"{name}.{wanted}"):
                    yield ParseError(_head(value), words.missing(wanted, name, key))

    def value(self, value: Value, notation: str, key: str) -> Iterator[ParseError]:
        """Judge a value by a notation."""
        identity = (id(value.node), notation)
        if notation == "*" or value.node.tag or identity in self.seen:
            return
        self.seen.add(identity)
        if value.is_null:
            if notation[0] != "?" and (self.whole or notation == "{service}"):
                yield ParseError(value.key_place.span, words.empty(value, key, notation))
            return
        forms = alternatives(notation.removeprefix("?"))
        for form in forms:
            if _fits(value, form):
                yield from self.inside(value, form, key)
                return
        yield ParseError(value.place.span, words.wrong(value, forms, key))

    def inside(self, value: Value, notation: str, key: str) -> Iterator[ParseError]:
        """Judge what a collection of the right kind holds."""
        first = notation[0]
        if first == "{":
            name = notation[1:-1]
            if first + name[0] == "{*":
                yield from self.names(value, name[1:], key)
            elif name in FREE:
                yield from self.free(value, FREE[name])
            else:
                yield from self.table(value, name, key)
        elif first == "[":
            for item in value.items():
                yield from self.value(item, notation[1:-1], key)
        elif first in "do":
            yield from self.pairs(value, notation, key)

    def names(self, value: Value, notation: str, key: str) -> Iterator[ParseError]:
        """Judge a mapping of names to values."""
        for name, entry in islice(value.entries().items(), _MOST):
            if not _NAMES.issuperset(name) and name and "$" not in name and self._first(entry, "name"):
                yield ParseError(entry.key_place.span, words.bad_name(name, key))
            yield from self.key(entry, key)
            yield from self.value(entry, notation, name)

    def free(self, value: Value, notation: str) -> Iterator[ParseError]:
        """Judge a mapping whose keys are the user's own."""
        for name, entry in value.entries().items():
            yield from self.value(entry, notation, name)

    def pairs(self, value: Value, notation: str, key: str) -> Iterator[ParseError]:
        """Judge `NAME=value` items, or the plain values of a mapping."""
        for item in value.items():
            if not item.is_scalar and self._first(item, "pair"):
                yield ParseError(item.place.span, words.no_pair(item, key))
            elif not _fits(item, "s") and self._first(item, "pair"):
                yield ParseError(item.place.span, words.wrong(item, ("s",), key))
        for name, entry in value.entries().items():
            yield from self.key(entry, key)
            if entry.node.tag:
                continue
            boolean = notation == "o" and isinstance(entry.node.value, bool)
            if (not entry.is_scalar or boolean) and self._first(entry, "pair"):
                yield ParseError(entry.place.span, words.no_plain_value(entry, name, key))

    def key(self, entry: Value, key: str) -> Iterator[ParseError]:
        """Judge a name that is the user's own: it must be a text."""
        node = entry.key
        if node is None or node.raw[:1] not in _TYPED or node.value is None or isinstance(node.value, str):
            return
        if self._first(entry, "key"):
            yield ParseError(entry.key_place.span, words.no_text(node, key))

    def _first(self, value: Value, what: str) -> bool:
        identity = (id(value.node), what)
        if identity in self.seen:
            return False
        self.seen.add(identity)
        return True


def _head(value: Value) -> Span:
    """Return the span that shows best where a mapping stands: its key, or its first key."""
    if value.key is not None:
        return value.key_place.span
    first = next(iter(value.entries().values()), None)
    return value.place.span if first is None else first.key_place.span


def _fits(value: Value, notation: str) -> bool:
    first = notation[0]
    if first == "d":
        return not value.is_scalar
    if first in "{o":
        return value.is_map
    if first == "[":
        return value.is_list
    return value.is_scalar and ("$" in value.node.raw or "{{" in value.node.raw or _is(value.node.value, notation))


def _is(scalar: Scalar, notation: str) -> bool:
    first = notation[0]
    if isinstance(scalar, str):
        return first in "sntbi" or (first == "=" and scalar in notation[1:].split(","))
    if isinstance(scalar, bool):
        return first in "bB"
    return first in "nN" or (first in "iI" and (isinstance(scalar, int) or float(scalar or 0).is_integer()))
