"""Names that a script declares, and the ones it declares twice.

Source: ECMA-262, 14.2.1, 14.3.1.1 and 15.2.1 "Early Errors", with B.3.2 on functions in blocks (16th edition, 2025).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from maverick_lint.formats._javascript.tokens import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.formats._javascript.tokens import Token

Kind = Literal["let", "var", "function", "parameter"]


class Scopes:
    """The open scopes, the innermost last; each begins with whether it is the body of a function."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the parameters of the outermost function."""
        self._open: list[tuple[bool, dict[str, Kind]]] = [(True, dict.fromkeys(names, "parameter"))]

    def push(self, *, function: bool = False) -> None:
        """Open a scope."""
        self._open.append((function, {}))

    def pop(self) -> None:
        """Close the innermost scope."""
        self._open.pop()

    def declare(self, token: Token, kind: Kind) -> None:
        """Take in a name.

        Raises:
            Fault: It is there already, and may not be declared again.
        """
        name = token.text
        # What stands for an expression of GitHub's has no name of its own.
        if not name.strip("_"):
            return
        for function, names in reversed(self._open):
            before = names.get(name)
            if before is not None and (before == "let" or kind == "let"):
                raise Fault(token.start, token.end, f"`{name}` has been declared already")
            if before is None or kind == "let":
                names[name] = kind
            if kind != "var" or function:
                return
