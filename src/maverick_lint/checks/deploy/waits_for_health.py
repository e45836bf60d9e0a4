"""deploy/waits-for-health: traffic moves only to a container that has answered."""

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
    """Yield switches of traffic with no health wait before them, and waits that do not keep the switch from coming."""
    for deployment in deployments(stack):
        yield from _unwaited(deployment)


def _unwaited(deployment: Deployment) -> Iterator[Hit]:
    start: Act | None = None
    waits: list[Act] = []
    for act in deployment.acts:
        if act.deed == "start":
            start, waits = act, []
        elif act.deed == "wait":
            waits.append(act)
        elif act.deed == "reload" and start is not None:
            started = Related(start.place, "the new container starts here")
            if not waits:
                yield Hit(act.place, related=(started,))
            elif not any(wait.stops and not wait.background for wait in waits):
                switch = Related(act.place, "traffic is switched here all the same")
                yield Hit(waits[-1].place, case="through", related=(switch,))
            start = None
