"""A progress line on a terminal, for runs that take long."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType

_PATIENCE: Final = 1.0
_STEP: Final = 0.1
_WIDTH: Final = 30


class Progress:
    """Draws a bar on standard error once a run has lasted a second, and wipes it when the run ends."""

    def __init__(self, *, quiet: bool) -> None:
        """Draw nothing when `quiet`, or when standard error is no terminal."""
        self._on = not quiet and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._drawn = False

    def __enter__(self) -> Self:
        """Start the clock."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the bar."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def step(self, done: int, total: int) -> None:
        """Say that `done` of `total` files are judged."""
        if not self._on or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _STEP
        self._drawn = True
        filled = _WIDTH * done // max(total, 1)
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{total} files")
        sys.stderr.flush()
