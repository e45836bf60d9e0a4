"""stack/unit-container."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.container_names import container_names
from maverick_lint.stack.near_names import NearNames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.model import Stack

_LIKE = 0.75


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for each container that a command names, nothing creates, and whose name is nearly one of those."""
    names = container_names(stack)
    if not names.created or not all(one.known for one in names.created):
        return
    created = {one.name: one.place for one in reversed(names.created)}
    near = NearNames(created)
    seen: set[Place] = set()
    for one in names.used:
        if one.name in created or one.place in seen:
            continue
        seen.add(one.place)
        close = near.close(one.name, _LIKE)
        # `app-1` is what Compose makes of a service, `app-old` what an earlier version of a script has left
        if close and not one.name.startswith(f"{close}-") and not one.name.endswith(("-1", "_1")):
            related = (Related(created[close], f"the name `{close}` is given here"),)
            yield Hit(one.place, {"name": one.name, "close": close}, related=related)
