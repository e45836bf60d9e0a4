"""The parts of an expression; offsets count in the text that was parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

Constant = str | float | bool | None


@record
class Literal:
    """A null, a boolean, a number or a text."""

    value: Constant
    start: int
    end: int


@record
class Name:
    """A context: `github`, `inputs`."""

    name: str
    start: int
    end: int


@record
class Member:
    """A property: `of.name` or `of['name']`; `key` is None for `.*` and `[*]`, or the expression in the brackets."""

    of: Expression
    key: Expression | None
    start: int
    end: int


@record
class Call:
    """A function with its arguments."""

    name: str
    arguments: tuple[Expression, ...]
    start: int
    end: int


@record
class Not:
    """`!operand`."""

    operand: Expression
    start: int
    end: int


@record
class Binary:
    """`left operator right`."""

    operator: str
    left: Expression
    right: Expression
    start: int
    end: int


Expression = Literal | Name | Member | Call | Not | Binary


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and all of its parts."""
    stack: list[Expression] = [expression]
    while stack:
        part = stack.pop()
        yield part
        if isinstance(part, Member):
            stack.extend(child for child in (part.key, part.of) if child is not None)
        elif isinstance(part, Call):
            stack.extend(reversed(part.arguments))
        elif isinstance(part, Not):
            stack.append(part.operand)
        elif isinstance(part, Binary):
            stack.extend((part.right, part.left))


def path_of(expression: Expression) -> tuple[str, ...] | None:
    """Return `("github", "event", "issue", "title")` for such a chain in lower case, `*` for a star or an index.

    Return None for anything else, a computed key in the chain too.
    """
    steps: list[str] = []
    part = expression
    while isinstance(part, Member):
        if part.key is None:
            steps.append("*")
        elif isinstance(part.key, Literal) and isinstance(part.key.value, str):
            steps.append(part.key.value.lower())
        elif isinstance(part.key, Literal):
            steps.append("*")
        else:
            return None
        part = part.of
    if not isinstance(part, Name):
        return None
    return (part.name.lower(), *reversed(steps))
