"""Assignments that stand in a line of their own and that the tree takes for a part of the command in the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tree_sitter import Node

_ENCLOSING: Final = frozenset({"redirected_statement", "list", "pipeline"})


def standing_alone(node: Node, text: str) -> tuple[Node, ...]:
    """Return the assignments before a command that the end of a line separates from it; () where there are none.

    tree-sitter-bash 0.25 reads `A=1 B=2` and the command of the next line as one; a single assignment it reads well.
    A statement that begins with such a command is looked into.
    """
    while node.type in _ENCLOSING and (inner := node.named_child(0)) is not None:
        node = inner
    first = node.child(0) if node.type == "command" else None  # asked of every command: no list of its children
    if first is None or first.type != "variable_assignment":
        return ()
    name = node.child_by_field_name("name")
    if name is None:
        return ()
    found = [
        child for child in node.children if child.type == "variable_assignment" and child.end_byte <= name.start_byte
    ]
    between = text[found[-1].end_byte : name.start_byte]
    return tuple(found) if "\n" in between.replace("\\\n", "") else ()
