"""The value of a word: quotes removed, known variables put in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from tree_sitter import Node

_LONGEST: Final = 10_000
_DEEPEST: Final = 30
_ESCAPED: Final = re.compile(r"\\(\n|.)", re.DOTALL)
_ESCAPED_IN_QUOTES: Final = re.compile(r"\\([$`\"\\\n])")
_ANSI: Final = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}
_SUBSTITUTIONS: Final = frozenset({"command_substitution", "process_substitution", "arithmetic_expansion", "array"})
_CARRIED: Final = frozenset({"", ":?", "?", ":-", "-", ":=", "="})


class Value(NamedTuple):
    """A value: `text` is None when a part of it is unknown, `expanded` then holds that part as written."""

    text: str | None
    expanded: str


class Lookup(Protocol):
    """Says what is known of a variable at an offset of the script."""

    def __call__(self, name: str, at: int) -> Value | None:
        """Return the value of a variable; None when nothing is known of it."""


def value_of(node: Node, text: str, lookup: Lookup, depth: int = 0) -> Value:
    """Return the value of a word's node in the script `text`."""
    kind = node.type
    raw = text[node.start_byte : node.end_byte]
    if "${{" in raw and kind not in {"concatenation", "string"}:
        return Value(None, _unquoted(kind, raw))
    if kind in ("simple_expansion", "expansion"):
        return _expansion(node, raw, text, lookup, depth)
    if kind in {"string", "concatenation"}:
        return Value(None, raw) if depth > _DEEPEST else _joined(node, text, lookup, depth)
    if kind in _SUBSTITUTIONS:
        return Value(None, raw)
    if kind == "command_name" and node.child_count:
        return value_of(node.children[0], text, lookup, depth)
    plain = _unquoted(kind, raw)
    return Value(plain, plain)


def _unquoted(kind: str, raw: str) -> str:
    if kind == "raw_string":
        return raw[1:-1]
    if kind == "ansi_c_string":
        return _ESCAPED.sub(lambda match: _ANSI.get(match[1], match[1]), raw[2:-1])
    return raw if "\\" not in raw else _ESCAPED.sub(_without_break, raw)


def _without_break(match: re.Match[str]) -> str:
    return "" if match[1] == "\n" else match[1]


def _joined(node: Node, text: str, lookup: Lookup, depth: int) -> Value:
    """Join the parts of a string or concatenation; what the tree leaves out between them is text."""
    quoted = node.type == "string"
    position, end = (node.start_byte + 1, node.end_byte - 1) if quoted else (node.start_byte, node.end_byte)
    known = True
    found: list[str] = []
    for child in node.children:
        kind = child.type
        if kind in ('"', "string_content"):
            continue
        start = child.start_byte
        if quoted and not child.is_named:
            continue
        # The sign of an expansion may come with blanks before it: they belong to the string.
        while start < child.end_byte and text[start] in " \t\n" and quoted:
            start += 1
        literal = _literal(text[position:start], quoted=quoted)
        known = known and literal.text is not None
        part = value_of(child, text, lookup, depth + 1)
        known = known and part.text is not None
        expanded = part.expanded.lstrip(" \t\n") if start > child.start_byte and part.text is None else part.expanded
        found += [literal.expanded, expanded]
        position = child.end_byte
    literal = _literal(text[position:end], quoted=quoted)
    found.append(literal.expanded)
    whole = "".join(found)
    if len(whole) > _LONGEST:
        return Value(None, text[node.start_byte : node.end_byte][:_LONGEST])
    return Value(whole if known and literal.text is not None else None, whole)


def _literal(raw: str, *, quoted: bool) -> Value:
    if "\\" in raw:
        raw = (_ESCAPED_IN_QUOTES if quoted else _ESCAPED).sub(_without_break, raw)
    return Value(None if "${{" in raw else raw, raw)


def _expansion(node: Node, raw: str, text: str, lookup: Lookup, depth: int) -> Value:
    """Return the value of `$NAME`, `${NAME}`, `${NAME:-default}`; other operators leave it unknown."""
    name, operator = parameter(node, text)
    if not name or operator not in _CARRIED:
        return Value(None, raw)
    value = lookup(name, node.start_byte)
    if value is None:
        return Value(None, raw)
    if value.text == "" and operator in (":-", ":="):
        default = node.named_children[-1] if node.named_child_count > 1 else None
        return Value("", "") if default is None else value_of(default, text, lookup, depth + 1)
    return value


def parameter(node: Node, text: str) -> tuple[str, str]:
    """Return the name and the operator of an expansion's node: `${A:-b}` gives "A" and ":-".

    The name is "" for what is no plain variable (an array's element, `${!name}`, `${#name}`).
    """
    name = operator = ""
    for child in node.children:
        if child.type in ("variable_name", "special_variable_name"):
            name = name or text[child.start_byte : child.end_byte]
        elif child.type == "subscript":
            return "", ""
        elif not child.is_named and child.type.strip() not in ("$", "${", "}"):
            if not name:
                return "", child.type
            operator = operator or child.type
    return name, operator


def names_parameter(node: Node) -> bool:
    """Say whether a word is an expansion without quotes, which the shell splits at blanks."""
    return node.type in ("simple_expansion", "expansion")
