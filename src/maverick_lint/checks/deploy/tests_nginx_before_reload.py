"""deploy/tests-nginx-before-reload: nginx reads a changed configuration only after `nginx -t` has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.docker_runs import deployments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.flow import Act
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.docker_runs import Deployment
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield reloads of nginx that no test precedes, or none since the configuration was last written."""
    for deployment in deployments(stack):
        yield from _untested(deployment)


def _untested(deployment: Deployment) -> Iterator[Hit]:
    edit: Act | None = None
    tested = early = False
    seen = set()
    for act in deployment.acts:
        if act.deed == "edit":
            early = early or tested
            edit, tested = act, False
        elif act.deed == "test":
            # Without errexit a failing test may still be looked at; with it, one that does not stop is thrown away.
            tested = act.stops or not deployment.strict
        elif act.deed == "reload" and not tested and act.place not in seen:
            seen.add(act.place)
            related = () if edit is None else (Related(edit.place, "the configuration is written here"),)
            yield Hit(act.place, case="early" if early and edit is not None else "", related=related)
