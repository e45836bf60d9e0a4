"""Whether a repository deploys, decided once for every rule that asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.record import record
from maverick_lint.core.span import Place, Span
from maverick_lint.stack.deploy_jobs import DeployJob, Reason, deploy_jobs
from maverick_lint.stack.deploy_reach import reached_by
from maverick_lint.stack.deploy_scripts import DeployScript, deploy_scripts
from maverick_lint.stack.script_arguments import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.facts.pipeline import Step
    from maverick_lint.stack.model import Stack

_DEEPEST_ACTION: Final = 3

__all__ = ["DeployCommand", "Deploys", "commands", "commands_of_script", "deploys", "judged_jobs"]


@record
class Deploys:
    """What a repository deploys with.

    containers  the paths of its Dockerfiles and Compose files
    reasons     the places that show it, for those who ask why; () when it does not deploy
    """

    jobs: tuple[DeployJob, ...]
    scripts: tuple[DeployScript, ...]
    containers: tuple[str, ...]
    reasons: tuple[Reason, ...]

    def __bool__(self) -> bool:
        """Whether it deploys: it has containers, and a job or script that puts them to work."""
        return bool(self.reasons)

    @property
    def anchor(self) -> Place:
        """The place for a finding about something that is missing: where the deployment is."""
        if self.jobs:
            return self.jobs[0].job.place
        return next((one.flow.heading for one in self.scripts if one.role == "deploy"), Place(".", Span(0, 0)))


@record
class DeployCommand:
    """A command of a deployment: in a job's step, or in a script. `remote` when it runs on a server."""

    command: Command
    job: DeployJob | None = None
    step: Step | None = None
    script: DeployScript | None = None
    remote: bool = False


def deploys(stack: Stack) -> Deploys:
    """Return what the repository deploys with; it is false when the repository does not deploy."""
    known = stack.memo.get("deploys")
    if not isinstance(known, Deploys):
        jobs = deploy_jobs(stack)
        scripts = deploy_scripts(stack)
        containers = stack.paths("dockerfile", "compose")
        reasons = [reason for one in jobs for reason in one.reasons[:1]]
        reasons += [Reason(one.flow.heading, one.why) for one in scripts if one.role == "deploy"]
        known = Deploys(jobs, scripts, containers, tuple(reasons) if containers else ())
        stack.memo["deploys"] = known
    return known


def judged_jobs(stack: Stack) -> tuple[DeployJob, ...]:
    """Return the deploy jobs to hold to the standard: those that reach a server, or any where containers are built.

    A job that is only called so, in a repository without containers, puts something else somewhere else.
    """
    found = deploys(stack)
    return tuple(one for one in found.jobs if one.remote or found.containers)


def commands(stack: Stack) -> tuple[DeployCommand, ...]:
    """Return every command of the deploy jobs, of the actions and targets that they call, and of the deploy scripts."""
    known = stack.memo.get("deploy-commands")
    if not isinstance(known, tuple):
        known = stack.memo["deploy-commands"] = tuple(_commands(stack))
    return known


def _commands(stack: Stack) -> Iterator[DeployCommand]:
    scripts = deploy_scripts(stack, "deploy", "rollback", "pre-deploy")
    paths = {one.script.path for one in scripts}
    own: set[Place] = set()
    for one in judged_jobs(stack):
        for step in _steps(stack, one.job.steps):
            for command in step.commands:
                own.add(command.place)
                yield DeployCommand(command, one, step, remote=step.remote or command.remote)
    # One walk for each pipeline: what several jobs call is told once. What a script does is its own.
    for pipeline, jobs in _by_pipeline(judged_jobs(stack)):
        for reached in reached_by(stack, pipeline, tuple(one.job for one in jobs)):
            called = reached.command
            if called is not None and called.place not in own and called.place.path not in paths:
                own.add(called.place)
                caller = next(one for one in jobs if one.job is reached.way.jobs[0])
                yield DeployCommand(called, caller, reached.way.step, remote=called.remote)
    for script in scripts:
        for command in commands_of_script(stack, script):
            yield DeployCommand(command, script=script, remote=True)


def commands_of_script(stack: Stack, script: DeployScript) -> tuple[Command, ...]:
    """Return the commands of a deploy script, with what all of its callers give alike put in."""
    return filled(stack, script.script.path, script.script.commands)


def _by_pipeline(found: tuple[DeployJob, ...]) -> list[tuple[Pipeline, list[DeployJob]]]:
    grouped: dict[str, list[DeployJob]] = {}
    for one in found:
        grouped.setdefault(one.pipeline.path, []).append(one)
    return [(jobs[0].pipeline, jobs) for jobs in grouped.values()]


def _steps(stack: Stack, steps: tuple[Step, ...], depth: int = 0) -> Iterator[Step]:
    """Yield steps, and in the place of one that calls an action of the repository its steps."""
    for step in steps:
        if step.never:
            continue
        yield step
        folder = step.uses.removeprefix("./").strip("/") if step.uses.startswith("./") else ""
        for action in stack.every(Pipeline) if folder and depth < _DEEPEST_ACTION else ():
            if action.role == "action" and action.path.rpartition("/")[0] == folder:
                for job in action.jobs:
                    yield from _steps(stack, job.steps, depth + 1)
