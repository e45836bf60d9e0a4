"""Records as JSON and back: facts and findings of one machine for another one.

A record is written as [number of its class, values...], where the classes are listed once with the names of their
fields; a tuple as [null, values...]; a mapping, a set and a date as objects with one key. Pickle would do the same in
less, and run whatever stands in a file that somebody else may have written.
"""

from __future__ import annotations

import datetime
import importlib
from typing import Any, Final

from maverick_lint.core.record import field_names
from maverick_lint.core.span import Place, Position, Span

_PACKAGE: Final = "maverick_lint."
# Where the classes of facts and findings live; no other is made from a file.
_HOMES: Final = ("core.facts.", "core.finding", "core.fix", "core.span", "engine.suppress")
_PLAIN: Final = (str, int, float, bool, type(None))
_SPANS: Final = {Span: ("start", "end"), Place: ("path", "span"), Position: ("line", "column")}


class EncodingError(ValueError):
    """A text that does not hold what `Encoder` wrote."""


class Encoder:
    """Encodes values; `classes` lists those that were met, as (module, name, fields...)."""

    def __init__(self) -> None:
        """Begin with no class."""
        self.classes: list[list[str]] = []
        self._numbers: dict[type, int] = {}
        self._fields: dict[type, tuple[str, ...]] = {}

    def encode(self, value: object) -> Any:  # noqa: ANN401 - JSON
        """Return a value as JSON has it; raises TypeError for one that is no record, collection or plain value."""
        if isinstance(value, _PLAIN):
            return value
        kind = type(value)
        if kind in self._numbers or field_names(value) or kind in _SPANS:
            number = self._numbers[kind] if kind in self._numbers else self._number(kind, value)
            return [number, *(self.encode(getattr(value, name)) for name in self._fields[kind])]
        if isinstance(value, tuple | list):
            return [None, *map(self.encode, value)]
        if isinstance(value, frozenset | set):
            return {"set": [self.encode(item) for item in sorted(value)]}
        if isinstance(value, datetime.date):
            return {"date": value.isoformat()}
        if isinstance(value, dict):
            return {"map": [[self.encode(key), self.encode(item)] for key, item in value.items()]}
        message = f"{kind.__qualname__} cannot be written"
        raise TypeError(message)

    def _number(self, kind: type, value: object) -> int:
        names = _SPANS.get(kind) or field_names(value)
        self._numbers[kind] = len(self.classes)
        self._fields[kind] = names
        self.classes.append([kind.__module__.removeprefix(_PACKAGE), kind.__qualname__, *names])
        return self._numbers[kind]


class Decoder:
    """Decodes what an encoder with the same classes has written."""

    def __init__(self, classes: Any) -> None:  # noqa: ANN401 - JSON
        """Take the classes as written; raises EncodingError for those that this version does not have."""
        if not isinstance(classes, list) or not all(isinstance(one, list) and len(one) > 1 for one in classes):
            message = "its classes are not listed"
            raise EncodingError(message)
        self._classes = [_class(one[0], one[1], one[2:]) for one in classes]

    def decode(self, value: Any) -> Any:  # noqa: ANN401 - JSON, and any record
        """Return the value; raises EncodingError for what no encoder writes."""
        if isinstance(value, list) and value:
            first = value[0]
            if first is None:
                return tuple(map(self.decode, value[1:]))
            if type(first) is int and 0 <= first < len(self._classes):
                return self._made(first, value[1:])
        elif isinstance(value, dict) and len(value) == 1:
            return self._collection(value)
        elif isinstance(value, _PLAIN):
            return value
        message = "it holds a value of no known shape"
        raise EncodingError(message)

    def _made(self, number: int, values: list[Any]) -> object:
        kind, count = self._classes[number]
        if len(values) != count:
            message = f"a {kind.__qualname__} has {count} values, not {len(values)}"
            raise EncodingError(message)
        return kind(*map(self.decode, values))

    def _collection(self, value: dict[str, Any]) -> object:
        name, content = next(iter(value.items()))
        if name == "date" and isinstance(content, str):
            return datetime.date.fromisoformat(content)
        if name == "set" and isinstance(content, list):
            return frozenset(map(self.decode, content))
        if name == "map" and isinstance(content, list):
            return {self.decode(key): self.decode(item) for key, item in content}
        message = f"it holds a collection `{name}`"
        raise EncodingError(message)


def _class(module: str, name: str, fields: list[str]) -> tuple[type, int]:
    """Return a class by its home and name, with the number of its fields."""
    found: Any = None
    if isinstance(module, str) and module.startswith(_HOMES) and all(map(str.isidentifier, module.split("."))):
        try:
            found = getattr(importlib.import_module(_PACKAGE + module), str(name), None)
        except ImportError:
            found = None
    names = _SPANS.get(found) or tuple(getattr(found, "__record_fields__", ()))
    if not isinstance(found, type) or list(names) != fields:
        message = f"{module}.{name} is no class of this version"
        raise EncodingError(message)
    return found, len(names)
