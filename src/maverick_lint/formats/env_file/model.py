"""A file of environment variables as checks read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.formats._dotenv import Entry


@record
class EnvFile:
    """The variables in their order; `example` when the file is a model that people copy."""

    entries: tuple[Entry, ...]
    example: bool
