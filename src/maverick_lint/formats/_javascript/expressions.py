"""Expressions of JavaScript.

Source: ECMA-262, chapter 13 (16th edition, June 2025).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._javascript.tokens import Fault, GiveUp, Tokens

if TYPE_CHECKING:
    from typing import NoReturn

    from maverick_lint.formats._javascript.scopes import Scopes
    from maverick_lint.formats._javascript.tokens import Token

# So deep an expression or a block is followed; each level is a few calls of Python.
DEEPEST: Final = 70
_ASSIGNS: Final = frozenset({
    "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=",
})  # fmt: skip
_BINARY: Final = frozenset({
    "+", "-", "*", "/", "%", "**", "<<", ">>", ">>>", "<", ">", "<=", ">=", "==", "!=", "===", "!==", "&", "|", "^",
    "&&", "||", "??",
})  # fmt: skip
_UNARY: Final = frozenset({"+", "-", "!", "~", "++", "--"})
_UNARY_WORDS: Final = frozenset({"typeof", "void", "delete"})
# Words that are no names.
RESERVED: Final = frozenset({
    "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum",
    "export", "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null",
    "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
})  # fmt: skip


class Expressions(Tokens):
    """Reads expressions; `is_async` and `is_generator` are those of the function at hand."""

    scopes: Scopes
    is_async: bool
    is_generator: bool
    depth: int

    def fail(self, token: Token | None = None, message: str = "") -> NoReturn:
        """Say that a token cannot stand where it stands."""
        token = token or self.now
        if token.kind == "end":
            raise Fault(self.last.start, self.last.end, "the script ends here, and something is missing")
        if self.last.text == "await" and self.last.kind == "name" and not self.is_async:
            raise Fault(self.last.start, self.last.end, "`await` stands in a function that is not `async`")
        raise Fault(token.start, token.end, message or f"`{token.text}` cannot stand here")

    def at(self, *signs: str) -> bool:
        """Say whether one of some signs is at hand."""
        return self.now.kind == "sign" and self.now.text in signs

    def word(self, *words: str) -> bool:
        """Say whether one of some words is at hand."""
        return self.now.kind == "name" and self.now.text in words

    def take(self, sign: str) -> bool:
        """Go past a sign, if it is at hand."""
        if self.at(sign):
            self.advance()
            return True
        return False

    def expect(self, sign: str, opened: Token | None = None) -> None:
        """Go past a sign that must be at hand; `opened` is what it closes."""
        if self.at(sign):
            self.advance()
        elif self.now.kind == "end" and opened is not None:
            raise Fault(opened.start, opened.end, f"this `{opened.text}` is never closed by `{sign}`")
        else:
            self.fail()

    def deeper(self) -> None:
        """Go one level down."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise GiveUp

    def expression(self, *, no_in: bool = False) -> None:
        """Read one expression, or several with commas."""
        self.assignment(no_in=no_in)
        while self.take(","):
            self.assignment(no_in=no_in)

    def assignment(self, *, no_in: bool = False) -> None:
        """Read one expression without a comma."""
        self.deeper()
        if self.is_generator and self.word("yield"):
            self._yield(no_in=no_in)
        elif not self._arrow(no_in=no_in):
            plain = self._binary(no_in=no_in)
            if self.take("?"):
                self.assignment()
                self.expect(":")
                self.assignment(no_in=no_in)
            elif self.now.kind == "sign" and self.now.text in _ASSIGNS:
                if not plain:
                    self.fail(None, "what stands before this sign cannot be assigned to")
                self.advance()
                self.assignment(no_in=no_in)
        self.depth -= 1

    def _yield(self, *, no_in: bool) -> None:
        self.advance()
        if self.now.broken or self.at(")", "]", "}", ",", ";", ":") or self.now.kind == "end":
            return
        self.take("*")
        self.assignment(no_in=no_in)

    def _arrow(self, *, no_in: bool) -> bool:
        """Read a function `a => b` whose one parameter has no brackets; those in brackets `primary` reads."""
        if self.now.kind != "name" or self.now.text in RESERVED:
            return False
        ahead = self.ahead()
        if self.now.text == "async" and ahead.kind == "name" and not ahead.broken and ahead.text not in RESERVED:
            self.advance()
            self.arrow_body([self.advance()], is_async=True, no_in=no_in)
            return True
        if ahead.kind == "sign" and ahead.text == "=>" and not ahead.broken:
            self.arrow_body([self.advance()], is_async=False, no_in=no_in)
            return True
        return False

    def arrow_body(self, names: list[Token], *, is_async: bool, no_in: bool = False) -> None:
        """Read `=>` and the body of a function."""
        self.expect("=>")
        kept = (self.is_async, self.is_generator)
        self.is_async, self.is_generator = is_async, False
        self.scopes.push(function=True)
        for name in names:
            self.scopes.declare(name, "parameter")
        if self.at("{"):
            self.block(scope=False)
        else:
            self.assignment(no_in=no_in)
        self.scopes.pop()
        self.is_async, self.is_generator = kept

    def _binary(self, *, no_in: bool) -> bool:
        """Read operands and the operators between them; say whether it is one operand that may be assigned to."""
        plain = self._unary()
        while (self.now.kind == "sign" and self.now.text in _BINARY) or (
            self.word("instanceof") or (self.word("in") and not no_in)
        ):
            self.advance()
            self._unary()
            plain = False
        return plain

    def _unary(self) -> bool:
        plain = True
        while True:
            awaits = self.is_async and self.word("await")
            if not awaits and not self.word(*_UNARY_WORDS) and (self.now.kind != "sign" or self.now.text not in _UNARY):
                break
            self.advance()
            plain = False
        if self.now.kind == "private":
            self.advance()
            if not self.word("in"):
                self.fail()
            return False
        return self._postfix() and plain

    def _postfix(self) -> bool:
        plain = self.primary()
        while True:
            if self.at("++", "--") and not self.now.broken:
                self.advance()
                return False
            if self.at(".", "?."):
                optional = self.advance().text == "?."
                if optional and self.at("(", "["):
                    continue
                if self.now.kind not in ("name", "private") and not (optional and self.now.kind == "template"):
                    self.fail()
                self.advance()
                plain = True
            elif self.at("["):
                opened = self.advance()
                self.expression()
                self.expect("]", opened)
                plain = True
            elif self.at("("):
                self.arguments()
                plain = True
            elif self.now.kind == "template":
                self.template()
                plain = False
            elif self.at("=>") and not self.now.broken:
                self.fail()
            else:
                return plain

    def arguments(self) -> None:
        """Read the arguments of a call."""
        opened = self.advance()
        while not self.at(")"):
            self.take("...")
            self.assignment()
            if not self.at(")"):
                self.expect(",", opened)
        self.advance()

    def template(self) -> None:
        """Read a template from its first backtick on."""
        self.deeper()
        position = self.now.end
        while self.chunk(position):
            self.expression()
            if not self.at("}"):
                self.fail()
            position = self.now.end
        self.depth -= 1

    def primary(self) -> bool:
        """Read one operand; say whether it may be assigned to. What `literals` adds reads the rest."""
        raise NotImplementedError

    def block(self, *, scope: bool = True) -> None:
        """Read statements in braces."""
        raise NotImplementedError
