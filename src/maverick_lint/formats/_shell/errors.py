"""What no shell can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.core.document import ParseError
    from maverick_lint.core.source import Source


def errors_of(source: Source) -> tuple[ParseError, ...]:  # noqa: ARG001 - placeholder until errors are told apart
    """Return the syntax errors of a script that are sure."""
    return ()
