"""Expressions that take exponential time on some paths: a repetition within a repetition, with nothing between them.

PCRE gives up at its match limit, which nginx answers with 500; until then the worker stands still.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from maverick_lint.formats.nginx.captures import can_hold, parsed, parts_of

_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT")
_UNBOUNDED: Final = 1000
_MANY: Final = 10
_SAMPLES: Final = "aZ0_-./ %?"


@lru_cache(maxsize=1024)
def backtracks(regex: str) -> bool:
    """Say whether an expression can take exponential time."""
    tree = parsed(regex)
    return tree is not None and _any(tree, follows=False)


def unbounded(regex: str) -> int:
    """Return how many repetitions without a bound an expression has; each one multiplies the time."""
    tree = parsed(regex)
    return 0 if tree is None else _count(tree)


def _count(tree: Any) -> int:  # noqa: ANN401 - the parser's own lists
    found = 0
    for operation, argument in tree:
        found += str(operation) in _REPEATS and int(argument[1]) > _UNBOUNDED
        found += sum(_count(part) for part in parts_of(str(operation), argument))
    return found


def _any(tree: Any, *, follows: bool) -> bool:  # noqa: ANN401 - as above
    for number, (operation, argument) in enumerate(tree):
        kind = str(operation)
        rest = follows or number + 1 < len(tree)
        if kind in _REPEATS and int(argument[1]) > _MANY and _ambiguous(argument[2]) and rest:
            return True
        if any(_any(part, follows=rest) for part in parts_of(kind, argument)):
            return True
    return False


def _ambiguous(body: Any) -> bool:  # noqa: ANN401 - as above
    """Say whether one text can be cut into turns of a repetition in several ways."""
    items = _flat(body)
    for number, (operation, argument) in enumerate(items):
        kind = str(operation)
        if kind in _REPEATS and int(argument[1]) > _MANY:
            others = items[:number] + items[number + 1 :]
            if not any(_fences(other, argument[2]) for other in others):
                return True
        if kind == "BRANCH" and len(items) == 1 and _overlap(argument[1]):
            return True
    return False


def _flat(body: Any) -> list[Any]:  # noqa: ANN401 - as above
    items: list[Any] = []
    for operation, argument in body:
        if str(operation) == "SUBPATTERN":
            items += _flat(argument[3])
        elif str(operation) != "AT":
            items.append((operation, argument))
    return items


def _fences(item: Any, repeated: Any) -> bool:  # noqa: ANN401 - as above
    """Say whether an item must match, and matches nothing of what is repeated."""
    operation, argument = item
    if str(operation) in _REPEATS:
        return int(argument[0]) > 0 and not _share(argument[2], repeated)
    return not _share([item], repeated)


def _share(one: Any, other: Any) -> bool:  # noqa: ANN401 - as above
    literals = "".join(chr(argument) for operation, argument in (*one, *other) if str(operation) == "LITERAL")
    return any(can_hold(one, sign) and can_hold(other, sign) for sign in _SAMPLES + literals)


def _overlap(branches: Any) -> bool:  # noqa: ANN401 - as above
    parts = list(branches)[:20]
    return any(
        len(one) and len(other) and _share(one[:1], other[:1]) and (len(one) == 1 or len(other) == 1)
        for number, one in enumerate(parts)
        for other in parts[number + 1 :]
    )
