"""Every fault of a tree against a shape."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Span
    from maverick_lint.formats._shape.shape import Shape

_NODES: Final = {"map": "a mapping", "table": "a mapping", "list": "a list"}
_SCALARS: Final = {"text": "a text", "number": "a number", "integer": "a whole number", "boolean": "true or false"}
# go-yaml takes these words of YAML 1.1 where the program wants a boolean.
_BOOLEANS: Final = frozenset({"yes", "no", "on", "off", "y", "n"})
_LIMIT: Final = 200
# Aliases may make a small file a tree without end.
_VISITS: Final = 100_000
# Looking for the nearest key costs as much as some fifty visits, and is of use for short keys only.
_COMPARISON: Final = 50
_KEY: Final = 60
_REMEMBERED: Final = 4_000
# With the shape beside the answer, whose id stays its own so.
_compared: dict[tuple[str, int], tuple[Shape, list[str]]] = {}


def faults(node: Node, shape: Shape) -> Iterator[ParseError]:
    """Yield what is wrong with a tree, the first 200 faults; a value that a template would fill in is let alone.

    Null stands for the default everywhere but at a required key, as go-yaml has it.
    """
    yield from islice(_faults(node, shape, "", [_VISITS]), _LIMIT)


def is_open(text: str) -> bool:
    """Say whether a text holds something to be filled in before the program reads it."""
    return "${" in text or "{{" in text or "<no value>" in text


def _faults(node: Node, shape: Shape, key: str, budget: list[int]) -> Iterator[ParseError]:
    budget[0] -= 1
    if budget[0] < 0 or shape.kind == "any" or (node.is_scalar and node.value is None):
        return
    if shape.kind in _NODES:
        if (shape.kind == "list") != node.is_list or (shape.kind != "list") != node.is_map:
            if not (node.is_scalar and is_open(node.raw)):
                yield ParseError(
                    _head(node), f"{_subject(key, shape)} must be {_NODES[shape.kind]}, and this is {_what(node)}"
                )
            return
        if shape.kind == "map":
            yield from _map(node, shape, key, budget)
        elif shape.item is not None:
            if shape.kind == "list":
                for child in node.items():
                    yield from _faults(child, shape.item, key, budget)
            else:
                for name, child in node.pairs().items():
                    yield from _faults(child, shape.item, name, budget)
        return
    yield from _scalar(node, shape, key)


def _map(node: Node, shape: Shape, key: str, budget: list[int]) -> Iterator[ParseError]:
    pairs = node.pairs()
    for required in shape.required:
        child = pairs.get(required)
        if child is None or (child.is_scalar and child.value is None):
            span = _head(node) if child is None else child.key_span()
            fault = "is missing" if child is None else "has no value"
            yield ParseError(span, f"the key `{required}` of {_named(shape, key)} {fault}")
    for name, child in pairs.items():
        inner = shape.keys.get(name)
        if inner is not None:
            yield from _faults(child, inner, name, budget)
        elif not is_open(name):
            budget[0] -= _COMPARISON
            near = _nearest(name, shape) if len(name) < _KEY else []
            if shape.lenient and (not near or near[0] in pairs):
                continue
            hint = f"; did you mean `{near[0]}`?" if near else ""
            yield ParseError(child.key_span(), f"unknown key `{name}` in {_named(shape, key)}{hint}")


def _nearest(name: str, shape: Shape) -> list[str]:
    """Return the key of a shape that is most like a name, [] for none; the keys of a program come again and again."""
    known = _compared.get((name, id(shape)))
    if known is None:
        if len(_compared) >= _REMEMBERED:
            _compared.clear()
        near = close_matches(name, shape.keys, 1, 0.85 if shape.lenient else 0.7)
        known = _compared[name, id(shape)] = (shape, near)
    return known[1]


def _scalar(node: Node, shape: Shape, key: str) -> Iterator[ParseError]:
    subject = _subject(key, shape)
    if not node.is_scalar:
        yield ParseError(_head(node), f"{subject} must be {_SCALARS[shape.kind]}, and this is {_what(node)}")
        return
    text = node.raw
    if is_open(text):
        return
    value = node.value
    fits = {
        "text": True,
        "boolean": isinstance(value, bool) or (node.style == "plain" and text.lower() in _BOOLEANS),
        "integer": isinstance(value, int) and not isinstance(value, bool),
        "number": isinstance(value, (int, float)) and not isinstance(value, bool),
    }[shape.kind]
    if not fits:
        yield ParseError(node.span, f"{subject} must be {_SCALARS[shape.kind]}, and this is `{_short(text)}`")
    elif shape.test is not None and (problem := shape.test(text)) is not None:
        yield ParseError(node.span, f"{subject}: `{_short(text)}` {problem}")


def _head(node: Node) -> Span:
    """Return the span of a node that shows best where it stands: its key, else its first key, else itself."""
    if node.key is not None:
        return node.key.span
    first = node.children[0][0] if node.children else None
    return node.span if first is None else first.span


def _subject(key: str, shape: Shape) -> str:
    return f"`{key}`" if key else shape.name or "the file"


def _named(shape: Shape, key: str) -> str:
    return shape.name or (f"`{key}`" if key else "the file")


def _what(node: Node) -> str:
    if node.is_map:
        return "a mapping"
    return "a list" if node.is_list else f"`{_short(node.raw)}`"


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 60 else shown[:57] + "..."  # noqa: PLR2004 - what fits into a message
