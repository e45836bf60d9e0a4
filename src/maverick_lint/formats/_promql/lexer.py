"""The tokens of a PromQL text, each with its place.

Lexical rules after the documentation of Prometheus 3 (querying/basics, read 2026-11).
"""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span

_TOKEN: Final = re.compile(
    r"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
  | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)
  | (?P<duration>(?:[0-9]+(?:ms|[smhdwy]))+(?![A-Za-z0-9_]))
  | (?P<number>(?:0[xX][0-9a-fA-F_]+|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)(?![A-Za-z0-9_]))
  | (?P<name>[A-Za-z_][A-Za-z0-9_:]*)
  | (?P<colon>:[A-Za-z_:][A-Za-z0-9_:]*)
  | (?P<sign>=~|!~|!=|==|>=|<=|[-+*/%^<>=@,()\[\]{}:])
    """,
    re.VERBOSE | re.DOTALL,
)
_BAD_NUMBER: Final = re.compile(r"[0-9.][0-9A-Za-z_.]*")
_ESCAPE: Final = re.compile(
    r"\\(?:[abfnrtv\\'\"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?P<bad>.))", re.DOTALL
)
_SIMPLE: Final = {
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\", "'": "'", '"': '"',
}  # fmt: skip
_LAST_CODE_POINT: Final = 0x10FFFF


class PromqlError(Exception):
    """Ends the reading of an expression: what is wrong, and where."""

    def __init__(self, message: str, span: Span) -> None:
        """Take the sentence for the user and the span in the expression."""
        super().__init__(message)
        self.span = span


@record
class Token:
    """A token: `kind` is "name", "number", "duration", "string", "end", or the sign itself."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)

    def __str__(self) -> str:
        """Return the token as a message shows it."""
        return "the end of the expression" if self.kind == "end" else f"`{self.text}`"


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text, an "end" token last.

    Raises PromqlError at the first character that begins no token.
    """
    found: list[Token] = []
    position, brackets = 0, 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _lexical(text, position)
        kind, start, position = match.lastgroup or "", position, match.end()
        if kind == "space":
            continue
        if kind == "colon":
            if brackets:
                position = start + 1  # `[5m:step]`: the colon of a subquery, no part of a name
                kind = "sign"
            else:
                kind = "name"
        word = text[start:position]
        if kind == "sign":
            kind = word
            brackets += (word == "[") - (word == "]" and brackets > 0)
        found.append(Token(kind, word, start, position))
    end = len(text.rstrip())
    # What is missing at the end is shown at the last token, since there is nothing behind it to point at.
    found.append(Token("end", "", found[-1].start if found else 0, end))
    return found


def _lexical(text: str, position: int) -> PromqlError:
    character = text[position]
    if character in "\"'`":
        stop = min((n for n in (text.find("\n", position), len(text)) if n >= 0), default=len(text))
        return PromqlError("the string has no closing quote", Span(position, stop))
    bad = _BAD_NUMBER.match(text, position)
    if bad is not None:
        return PromqlError(f"`{bad.group()}` is neither a number nor a duration", Span(*bad.span()))
    if character == "!":
        return PromqlError("`!` must be followed by `=` or `~`", Span(position, position + 1))
    if character in "&|":
        doubled = text[position : position + 2] == character * 2
        word = "and" if character == "&" else "or"
        return PromqlError(
            f"`{character}` is no operator of PromQL; write `{word}`", Span(position, position + 1 + doubled)
        )
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return PromqlError(f"unexpected character `{shown}`", Span(position, position + 1))


def unquote(token: Token) -> str:
    """Return the value of a string token.

    Raises PromqlError at an escape that Go, and so PromQL, does not know: backslash and `d` must be written with two
    backslashes.
    """
    body = token.text[1:-1]
    if token.text[0] == "`" or "\\" not in body:
        return body

    def replaced(match: re.Match[str]) -> str:
        escape = match.group()[1:]
        if match["bad"] is not None or (escape in "'\"" and escape != token.text[0]):
            start = token.start + 1 + match.start()
            raise PromqlError(_escape_fault(escape), Span(start, start + len(match.group())))
        if escape in _SIMPLE:
            return _SIMPLE[escape]
        code = int(escape, 8) if escape[0].isdigit() else int(escape[1:], 16)
        return chr(code) if code <= _LAST_CODE_POINT else "\ufffd"

    return _ESCAPE.sub(replaced, body)


def _escape_fault(escape: str) -> str:
    return f"`\\{escape}` is no escape of a PromQL string; write `\\\\{escape}`, or put the string in backticks"
