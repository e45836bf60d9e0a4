"""Values of a configuration that several files make together: a node, with the text in which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_DEEPEST: Final = 30


@record
class Value:
    """A value; `entries` are those of a mapping after merging, None for a list or a scalar."""

    node: Node
    source: Source
    entries: dict[str, Value] | None = None

    def get(self, key: str) -> Value | None:
        """Return the value under a key of a mapping, or None."""
        return None if self.entries is None else self.entries.get(key)

    def at(self, *keys: str) -> Value | None:
        """Follow keys from here; None where one leads nowhere."""
        value: Value | None = self
        for key in keys:
            value = None if value is None else value.get(key)
        return value

    @property
    def text(self) -> str | None:
        """The text of a scalar that is not null."""
        return self.node.text

    def items(self) -> list[Value]:
        """Return the items of a list, [] for other kinds."""
        return [value_of(child, self.source) for child in self.node.items()]

    def listed(self) -> list[Value]:
        """Return the items of a list; a value that is no list is its own only item."""
        return self.items() if self.node.is_list else [self]


def value_of(node: Node, source: Source) -> Value:
    """Return the value of a node; what many aliases share is made once."""
    return _value(node, source, {}, 0)


def _value(node: Node, source: Source, known: dict[int, dict[str, Value]], depth: int) -> Value:
    if not node.is_map or depth > _DEEPEST:
        return Value(node, source)
    identity = id(node if node.anchor is None else node.anchor)
    if identity not in known:
        known[identity] = {}
        known[identity].update(
            {key: _value(child, source, known, depth + 1) for key, child in node.pairs().items()},
        )
    return Value(node, source, known[identity])


def merged(below: Value, above: Value, depth: int = 0) -> Value:
    """Return two values as one: mappings are joined key by key, and all else is replaced by what is `above`."""
    if below.entries is None or above.entries is None or depth > _DEEPEST:
        return above
    entries = dict(below.entries)
    for key, value in above.entries.items():
        entries[key] = merged(entries[key], value, depth + 1) if key in entries else value
    return Value(above.node, above.source, entries)
