"""Where a finding about something that CI lacks stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.stack.pipelines import joined

if TYPE_CHECKING:
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack


def home(stack: Stack, *preferred: str) -> Place:
    """Return the pipeline that people would look into first; where there is none, a file that should be there."""
    pipeline = joined(stack).home
    return pipeline.place if pipeline is not None else stack.anchor(*preferred)


def listed(names: list[str]) -> str:
    """Return names as a sentence has them: `a`, `b` and `c`."""
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1] if quoted else ""
