"""Declarations and statements of JavaScript that a word begins.

Source: ECMA-262, chapter 14 (16th edition, June 2025).
"""

from __future__ import annotations

from maverick_lint.formats._javascript.expressions import RESERVED
from maverick_lint.formats._javascript.literals import Literals


class Statements(Literals):
    """Reads what a word begins."""

    def statement(self) -> None:
        """Read one statement."""
        raise NotImplementedError

    def end(self) -> None:
        """Read the end of a statement, which a line's end may be."""
        if not self.take(";") and not self.at("}") and not self.now.broken:
            self.fail()

    def declares(self) -> bool:
        """Say whether `let` declares something here."""
        ahead = self.ahead()
        return (ahead.kind == "name" and ahead.text not in ("in", "instanceof", "of")) or (
            ahead.kind == "sign" and ahead.text in ("[", "{")
        )

    def declaration(self) -> None:
        """Read the statement that a declaration is."""
        self._declared(no_in=False)
        self.end()

    def _declared(self, *, no_in: bool) -> None:
        word = self.advance().text
        while True:
            start = self.now
            self.pattern("var" if word == "var" else "let")
            if self.take("="):
                self.assignment(no_in=no_in)
            elif not no_in and (word == "const" or self.text[start.start] in "[{"):
                self.fail(start, f"`{start.text}` is declared here without a value")
            if not self.take(","):
                return

    def if_(self) -> None:
        """Read `if` with its `else`."""
        while True:
            self.advance()
            self._condition()
            self.statement()
            if not self.word("else"):
                return
            self.advance()
            if not self.word("if"):
                self.statement()
                return

    def _condition(self) -> None:
        opened = self.now
        self.expect("(")
        self.expression()
        self.expect(")", opened)

    def while_(self) -> None:
        """Read `while` or `with`."""
        self.advance()
        self._condition()
        self.statement()

    def do_(self) -> None:
        """Read `do` and its `while`."""
        self.advance()
        self.statement()
        if not self.word("while"):
            self.fail()
        self.advance()
        self._condition()
        self.take(";")

    def for_(self) -> None:
        """Read `for` of any kind."""
        self.advance()
        if self.is_async and self.word("await"):
            self.advance()
        opened = self.now
        self.expect("(")
        self.scopes.push()
        if self.word("var", "const") or (self.word("let") and self.declares()):
            self._declared(no_in=True)
        elif not self.at(";"):
            self.expression(no_in=True)
        if self.word("of", "in"):
            self.advance()
            self.expression()
        else:
            self.expect(";", opened)
            if not self.at(";"):
                self.expression()
            self.expect(";", opened)
            if not self.at(")"):
                self.expression()
        self.expect(")", opened)
        self.statement()
        self.scopes.pop()

    def value(self) -> None:
        """Read `return` and its value."""
        self.advance()
        if not self.at(";", "}") and not self.now.broken:
            self.expression()
        self.end()

    def throw(self) -> None:
        """Read `throw` and its value."""
        self.advance()
        if self.now.broken:
            self.fail(self.last, "what is thrown must stand in the line of `throw`")
        self.expression()
        self.end()

    def jump(self) -> None:
        """Read `break` or `continue` with a label, or `debugger`."""
        self.advance()
        if self.now.kind == "name" and not self.now.broken and self.now.text not in RESERVED:
            self.advance()
        self.end()

    def try_(self) -> None:
        """Read `try` with what follows it."""
        start = self.advance()
        self.block()
        caught = self.word("catch")
        if caught:
            self.advance()
            self.scopes.push()
            if self.at("("):
                opened = self.advance()
                self.pattern("parameter")
                self.expect(")", opened)
            self.block()
            self.scopes.pop()
        if self.word("finally"):
            self.advance()
            self.block()
        elif not caught:
            self.fail(start, "this `try` has neither `catch` nor `finally`")

    def switch(self) -> None:
        """Read `switch` with its cases."""
        self.advance()
        self._condition()
        opened = self.now
        self.expect("{")
        self.scopes.push()
        while not self.at("}"):
            if self.word("case"):
                self.advance()
                self.expression()
                self.expect(":")
            elif self.word("default"):
                self.advance()
                self.expect(":")
            elif self.now.kind == "end":
                self.expect("}", opened)
            else:
                self.statement()
        self.scopes.pop()
        self.advance()
