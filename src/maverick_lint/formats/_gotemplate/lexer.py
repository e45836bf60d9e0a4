"""The tokens of an action of a template (the documentation of Go's text/template and language, read 2026-11)."""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.core.record import record
from maverick_lint.core.span import Span

_TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<string>"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+')
  | (?P<variable>\$[A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)
  | (?P<number>[-+]?(?:[0-9]|\.[0-9])[0-9A-Za-z_.]*)
  | (?P<field>(?:\.[A-Za-z_][A-Za-z0-9_]*)+|\.)
  | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<sign>:=|=|\||,|\(|\))
    """,
    re.VERBOSE,
)
_NUMBER: Final = re.compile(
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?)i?\Z"
)


class TemplateError(Exception):
    """Ends the reading of an action: what is wrong, and where."""

    def __init__(self, message: str, span: Span) -> None:
        """Take the sentence for the user and the span in the template."""
        super().__init__(message)
        self.span = span


@record
class Token:
    """A token: its kind, its text, where it stands, and whether a blank stands before it."""

    kind: str
    text: str
    span: Span
    spaced: bool


def action_tokens(text: str, position: int, tokens: list[Token]) -> int:
    """Append the tokens of the action whose body begins at `position`; return where its `}}` stands.

    Returns -1 when the action is never closed. Raises TemplateError at a character that begins no token.
    """
    spaced = True
    while position < len(text):
        if text.startswith("}}", position):
            return position
        if text.startswith("-}}", position) and spaced:
            return position + 1
        match = _TOKEN.match(text, position)
        if match is None:
            raise TemplateError(_unexpected(text, position), Span(position, position + 1))
        kind = match.lastgroup or ""
        if kind == "number" and not _NUMBER.match(match.group()):
            message = f"`{match.group()}` is no number"
            raise TemplateError(message, Span(*match.span()))
        if kind != "space":
            tokens.append(Token(kind, match.group(), Span(*match.span()), spaced))
        spaced = kind == "space"
        position = match.end()
    return -1


def _unexpected(text: str, position: int) -> str:
    character = text[position]
    if character in "\"'`":
        return "the string has no closing quote"
    if text.startswith("/*", position):
        return "a comment must begin right behind the braces: `{{/*` or `{{- /*`"
    return f"unexpected `{character}` in a template action"
