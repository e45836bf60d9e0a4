"""Shapes: what may stand at a place of a settings file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import field
from maverick_lint.core.record import record as frozen
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@frozen
class Shape:
    """What may stand at a place.

    kind      "map" (known keys), "table" (any keys), "list", "text", "number", "integer", "boolean" or "any"
    name      what it is called in messages: "a scrape job"
    keys      of a map: the shape of each key
    required  of a map: the keys that must be there and not be null
    item      of a list or table: the shape of each entry
    lenient   of a map: the program passes over unknown keys, so only one that is misspelt is a fault
    test      of a scalar: says what is wrong with a text as the end of a sentence, None when nothing is
    """

    kind: str
    name: str = ""
    keys: Mapping[str, Shape] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    item: Shape | None = None
    test: Callable[[str], str | None] | None = None
    lenient: bool = False


ANY: Final = Shape("any")
TEXT: Final = Shape("text")
NUMBER: Final = Shape("number")
INTEGER: Final = Shape("integer")
BOOLEAN: Final = Shape("boolean")


def record(name: str, keys: Mapping[str, Shape], required: tuple[str, ...] = (), *, lenient: bool = False) -> Shape:
    """Return the shape of a mapping with these keys and no others; a lenient one may hold others."""
    return Shape("map", name, keys, required, lenient=lenient)


def list_of(item: Shape) -> Shape:
    """Return the shape of a list."""
    return Shape("list", item=item)


def mapping_of(item: Shape) -> Shape:
    """Return the shape of a mapping with any keys."""
    return Shape("table", item=item)


def checked(test: Callable[[str], str | None]) -> Shape:
    """Return the shape of a text that a function judges."""
    return Shape("text", test=test)


def one_of(*words: str) -> Shape:
    """Return the shape of a text that must be one of these words."""

    def test(text: str) -> str | None:
        if text in words:
            return None

        near = close_matches(text, words, 1, 0.7)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        return f"is none of {', '.join(words)}{hint}"

    return checked(test)


TEXTS: Final = list_of(TEXT)
