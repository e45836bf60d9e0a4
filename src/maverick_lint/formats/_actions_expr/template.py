"""Texts that hold expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats._actions_expr.evaluate import evaluate
from maverick_lint.formats._actions_expr.parse import ExpressionError, parse
from maverick_lint.formats._actions_expr.values import UNKNOWN, Unknown, Value, text_of, truth

if TYPE_CHECKING:
    from collections.abc import Mapping

_END: Final = re.compile(r"'(?:[^']|'')*'|\}\}")


@record
class Part:
    """An expression in a text: characters `start` to `end` with its signs; `text` is what stands between them.

    `closed` is False when `}}` is missing; then it reaches to the end of the text.
    """

    start: int
    end: int
    text: str
    closed: bool = True

    @property
    def inner(self) -> int:
        """The offset of `text`."""
        return self.start + 3


def parts(text: str) -> tuple[Part, ...]:
    """Return the expressions of a text, in order."""
    found: list[Part] = []
    start = text.find("${{")
    while start >= 0:
        end = _end(text, start + 3)
        if end < 0:
            found.append(Part(start, len(text), text[start + 3 :], closed=False))
            break
        found.append(Part(start, end + 2, text[start + 3 : end]))
        start = text.find("${{", end + 2)
    return tuple(found)


def _end(text: str, position: int) -> int:
    for match in _END.finditer(text, position):
        if match.group() == "}}":
            return match.start()
    return -1


def value_of(part: Part, contexts: Mapping[str, Value]) -> Value:
    """Return the value of an expression in a text; UNKNOWN for one that cannot be parsed."""
    try:
        return evaluate(parse(part.text), contexts)
    except ExpressionError:
        return UNKNOWN


def constant_text(text: str, contexts: Mapping[str, Value]) -> str | None:
    """Return a text with its expressions replaced by their values; None when one is unknown."""
    out: list[str] = []
    position = 0
    for part in parts(text):
        value = value_of(part, contexts)
        if isinstance(value, Unknown):
            return None
        out.extend((text[position : part.start], text_of(value)))
        position = part.end
    return "".join((*out, text[position:]))


def truth_of(condition: str, contexts: Mapping[str, Value]) -> bool | None:
    """Say whether the text of an `if:` is true; None when that is unknown.

    Without `${{ }}` the whole text is the expression. With other text around it, the condition is a text that is not
    empty, which is always true.
    """
    found = parts(condition)
    if not found:
        try:
            return truth(evaluate(parse(condition), contexts)) if condition.strip() else None
        except ExpressionError:
            return None
    first = found[0]
    if len(found) == 1 and not condition[: first.start].strip() and not condition[first.end :].strip():
        return truth(value_of(first, contexts))
    return True
