"""What a pipeline really runs: a command, an action or a hook, with the way that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Related
from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Job, Pipeline, Step
    from maverick_lint.core.facts.tasks import Hook
    from maverick_lint.core.span import Place
    from maverick_lint.stack.launchers import Words


@record
class Way:
    """The way to a command: the pipeline that an event starts, and what calls what.

    pipeline  the one that the event starts; None for the service pre-commit.ci
    jobs      the jobs on the way, the first one first; the last holds the step
    names     what jobs, steps, targets and scripts on the way are called
    hops      the places on the way
    loose     the place where a failure of all that follows is thrown away; None when it counts
    skipped   hooks that `SKIP` leaves out
    folder    the folder that `cd` or an option led to, "" for the root or one that is unknown
    """

    pipeline: Pipeline | None
    jobs: tuple[Job, ...] = ()
    step: Step | None = None
    names: tuple[str, ...] = ()
    hops: tuple[tuple[Place, str], ...] = ()
    loose: Place | None = None
    skipped: frozenset[str] = frozenset()
    folder: str = ""

    def related(self) -> tuple[Related, ...]:
        """Return the places on the way for a finding."""
        return tuple(Related(place, text) for place, text in self.hops)


@record
class Reached:
    """Something that is run.

    forms     of a command: how it reads with and without its launchers; () for an action or a hook
    uses      of a step: the action, reusable workflow or image that it calls, "" for a command
    hook      the pre-commit hook that is run
    known     False when a target, script or workflow is called that cannot be looked into
    followed  what it calls is looked into, and stands for it
    """

    place: Place
    way: Way
    forms: tuple[Words, ...] = ()
    uses: str = ""
    hook: Hook | None = None
    command: Command | None = None
    known: bool = True
    followed: bool = False
