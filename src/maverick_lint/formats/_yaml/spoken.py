"""Errors of YAML as sentences of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.document import ParseError


def spoken(errors: Iterable[ParseError]) -> tuple[ParseError, ...]:
    """Return the errors, with "this file" before those that only say what it does."""
    return tuple(
        replace(error, message=f"this file {error.message}") if error.message.startswith(("is ", "holds ")) else error
        for error in errors
    )
