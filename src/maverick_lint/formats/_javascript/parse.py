"""Statements of JavaScript.

Source: ECMA-262, chapter 14 (16th edition, June 2025).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats._javascript.expressions import RESERVED
from maverick_lint.formats._javascript.scopes import Scopes
from maverick_lint.formats._javascript.statements import Statements
from maverick_lint.formats._javascript.tokens import Fault, GiveUp

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST: Final = 100_000


def fault_of(text: str, names: Iterable[str] = ()) -> Fault | None:
    """Return what is wrong with a text as the body of an async function whose parameters have some names.

    Never raises. A text that is very long or deep is not judged.
    """
    if len(text) > _LONGEST:
        return None
    try:
        _Parser(text, names).body()
    except Fault as fault:
        return fault
    except (GiveUp, RecursionError):
        return None
    return None


class _Parser(Statements):
    def __init__(self, text: str, names: Iterable[str]) -> None:
        self.scopes = Scopes(names)
        self.is_async, self.is_generator, self.depth = True, False, 0
        super().__init__(text)

    def body(self) -> None:
        """Read all statements."""
        while self.now.kind != "end":
            self.statement()

    def block(self, *, scope: bool = True) -> None:
        """Read statements in braces."""
        opened = self.now
        self.expect("{")
        self.deeper()
        if scope:
            self.scopes.push()
        while not self.at("}"):
            if self.now.kind == "end":
                self.expect("}", opened)
            self.statement()
        if scope:
            self.scopes.pop()
        self.depth -= 1
        self.advance()

    def statement(self) -> None:
        """Read one statement."""
        if self.at("{"):
            self.block()
        elif self.take(";"):
            return
        elif self.now.kind == "name":
            self._begun_by_word()
        else:
            self._expression()

    def _begun_by_word(self) -> None:
        word = self.now.text
        reader = _READERS.get(word)
        if reader is not None:
            reader(self)
        elif word == "let" and self.declares():
            self.declaration()
        elif word == "async" and self.ahead().text == "function" and not self.ahead().broken:
            self.advance()
            self.function(is_async=True)
        elif word == "import" and self.ahead().text not in ("(", "."):
            self.fail(None, "`import` cannot stand here; in a function it is written `await import(...)`")
        elif word == "export":
            self.fail(None, "`export` cannot stand here: the script is the body of a function")
        elif word not in RESERVED and self.ahead().text == ":" and self.ahead().kind == "sign":
            self.advance()
            self.advance()
            self.statement()
        else:
            self._expression()

    def _expression(self) -> None:
        self.expression()
        self.end()


_READERS: Final = {
    "var": Statements.declaration,
    "const": Statements.declaration,
    "if": Statements.if_,
    "while": Statements.while_,
    "with": Statements.while_,
    "do": Statements.do_,
    "for": Statements.for_,
    "return": Statements.value,
    "throw": Statements.throw,
    "break": Statements.jump,
    "continue": Statements.jump,
    "debugger": Statements.jump,
    "try": Statements.try_,
    "switch": Statements.switch,
    "function": Statements.function,
    "class": Statements.class_,
}
