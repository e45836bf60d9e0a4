"""Where a finding about something that CI lacks stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.stack.pipelines import joined

if TYPE_CHECKING:
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_MOST: Final = 5


def home(stack: Stack, *preferred: str) -> Place:
    """Return the pipeline that people would look into first; where there is none, a file that should be there."""
    pipeline = joined(stack).home
    return pipeline.place if pipeline is not None else stack.anchor(*preferred)


def listed(names: list[str]) -> str:
    """Return names as a sentence has them: `a`, `b` and `c`; of more than five, four and how many others."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) > _MOST:
        quoted = [*quoted[: _MOST - 1], f"{len(quoted) - _MOST + 1} others"]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
