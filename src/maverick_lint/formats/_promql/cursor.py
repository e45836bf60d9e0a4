"""A place in the tokens of an expression, and the small steps that the parser takes."""

from __future__ import annotations

from typing import Final, NoReturn

from maverick_lint.formats._promql.lexer import PromqlError, Token, tokens, unquote
from maverick_lint.formats._promql.tree import Label

_WORD_OPERATORS: Final = frozenset({"and", "or", "unless", "atan2"})


class Cursor:
    """The tokens of a text and the one that is read next.

    Making one raises PromqlError when the text has a character that begins no token.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.index = 0

    @property
    def token(self) -> Token:
        """The token that is read next."""
        return self.tokens[self.index]

    @property
    def kind(self) -> str:
        """The kind of the token that is read next."""
        return self.tokens[self.index].kind

    @property
    def following(self) -> Token:
        """The token after the next one."""
        return self.tokens[min(self.index + 1, len(self.tokens) - 1)]

    @property
    def end(self) -> int:
        """Where the token that was read last ends."""
        return self.tokens[self.index - 1].end if self.index else 0

    def take(self) -> Token:
        """Read a token."""
        token = self.tokens[self.index]
        if token.kind != "end":
            self.index += 1
        return token

    def word(self, word: str) -> bool:
        """Say whether the next token is this word, in any case of letters."""
        token = self.tokens[self.index]
        return token.kind == "name" and token.text.lower() == word

    def operator(self) -> str:
        """Return the binary operator that the next token may be, in lower case."""
        token = self.tokens[self.index]
        if token.kind != "name":
            return token.kind
        name = token.text.lower()
        return name if name in _WORD_OPERATORS else ""

    def expect(self, kind: str, why: str) -> Token:
        """Read a token of this kind.

        Raises PromqlError when another one stands there; `why` says what it is for.
        """
        if self.kind != kind:
            message = f"expected `{kind}` {why}, found {self.token}"
            raise PromqlError(message, self.token.span)
        return self.take()

    def refuse(self, where: str) -> NoReturn:
        """Raise PromqlError for a token that cannot stand here."""
        message = f"the expression ends {where}" if self.kind == "end" else f"unexpected {self.token} {where}"
        raise PromqlError(message, self.token.span)

    def string(self) -> tuple[Token, str]:
        """Read a string and return it with its value."""
        token = self.take()
        return token, unquote(token)

    def label(self) -> Label:
        """Read the name of a label; Prometheus 3 takes any name in quotes."""
        token = self.token
        if token.kind == "string":
            token, value = self.string()
            return Label(value, token.span)
        if token.kind != "name" or ":" in token.text:
            self.refuse("where the name of a label must stand")
        self.take()
        return Label(token.text, token.span)

    def labels(self) -> tuple[tuple[Label, ...], int]:
        """Read a list of labels in brackets, which a comma may end; return them and where the bracket ends."""
        self.expect("(", "before a list of labels")
        found: list[Label] = []
        while self.kind != ")":
            found.append(self.label())
            if self.kind != ",":
                break
            self.take()
        return tuple(found), self.expect(")", "after the labels").end
