"""An action of a template into pipelines: what Go's parser demands of them."""

from __future__ import annotations

from typing import Final, NoReturn

from maverick_lint.core.record import record
from maverick_lint.core.span import Span
from maverick_lint.formats._gotemplate.lexer import TemplateError, Token

_NESTING: Final = 60
_CONSTANTS: Final = frozenset({"true", "false", "nil"})


@record
class Operand:
    """A part of a command.

    kind   "variable", "field", "word", "string", "number", "constant", or "group" for a pipeline in brackets
    path   the names of a variable or field; of a group those behind the brackets
    """

    kind: str
    text: str
    span: Span
    path: tuple[str, ...] = ()
    group: Pipeline | None = None


@record
class Pipeline:
    """Commands that hand on their results; `declared` are the variables that are set, `new` when they are made."""

    span: Span
    commands: tuple[tuple[Operand, ...], ...]
    declared: tuple[Token, ...] = ()
    new: bool = False


class Action:
    """Reads the tokens of one action."""

    def __init__(self, tokens: list[Token], whole: Span) -> None:
        """Take the tokens and the span of the action with its braces."""
        self.tokens = tokens
        self.whole = whole
        self.index = 0
        self.depth = 0

    @property
    def token(self) -> Token | None:
        """The next token; None at the end of the action."""
        return self.tokens[self.index] if self.index < len(self.tokens) else None

    def take(self) -> Token | None:
        """Read a token."""
        token = self.token
        self.index += token is not None
        return token

    def refuse(self, where: str) -> NoReturn:
        """Raise TemplateError for the next token, which cannot stand here."""
        token = self.token
        if token is None:
            message, span = f"something is missing at the end of {where}", self.whole
        else:
            message, span = f"unexpected `{token.text}` in {where}", token.span
        raise TemplateError(message, span)

    def end(self, what: str) -> None:
        """Demand that the action ends here. Raises TemplateError."""
        if self.token is not None:
            self.refuse(f"`{what}`")

    def pipeline(self, what: str) -> Pipeline:
        """Read a pipeline up to the end of the action, or to a closing bracket; `what` is what needs it.

        Raises TemplateError.
        """
        start = self.token.span.start if self.token is not None else self.whole.start
        declared, new = self._declared(what)
        commands: list[tuple[Operand, ...]] = []
        piped = False
        while (token := self.token) is not None and token.text != ")":
            if token.kind == "sign" and token.text != "(":
                self.refuse("the action")
            command = self._command()
            if commands and command[0].kind in ("constant", "string", "number"):
                message = f"`{command[0].text}` is no function, so nothing can be handed on to it"
                raise TemplateError(message, command[0].span)
            commands.append(command)
            piped = self.token is not None and self.token.text == "|"
            if not piped:
                break
            self.take()
        if not commands:
            message = f"`{what}` needs a value" if what else "the action has nothing in it"
            raise TemplateError(message, self.whole)
        last = self.tokens[self.index - 1].span.end
        return Pipeline(Span(start, max(start, last)), tuple(commands), declared, new)

    def _declared(self, what: str) -> tuple[tuple[Token, ...], bool]:
        names: list[Token] = []
        index = self.index
        while index < len(self.tokens) and self.tokens[index].kind == "variable":
            names.append(self.tokens[index])
            sign = self.tokens[index + 1].text if index + 1 < len(self.tokens) else ""
            if sign in (":=", "="):
                if len(names) > (2 if what == "range" else 1):
                    message = "only `range` may set two variables"
                    raise TemplateError(message, names[-1].span)
                self.index = index + 2
                return tuple(names), sign == ":="
            if sign != ",":
                break
            index += 2
        return (), False

    def _command(self) -> tuple[Operand, ...]:
        found: list[Operand] = []
        while (token := self.token) is not None and token.text not in ("|", ")"):
            if found and not token.spaced:
                self.refuse("the action")
            found.append(self._operand())
        return tuple(found)

    def _operand(self) -> Operand:
        token = self.token
        if token is None or (token.kind == "sign" and token.text != "("):
            self.refuse("the action")
        self.take()
        if token.kind == "sign":
            return self._group(token)
        if token.kind in ("variable", "field"):
            names = token.text.lstrip(".").split(".") if token.kind == "field" else token.text.split(".")
            if token.kind == "field":
                names = ["." + names[0], *names[1:]]
            return Operand(token.kind, token.text, token.span, tuple(names))
        kind = "constant" if token.kind == "word" and token.text in _CONSTANTS else token.kind
        chain = self._chain()
        if chain and kind != "word":
            message = f"nothing can be read of `{token.text}`"
            raise TemplateError(message, token.span)
        return Operand(kind, token.text, token.span, chain)

    def _group(self, opening: Token) -> Operand:
        self.depth += 1
        if self.depth > _NESTING:
            message = "brackets are nested too deeply"
            raise TemplateError(message, opening.span)
        inner = self.pipeline("(")
        closing = self.take()
        if closing is None or closing.text != ")":
            message = "the `(` is never closed"
            raise TemplateError(message, opening.span)
        self.depth -= 1
        chain = self._chain()
        end = self.tokens[self.index - 1].span.end
        return Operand("group", "(", Span(opening.span.start, end), chain, inner)

    def _chain(self) -> tuple[str, ...]:
        token = self.token
        if token is None or token.kind != "field" or token.spaced or token.text == ".":
            return ()
        self.take()
        return tuple(token.text[1:].split("."))
