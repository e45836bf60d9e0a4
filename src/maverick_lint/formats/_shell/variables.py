"""The variables of a script that always have the same known value."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._shell.assigned import standing_alone
from maverick_lint.formats._shell.words import Value, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tree_sitter import Node

_STRAIGHT: Final = frozenset({
    "program", "compound_statement", "function_definition", "redirected_statement", "variable_assignments",
    "declaration_command", "negated_command", "ERROR",
})  # fmt: skip
_BRANCHING: Final = frozenset({
    "list", "pipeline", "subshell", "if_statement", "elif_clause", "else_clause", "for_statement", "while_statement",
    "c_style_for_statement", "do_group", "case_statement", "case_item",
})  # fmt: skip
_MOST_SETTINGS: Final = 20_000
_SETTERS: Final = frozenset({"read", "mapfile", "readarray", "getopts", "unset", "printf"})


@record
class _Set:
    """A variable is set at `start`: by a plain assignment of the node `value`, or in another way (None)."""

    name: str
    start: int
    value: Node | None


class Variables:
    """What is known of a script's variables: those set once and without condition, and those given from outside."""

    def __init__(self, text: str, root: Node, given: Mapping[str, Value]) -> None:
        """Take the script's text and tree, and the values that its environment gives."""
        self._given = given
        self._values: dict[str, tuple[int, Value | None]] = {}
        self._set: dict[str, int] = {}
        found = list(islice(_settings(root, text), _MOST_SETTINGS))
        self._refused = len(found) == _MOST_SETTINGS
        for one in found:
            self._set[one.name] = self._set.get(one.name, 0) + 1
        # In the order of the text, so that a value finds those that it is made of.
        for one in sorted(found, key=lambda setting: setting.start):
            if self._set[one.name] == 1:
                value = None if one.value is None else value_of(one.value, text, self.lookup)
                self._values[one.name] = (one.start, value)

    def lookup(self, name: str, at: int) -> Value | None:
        """Return the value of a variable used at an offset; None when it is unknown there."""
        if self._refused:
            return None
        if name in self._set:
            start, value = self._values.get(name, (at, None))
            return value if start < at else None
        return self._given.get(name)

    def names(self) -> frozenset[str]:
        """Return every variable that the script sets in some way that is seen."""
        return frozenset(self._set)

    def known(self) -> Mapping[str, Value]:
        """Return what is known when the script has run, for scripts inside it."""
        own = {name: value for name, (_, value) in self._values.items() if value is not None}
        return {**{name: value for name, value in self._given.items() if name not in self._set}, **own}


def _settings(root: Node, text: str) -> Iterator[_Set]:
    stack: list[tuple[Node, bool]] = [(root, True)]
    while stack:
        node, always = stack.pop()
        kind = node.type
        if kind == "variable_assignment":
            yield from _assignment(node, text, always=always)
        elif kind == "command":
            for child in standing_alone(node, text):
                yield from _assignment(child, text, always=always)
            yield from _set_by_command(node, text)
        elif kind in _STRAIGHT:
            stack.extend((child, always) for child in node.named_children)
        elif kind in _BRANCHING:
            if kind in ("for_statement", "c_style_for_statement"):
                variable = node.child_by_field_name("variable")
                if variable is not None:
                    yield _Set(text[variable.start_byte : variable.end_byte], node.start_byte, None)
            stack.extend((child, False) for child in node.named_children)


def _assignment(node: Node, text: str, *, always: bool) -> Iterator[_Set]:
    children = node.children
    if children and children[0].type == "variable_name":
        name = text[children[0].start_byte : children[0].end_byte]
        value = node.child_by_field_name("value")
        plain = always and value is not None and value.type != "array" and children[1].type == "="
        # The end of the assignment: its own value cannot read the variable that it sets.
        yield _Set(name, node.end_byte - 1, value if plain else None)


def _set_by_command(node: Node, text: str) -> Iterator[_Set]:
    name = node.child_by_field_name("name")
    if name is None:
        return
    word = text[name.start_byte : name.end_byte]
    if word not in _SETTERS:
        return
    for child in node.named_children:
        if child.type == "word":
            argument = text[child.start_byte : child.end_byte]
            if argument.isidentifier() and (word != "printf" or "-v" in text[node.start_byte : child.start_byte]):
                yield _Set(argument, child.start_byte, None)
