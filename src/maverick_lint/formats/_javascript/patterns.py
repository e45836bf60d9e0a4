"""Names, and lists and objects of names, that declarations and functions declare.

Source: ECMA-262, 14.3.3 "Destructuring Binding Patterns" (16th edition, June 2025).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats._javascript.expressions import RESERVED, Expressions

if TYPE_CHECKING:
    from maverick_lint.formats._javascript.scopes import Kind


class Patterns(Expressions):
    """Reads what declares names."""

    def pattern(self, kind: Kind) -> None:
        """Read the name, or the list or object of names, that a declaration declares."""
        if self.now.kind == "name" and self.now.text not in RESERVED:
            self.scopes.declare(self.advance(), kind)
        elif self.at("["):
            opened = self.advance()
            while not self.at("]"):
                if self.take(","):
                    continue
                self.take("...")
                self.element(kind)
                if not self.at("]"):
                    self.expect(",", opened)
            self.advance()
        elif self.at("{"):
            self._object_pattern(kind)
        else:
            self.fail()

    def element(self, kind: Kind) -> None:
        """Read a pattern and the value that it has by itself."""
        self.deeper()
        self.pattern(kind)
        if self.take("="):
            self.assignment()
        self.depth -= 1

    def _object_pattern(self, kind: Kind) -> None:
        opened = self.advance()
        while not self.at("}"):
            if self.take("..."):
                self.pattern(kind)
            else:
                key = self.now
                self.key()
                if self.take(":"):
                    self.element(kind)
                else:
                    if key.kind != "name" or key.text in RESERVED:
                        self.fail(key if key.kind != "sign" else None)
                    self.scopes.declare(key, kind)
                    if self.take("="):
                        self.assignment()
            if not self.at("}"):
                self.expect(",", opened)
        self.advance()

    def key(self) -> None:
        """Read the key of a property."""
        if self.at("["):
            opened = self.advance()
            self.assignment()
            self.expect("]", opened)
        elif self.now.kind in ("name", "string", "number", "private"):
            self.advance()
        else:
            self.fail()
