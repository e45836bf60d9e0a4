"""Kinds of facts that no file states and the stack concludes; rules may wait for them as for others.

deployment  a job or a script of the repository deploys, whatever it deploys
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.stack.model import Stack


def derived(stack: Stack, stated: set[str]) -> set[str]:
    """Return the concluded kinds that hold, given the kinds that are stated."""
    if stated.isdisjoint(("pipeline", "script", "script-flow")):
        return set()
    from maverick_lint.stack.deploy_jobs import deploy_jobs  # only where something could deploy
    from maverick_lint.stack.deploy_scripts import deploy_scripts  # as above

    return {"deployment"} if deploy_jobs(stack) or deploy_scripts(stack) else set()
