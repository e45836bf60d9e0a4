"""A file of environment variables as checks read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.formats._dotenv import Entry


@dataclass(frozen=True, slots=True)
class EnvFile:
    """The variables in their order; `example` when the file is a model that people copy."""

    entries: tuple[Entry, ...]
    example: bool
