"""compose/no-orchestration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.stack.evidence import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each thing that only Swarm or Nomad fulfils: a key of a Compose file, a command, an action."""
    for sign in evidence(stack, "swarm", "nomad"):
        what = sign.what[:1].upper() + sign.what[1:]
        yield Hit(sign.place, {"what": what, "name": sign.name})
