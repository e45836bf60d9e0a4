"""An expression's text into its tree."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NoReturn

from maverick_lint.formats._actions_expr.tree import Binary, Call, Expression, Literal, Member, Name, Not

# The runner refuses expressions that are longer or deeper (docs.github.com "Usage limits"; actions/runner
# ExpressionConstants, 2026-11-24).
LONGEST: Final = 21_000
DEEPEST: Final = 50

_SIGNS: Final = r"""\s*(?:
        (?P<number>(?:0x[0-9a-fA-F]+|0o[0-7]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[-+]Infinity)(?![\w.-]))
      | (?P<text>'(?:[^']|'')*')
      | (?P<name>[A-Za-z_][\w-]*)
      | (?P<sign>&&|\|\||[=!<>]=|[!<>()\[\],.*])
    )"""
_WORDS: Final = {"true": True, "false": False, "null": None}
_NUMBERS: Final = {"NaN": float("nan"), "Infinity": float("inf")}
_BINDING: Final = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4}


class ExpressionError(Exception):
    """A text is no expression; `start` and `end` say where in it, the message reads on after "the expression"."""

    def __init__(self, message: str, start: int, end: int) -> None:
        super().__init__(message)
        self.start = start
        self.end = max(end, start)


@lru_cache(maxsize=16384)
def parse(text: str) -> Expression:
    """Return the tree of an expression, without `${{` and `}}`.

    Raises ExpressionError when the text is no expression.
    """
    return _Parser(text).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        if len(text) > LONGEST:
            message = f"is over {LONGEST:,} characters long"
            raise ExpressionError(message, 0, len(text))
        self.tokens = _tokens(text)
        self.index = 0
        self.depth = 0

    def whole(self) -> Expression:
        expression = self.operation(0)
        kind, token, start, end = self.tokens[self.index]
        if kind != "end":
            message = f"ends before `{token}`, which belongs to nothing"
            raise ExpressionError(message, start, end)
        return expression

    def take(self, sign: str) -> int | None:
        """Step over a sign and return its end; None when something else stands here."""
        kind, token, _, end = self.tokens[self.index]
        if kind != "sign" or token != sign:
            return None
        self.index += 1
        return end

    def need(self, sign: str) -> int:
        end = self.take(sign)
        return self.wants(f"`{sign}`") if end is None else end

    def wants(self, wanted: str) -> NoReturn:
        kind, token, start, end = self.tokens[self.index]
        found = "its end" if kind == "end" else f"`{token}`"
        message = f"has {found} where {wanted} is expected"
        raise ExpressionError(message, start, end)

    def operation(self, least: int) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST:
            message = f"is nested over {DEEPEST} levels deep"
            raise ExpressionError(message, self.tokens[self.index][2], self.tokens[self.index][3])
        left = self.operand()
        while True:
            kind, token, _, _ = self.tokens[self.index]
            binding = _BINDING.get(token, 0) if kind == "sign" else 0
            if binding <= least:
                break
            self.index += 1
            right = self.operation(binding)
            left = Binary(token, left, right, left.start, right.end)
        self.depth -= 1
        return left

    def operand(self) -> Expression:
        start = self.tokens[self.index][2]
        negations = []
        while self.take("!") is not None:
            negations.append(start)
            start = self.tokens[self.index][2]
        result = self.postfix(self.primary())
        for begin in reversed(negations):
            result = Not(result, begin, result.end)
        return result

    def primary(self) -> Expression:
        kind, token, start, end = self.tokens[self.index]
        if kind == "number":
            self.index += 1
            return Literal(_number(token), start, end)
        if kind == "text":
            self.index += 1
            return Literal(token[1:-1].replace("''", "'"), start, end)
        if kind == "name":
            self.index += 1
            return self.named(token, start, end)
        if self.take("(") is not None:
            inner = self.operation(0)
            self.need(")")
            return inner
        return self.wants("a value")

    def named(self, token: str, start: int, end: int) -> Expression:
        if self.take("(") is not None:
            arguments: list[Expression] = []
            while (close := self.take(")")) is None:
                if arguments:
                    self.need(",")
                arguments.append(self.operation(0))
            return Call(token, tuple(arguments), start, close)
        if token in _WORDS:
            return Literal(_WORDS[token], start, end)
        if token in _NUMBERS:
            return Literal(_NUMBERS[token], start, end)
        return Name(token, start, end)

    def postfix(self, result: Expression) -> Expression:
        while True:
            if self.take(".") is not None:
                kind, name, start, end = self.tokens[self.index]
                if kind != "name" and name != "*":
                    self.wants("a property's name")
                self.index += 1
                key = None if kind == "sign" else Literal(name, start, end)
                result = Member(result, key, result.start, end)
            elif self.take("[") is not None:
                inside = None if self.take("*") is not None else self.operation(0)
                result = Member(result, inside, result.start, self.need("]"))
            else:
                return result


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    return re.compile(_SIGNS, re.VERBOSE)


def _tokens(text: str) -> list[tuple[str, str, int, int]]:
    found = []
    match_at = _token().match
    position, length = 0, len(text.rstrip())
    while position < length:
        match = match_at(text, position)
        if match is None:
            start = position + len(text[position:]) - len(text[position:].lstrip())
            raise _stranger(text, start)
        kind = match.lastgroup or ""
        found.append((kind, match.group(kind), match.start(kind), match.end(kind)))
        position = match.end()
    found.append(("end", "", length, length))
    return found


def _stranger(text: str, start: int) -> ExpressionError:
    sign = text[start]
    if sign == "'":
        return ExpressionError("has a text that is never closed by `'`", start, len(text.rstrip()))
    if sign == '"':
        return ExpressionError("has a text in double quotes; expressions take single ones", start, _close(text, start))
    return ExpressionError(f"has the character `{sign}`, which means nothing there", start, start + 1)


def _close(text: str, start: int) -> int:
    end = text.find('"', start + 1)
    return len(text.rstrip()) if end < 0 else end + 1


def _number(token: str) -> float:
    digits = token.lstrip("+-")
    base = {"0x": 16, "0o": 8}.get(digits[:2])
    value = float(digits) if base is None else float(int(digits, 0))
    return -value if token.startswith("-") else value
