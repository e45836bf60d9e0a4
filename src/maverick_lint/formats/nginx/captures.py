"""What the groups of a regular expression can capture, read from the tree that Python makes of it."""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 1000
_NAMED: Final = re.compile(r"\(\?<(?=[A-Za-z_])")
_CLASSES: Final = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
    "CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S",
}  # fmt: skip


def parsed(regex: str) -> Any:  # noqa: ANN401 - the parser's own lists of pairs
    """Return the tree of an expression; None where Python cannot read it."""
    return read(regex)[0]


@lru_cache(maxsize=16384)
def read(regex: str) -> tuple[Any, str]:
    """Return the tree of an expression, or None and what Python has against it, "" where that is unknown."""
    if len(regex) > _LONGEST:
        return None, ""
    import re._parser as parser  # type: ignore[import-not-found]  # the only reader of expressions at hand

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's plans for its own syntax are no concern of nginx
            tree = parser.parse(_NAMED.sub("(?P<", regex.replace("\\z", "\\Z") if "\\z" in regex else regex))
    except re.error as error:
        return None, str(error.msg)
    except (RecursionError, OverflowError):
        return None, ""
    return tree, ""


def groups(regex: str) -> int | None:
    """Return how many groups an expression has; None where that cannot be told."""
    tree = parsed(regex)
    return None if tree is None else int(tree.state.groups) - 1


@lru_cache(maxsize=16384)
def group_can_hold(regex: str, group: str, character: str) -> bool:
    """Say whether what a group of an expression captures can hold a character; no where that cannot be told."""
    tree = parsed(regex)
    if tree is None:
        return False
    number = int(group) if group.isdigit() else tree.state.groupdict.get(group, -1)
    inner: Any = tree if number == 0 else group_of(tree, number)
    return inner is not None and can_hold(inner, character)


def group_of(tree: Any, number: int) -> Any:  # noqa: ANN401 - the parser's own lists
    """Return the tree of a group; None where there is no such group."""
    for operation, argument in tree:
        if str(operation) == "SUBPATTERN" and argument[0] == number:
            return argument[3]
        for part in parts_of(str(operation), argument):
            if (found := group_of(part, number)) is not None:
                return found
    return None


def parts_of(operation: str, argument: Any) -> list[Any]:  # noqa: ANN401 - as above
    """Return the trees inside an operation."""
    if operation == "SUBPATTERN":
        return [argument[3]]
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [argument[2]]
    if operation == "BRANCH":
        return list(argument[1])
    return [argument] if operation == "ATOMIC_GROUP" else []


def can_hold(tree: Any, character: str) -> bool:  # noqa: ANN401 - as above
    """Say whether some part of a tree matches a character."""
    code = ord(character)
    for operation, argument in tree:
        kind = str(operation)
        if (kind == "LITERAL" and argument == code) or (kind == "NOT_LITERAL" and argument != code):
            return True
        if kind == "ANY" and character != "\n":
            return True
        if kind == "IN" and _in_class(argument, character):
            return True
        if any(can_hold(part, character) for part in parts_of(kind, argument)):
            return True
    return False


def _in_class(items: Any, character: str) -> bool:  # noqa: ANN401 - as above
    code = ord(character)
    negated = inside = False
    for operation, argument in items:
        kind = str(operation)
        if kind == "NEGATE":
            negated = True
        elif kind == "LITERAL":
            inside = inside or argument == code
        elif kind == "RANGE":
            inside = inside or argument[0] <= code <= argument[1]
        elif kind == "CATEGORY":
            inside = inside or bool(re.match(_CLASSES.get(str(argument), r"(?!)"), character, re.ASCII))
    return inside != negated


def is_anchored(regex: str) -> bool | None:
    """Say whether each way through an expression meets an anchor at its edge; None where that cannot be told."""
    tree = parsed(regex)
    return None if tree is None else _anchored(tree)


def _anchored(tree: Any) -> bool:  # noqa: ANN401 - as above
    for operation, argument in tree:
        kind = str(operation)
        if kind == "AT" and str(argument) in ("AT_BEGINNING", "AT_BEGINNING_STRING", "AT_END", "AT_END_STRING"):
            return True
        if kind == "BRANCH" and all(_anchored(part) for part in argument[1]):
            return True
        if kind in ("SUBPATTERN", "ATOMIC_GROUP") and _anchored(parts_of(kind, argument)[0]):
            return True
        if kind == "ASSERT" and _anchored(argument[1]):
            return True
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] > 0 and _anchored(argument[2]):
            return True
    return False


def nested_groups(regex: str) -> frozenset[tuple[int, int]]:
    """Return the pairs of groups of which the first holds the second, by number."""
    tree = parsed(regex)
    return frozenset() if tree is None else frozenset(_nested(tree, ()))


def _nested(tree: Any, outer: tuple[int, ...]) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - as above
    for operation, argument in tree:
        kind = str(operation)
        inside = outer
        if kind == "SUBPATTERN" and argument[0] is not None:
            number = int(argument[0])
            yield from ((one, number) for one in outer)
            inside = (*outer, number)
        for part in parts_of(kind, argument):
            yield from _nested(part, inside)
