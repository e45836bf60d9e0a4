"""Operands of JavaScript: brackets, lists, objects, functions and classes.

Source: ECMA-262, chapters 13.2 and 15 (16th edition, June 2025).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._javascript.expressions import RESERVED
from maverick_lint.formats._javascript.patterns import Patterns

if TYPE_CHECKING:
    from maverick_lint.formats._javascript.tokens import Token

_VALUES: Final = frozenset({"this", "null", "true", "false", "super"})
_MODIFIERS: Final = frozenset({"get", "set", "async", "static", "accessor"})


class Literals(Patterns):
    """Reads operands."""

    def primary(self) -> bool:  # noqa: PLR0911 - an operand each
        """Read one operand; say whether it may be assigned to."""
        now = self.now
        if now.kind == "name":
            return self._word(now)
        if now.kind in ("number", "string"):
            self.advance()
            return False
        if now.kind == "template":
            self.template()
            return False
        if self.at("("):
            return self._brackets(is_async=False)
        if self.at("["):
            self._list()
            return True
        if self.at("{"):
            self._object()
            return True
        if self.at("/", "/="):
            self.regex()
            return False
        return self.fail()

    def _word(self, now: Token) -> bool:  # noqa: PLR0911 - a word each
        text = now.text
        if text == "function":
            self.function(expression=True)
            return False
        if text == "class":
            self.class_(expression=True)
            return False
        if text == "new":
            return self._new()
        if text == "import":
            self.advance()
            if not self.at("(", "."):
                self.fail(now, "`import` cannot stand here; in a function it is written `await import(...)`")
            return False
        if text == "async":
            ahead = self.ahead()
            if ahead.kind == "name" and ahead.text == "function" and not ahead.broken:
                self.advance()
                self.function(is_async=True, expression=True)
                return False
            if ahead.kind == "sign" and ahead.text == "(" and not ahead.broken:
                self.advance()
                return self._brackets(is_async=True)
        if text in RESERVED and text not in _VALUES:
            self.fail()
        self.advance()
        return text not in _VALUES

    def _new(self) -> bool:
        self.advance()
        if self.at("."):
            self.advance()
            self.advance()
            return False
        self.deeper()
        # The arguments and what follows are read as those of a call.
        self.primary()
        self.depth -= 1
        return False

    def _brackets(self, *, is_async: bool) -> bool:
        """Read an expression in brackets, parameters of an arrow function, or the arguments of a call to `async`."""
        opened = self.advance()
        self.deeper()
        arrow_only: Token | None = self.now if self.at(")") else None
        names: list[Token] = []
        first = True
        while not self.at(")"):
            if not first:
                comma = self.now
                self.expect(",", opened)
                if self.at(")"):
                    arrow_only = arrow_only or comma
                    break
            first = False
            if self.at("..."):
                arrow_only = arrow_only or self.now
                self.advance()
            if self.now.kind == "name" and self.now.text not in RESERVED and self._ends(self.ahead()):
                names.append(self.now)
            self.assignment()
        self.advance()
        self.depth -= 1
        if self.at("=>") and not self.now.broken:
            self.arrow_body(names, is_async=is_async)
            return False
        if arrow_only is not None and not is_async:
            self.fail(arrow_only)
        return True

    @staticmethod
    def _ends(token: Token) -> bool:
        return token.kind == "sign" and token.text in (",", ")", "=")

    def _list(self) -> None:
        opened = self.advance()
        self.deeper()
        while not self.at("]"):
            if self.take(","):
                continue
            self.take("...")
            self.assignment()
            if not self.at("]"):
                self.expect(",", opened)
        self.advance()
        self.depth -= 1

    def _object(self) -> None:
        opened = self.advance()
        self.deeper()
        while not self.at("}"):
            if self.take("..."):
                self.assignment()
            else:
                self._property()
            if not self.at("}"):
                self.expect(",", opened)
        self.advance()
        self.depth -= 1

    def _property(self) -> None:
        is_async = is_generator = False
        key = self.now
        if self.word("get", "set", "async"):
            ahead = self.ahead()
            if not (ahead.kind == "sign" and ahead.text in (",", ":", "(", "}", "=")):
                is_async = self.advance().text == "async"
        if self.take("*"):
            is_generator = True
        modified = key is not self.now or is_generator
        key = self.now
        self.key()
        if self.at("("):
            self.method(is_async=is_async, is_generator=is_generator)
        elif modified:
            self.fail()
        elif self.take(":"):
            self.assignment()
        else:
            if key.kind != "name" or (key.text in RESERVED and key.text not in _VALUES) or key.text in _VALUES:
                self.fail(self.now)
            # A value of its own is there for an object that others are taken out of.
            if self.take("="):
                self.assignment()

    def method(self, *, is_async: bool = False, is_generator: bool = False) -> None:
        """Read the parameters and the body of a function."""
        kept = (self.is_async, self.is_generator)
        self.is_async, self.is_generator = is_async, is_generator
        self.scopes.push(function=True)
        self.deeper()
        opened = self.now
        self.expect("(")
        while not self.at(")"):
            self.take("...")
            self.element("parameter")
            if not self.at(")"):
                self.expect(",", opened)
        self.advance()
        if not self.at("{"):
            self.fail()
        self.block(scope=False)
        self.depth -= 1
        self.scopes.pop()
        self.is_async, self.is_generator = kept

    def function(self, *, is_async: bool = False, expression: bool = False) -> None:
        """Read a function from its word on."""
        self.advance()
        is_generator = self.take("*")
        if self.now.kind == "name" and self.now.text not in RESERVED:
            name = self.advance()
            if not expression:
                self.scopes.declare(name, "function")
        elif not expression:
            self.fail()
        self.method(is_async=is_async, is_generator=is_generator)

    def class_(self, *, expression: bool = False) -> None:
        """Read a class from its word on."""
        self.advance()
        if self.now.kind == "name" and not self.word("extends"):
            name = self.advance()
            if not expression:
                self.scopes.declare(name, "let")
        if self.word("extends"):
            self.advance()
            self._postfix()
        opened = self.now
        self.expect("{")
        self.deeper()
        while not self.at("}"):
            if self.now.kind == "end":
                self.expect("}", opened)
            if not self.take(";"):
                self._member()
        self.advance()
        self.depth -= 1

    def _member(self) -> None:
        is_async = is_generator = False
        while self.word(*_MODIFIERS):
            ahead = self.ahead()
            if ahead.kind == "sign" and ahead.text == "{" and self.word("static"):
                self.advance()
                self.block()
                return
            if ahead.kind == "end" or (ahead.kind == "sign" and ahead.text in ("(", "=", ";", "}")):
                break
            is_async = self.advance().text == "async" or is_async
        if self.take("*"):
            is_generator = True
        self.key()
        if self.at("("):
            self.method(is_async=is_async, is_generator=is_generator)
            return
        if self.take("="):
            self.assignment()
        if not self.take(";") and not self.at("}") and not self.now.broken:
            self.fail()
