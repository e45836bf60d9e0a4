"""Whether a Compose file has the keys and the kinds of values that Compose accepts, each fault at its place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.compose.keys import MOVED, NAMES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.compose.tree import Value

_KINDS: Final = {
    "s": "a text",
    "t": "a duration with its unit, as in `30s`",
    "n": "a number or a text", "b": "true or false", "d": "a mapping or a list of texts",
}  # fmt: skip


def faults(root: Value) -> Iterator[ParseError]:
    """Yield what does not fit in a file; each stretch of text is judged once, however often it is pulled in."""
    judge = _Judge()
    yield from judge.table(root, "top")


@lru_cache(maxsize=256)
def alternatives(notation: str) -> tuple[str, ...]:
    """Split a notation at the bars that stand outside brackets."""
    found: list[str] = []
    depth = 0
    start = 0
    for index, character in enumerate(notation):
        depth += (character in "[{") - (character in "]}")
        if character == "|" and depth == 0:
            found.append(notation[start:index])
            start = index + 1
    return (*found, notation[start:])


class _Judge:
    def __init__(self) -> None:
        self.seen: set[tuple[int, str]] = set()

    def table(self, value: Value, name: str) -> Iterator[ParseError]:
        """Judge a mapping by a table."""
        known = TABLES[name]
        for key, entry in value.entries().items():
            notation = known.get(key)
            if notation is not None:
                yield from self.value(entry, notation, key)
            elif not key.startswith("x-") and (id(entry.node), name) not in self.seen:
                self.seen.add((id(entry.node), name))
                yield ParseError(entry.key_place.span, _unknown(key, name, known))

    def value(self, value: Value, notation: str, key: str) -> Iterator[ParseError]:
        """Judge a value by a notation; null is what Compose takes as absent."""
        identity = (id(value.node), notation)
        if notation == "*" or value.is_null or value.node.tag or identity in self.seen:
            if value.is_null and notation == "{service}":
                yield ParseError(
                    value.key_place.span, f"the service `{key}` holds nothing: give it an image or a build"
                )
            return
        self.seen.add(identity)
        for alternative in alternatives(notation):
            if _fits(value, alternative):
                yield from self.inside(value, alternative, key)
                return
        yield ParseError(value.place.span, f"`{key}` is {_what(value)}, but must be {_wanted(notation)}")

    def inside(self, value: Value, notation: str, key: str) -> Iterator[ParseError]:
        """Judge what a collection of the right kind holds."""
        if notation.startswith("{*"):
            for name, entry in value.entries().items():
                if not name.startswith("x-") or notation == "{*{service}}":
                    yield from self.value(entry, notation[2:-1], name)
        elif notation[0] == "{":
            yield from self.table(value, notation[1:-1])
        elif notation[0] == "[":
            for item in value.items():
                yield from self.value(item, notation[1:-1], key)
        elif notation == "d":
            yield from self.pairs(value, key)

    def pairs(self, value: Value, key: str) -> Iterator[ParseError]:
        """Judge `NAME=value` items, or the plain values of a mapping."""
        for item in value.items():
            if not item.is_scalar:
                message = f"an item of `{key}` is {_what(item)}; write it as NAME=value, or make `{key}` a mapping"
                yield ParseError(item.place.span, message)
        if key == "extra_hosts":
            return
        for name, entry in value.entries().items():
            if not entry.is_scalar and not entry.node.tag:
                yield ParseError(entry.place.span, f"`{name}` of `{key}` is {_what(entry)}, but must be a plain value")


def _fits(value: Value, notation: str) -> bool:
    if notation[0] == "{":
        return value.is_map
    if notation[0] == "[":
        return value.is_list
    if notation == "d" or not value.is_scalar:
        return notation == "d" and not value.is_scalar
    if "$" in value.node.raw or "{{" in value.node.raw:
        return True
    scalar = value.node.value
    return isinstance(scalar, str) or (notation == "b" if isinstance(scalar, bool) else notation == "n")


def _what(value: Value) -> str:
    if value.is_map:
        return "a mapping"
    if value.is_list:
        return "a list"
    scalar = value.node.value
    if isinstance(scalar, bool):
        return f"the boolean {value.node.raw}"
    return f"the number {value.node.raw}" if not isinstance(scalar, str) else "a text"


def _wanted(notation: str) -> str:
    parts = []
    for alternative in alternatives(notation):
        if alternative[0] == "[":
            parts.append("a list")
        elif alternative[0] == "{":
            parts.append("a mapping")
        else:
            parts.append(
                _KINDS[alternative] + (" (put it in quotes)" if alternative == "s" and notation == "s" else "")
            )
    return " or ".join(dict.fromkeys(parts))


def _unknown(key: str, name: str, known: dict[str, str]) -> str:
    what = NAMES.get(name, f"`{name}`")
    message = f"`{key}` is no key of {what}"

    close = close_matches(key, known, 1, 0.7)
    if close:
        return f"{message}; did you mean `{close[0]}`?"
    if name == "service" and key in MOVED:
        return f"{message}; it belongs under `{MOVED[key]}`"
    if name == "top" and key in TABLES["service"]:
        return f"{message}; it belongs into a service"
    if name == "service" and key in TABLES["top"]:
        return f"{message}; it stands at the top level of the file"
    return message
