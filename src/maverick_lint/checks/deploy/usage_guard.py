"""deploy/usage-guard: a deploy script looks at its arguments before it uses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.stack.deploy_scripts import deploy_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the first use of each positional parameter that is never checked."""
    for one in deploy_scripts(stack, "deploy", "rollback", "pre-deploy"):
        name = one.script.path.rpartition("/")[2]
        for number, place in one.flow.unguarded:
            yield Hit(place, {"number": number, "script": name})
