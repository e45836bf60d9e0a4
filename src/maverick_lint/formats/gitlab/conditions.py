"""The `if:` of rules, evaluated in three values.

Source: docs.gitlab.com/ci/jobs/job_rules/, section on CI/CD variable expressions (2026-11-24).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN: Final = re.compile(
    r"""\s*(?:
        (?P<variable>\$(?:\{\w+\}|\w+))
      | (?P<text>"[^"]*"|'[^']*')
      | (?P<pattern>/(?:[^/\\\n]|\\.)+/[ismxu]*)
      | (?P<word>null\b|\w+)
      | (?P<sign>&&|\|\||==|!=|=~|!~|[()])
    )""",
    re.VERBOSE,
)
_DEEPEST: Final = 30
# A group that is repeated and holds a repetition may take for ever; such a pattern is left undecided.
_RISKY: Final = re.compile(r"[*+}]\)[*+{]|\([^)]*[*+][^)]*\)[*+{]")
_LONGEST: Final = 500


@record
class Given:
    """A variable that is set to a text that is not known."""


GIVEN: Final = Given()
Known = str | Given | None


class ConditionError(Exception):
    """A text is no condition; `start` says where it goes wrong."""

    def __init__(self, message: str, start: int) -> None:
        super().__init__(message)
        self.start = start


@record
class _Result:
    """What a part is worth: `truth` is None when that is unknown; `text` is set when `known`."""

    truth: bool | None
    text: str | None = None
    known: bool = False
    pattern: bool = False


_UNKNOWN: Final = _Result(None)


def evaluate(condition: str, variables: Mapping[str, Known]) -> bool | None:
    """Return the truth of a condition; None when it depends on variables that are not in `variables`.

    A variable with the value None is known not to be set. Raises ConditionError when the text is no condition.
    """
    return _Reader(condition, variables).whole()


class _Reader:
    def __init__(self, text: str, variables: Mapping[str, Known]) -> None:
        self.text = text
        self.variables = variables
        self.position = 0
        self.depth = 0
        self.kind, self.sign, self.start = "", "", 0
        self.next()

    def next(self) -> None:
        rest = len(self.text.rstrip())
        if self.position >= rest:
            self.kind, self.sign, self.start = "end", "", rest
            return
        match = _TOKEN.match(self.text, self.position)
        if match is None:
            message = f"`{self.text[self.position :].strip()[:20]}` is no part of a condition"
            raise ConditionError(message, self.position)
        self.kind = match.lastgroup or ""
        self.sign = match.group(self.kind)
        self.start = match.start(self.kind)
        self.position = match.end()

    def whole(self) -> bool | None:
        result = self.either()
        if self.kind != "end":
            message = f"`{self.sign}` belongs to nothing"
            raise ConditionError(message, self.start)
        return result.truth

    def either(self) -> _Result:
        left = self.both()
        while self.sign == "||":
            self.next()
            right = self.both()
            left = _Result(_or(left.truth, right.truth))
        return left

    def both(self) -> _Result:
        left = self.comparison()
        while self.sign == "&&":
            self.next()
            right = self.comparison()
            both = _or(_not(left.truth), _not(right.truth))
            left = _Result(_not(both))
        return left

    def comparison(self) -> _Result:
        left = self.operand()
        while self.sign in ("==", "!=", "=~", "!~"):
            operator = self.sign
            self.next()
            right = self.operand()
            truth = _equal(left, right) if operator in ("==", "!=") else _match(left, right)
            left = _Result(_not(truth) if operator[0] == "!" else truth)
        return left

    def operand(self) -> _Result:
        kind, sign = self.kind, self.sign
        if sign == "(":
            return self.inner()
        self.next() if kind in ("variable", "text", "pattern", "word") else None
        if kind == "variable":
            return self.variable(sign.strip("${}"))
        if kind == "text":
            return _text(sign[1:-1])
        if kind == "pattern":
            self.compiles(sign)
            return _Result(truth=True, text=sign, known=True, pattern=True)
        if kind == "word" and sign == "null":
            return _Result(truth=False, known=True)
        found = f"`{sign}`" if sign else "the end"
        message = f"has {found} where a variable, a text or a pattern is expected"
        raise ConditionError(message, self.start if kind == "end" else max(self.start, 0))

    def compiles(self, sign: str) -> None:
        from maverick_lint.formats._re2 import fault  # for conditions with patterns only

        wrong = fault(sign[1 : sign.rindex("/")].replace("\\/", "/"))
        if wrong is not None:
            message = f"the pattern {sign} is no regular expression of RE2: it {wrong}"
            raise ConditionError(message, self.start)

    def inner(self) -> _Result:
        self.depth += 1
        if self.depth > _DEEPEST:
            message = f"is nested over {_DEEPEST} levels deep"
            raise ConditionError(message, self.start)
        self.next()
        result = self.either()
        if self.sign != ")":
            message = "`(` is never closed"
            raise ConditionError(message, self.start)
        self.next()
        self.depth -= 1
        return result

    def variable(self, name: str) -> _Result:
        if name not in self.variables:
            return _UNKNOWN
        value = self.variables[name]
        if value is None:
            return _Result(truth=False, known=True)
        if isinstance(value, Given):
            return _Result(truth=True)
        return _UNKNOWN if "$" in value else _text(value)


def _text(value: str) -> _Result:
    return _Result(truth=bool(value), text=value, known=True)


def _or(left: bool | None, right: bool | None) -> bool | None:  # noqa: FBT001 - two truths
    if left or right:
        return True
    return None if left is None or right is None else False


def _not(truth: bool | None) -> bool | None:  # noqa: FBT001 - a truth
    return None if truth is None else not truth


def _equal(left: _Result, right: _Result) -> bool | None:
    if left.known and right.known:
        return left.text == right.text
    known, other = (left, right) if left.known else (right, left)
    # A variable that is set differs from null and from an empty text.
    if known.known and not known.text and other.truth:
        return False
    return None


def _match(left: _Result, right: _Result) -> bool | None:
    if left.known and left.text is None:
        return False
    if not left.known or not right.known or right.text is None or left.text is None:
        return None
    body, _, flags = right.text[1:].rpartition("/") if right.pattern else (right.text, "", "")
    if _RISKY.search(body) or len(body) > _LONGEST:
        return None
    try:
        return re.search(body, left.text[:_LONGEST], re.IGNORECASE if "i" in flags else 0) is not None
    except (re.error, RecursionError, OverflowError):
        return None
