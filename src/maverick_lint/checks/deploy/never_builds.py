"""deploy/never-builds: a deployment takes what a release has built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.stack.builds import build_end, builds_by_action
from maverick_lint.stack.deploy_reach import before, reached_by
from maverick_lint.stack.deploys import commands, judged_jobs
from maverick_lint.stack.docker_runs import through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.command import Command
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Place
    from maverick_lint.stack.deploy_jobs import DeployJob
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield what builds in deploy jobs, in jobs that they wait for in a deploy workflow, and in deploy scripts."""
    seen: set[Place] = set()
    for hit in _all(stack):
        place = hit.at
        if place not in seen:
            seen.add(place)  # type: ignore[arg-type] # every hit of this check has a Place
            yield hit


def _all(stack: Stack) -> Iterator[Hit]:
    by_pipeline: dict[str, list[DeployJob]] = {}
    for one in judged_jobs(stack):
        by_pipeline.setdefault(one.pipeline.path, []).append(one)
    for jobs in by_pipeline.values():
        yield from _of_jobs(stack, jobs)
    for command in commands(stack):
        who = "a deploy job" if command.script is None else f"{command.script.script.path.rpartition('/')[2]}"
        yield from _of_command(command.command, who)


def _of_jobs(stack: Stack, found: list[DeployJob]) -> Iterator[Hit]:
    """Yield what the deploy jobs of one pipeline build, and in a deploy workflow the jobs that they wait for."""
    pipeline = found[0].pipeline
    own = {one.job.id for one in found}
    needed = (job for one in found if one.dedicated for job in before(pipeline, one.job))
    jobs = {job.id: job for job in (*(one.job for one in found), *needed)}
    for reached in reached_by(stack, pipeline, tuple(jobs.values())):
        related = reached.way.related() if len(reached.way.hops) > 1 else ()
        first = reached.way.jobs[0]
        who = f"the deploy job {first.id}" if first.id in own else f"the job {first.id} of a deploy workflow"
        if reached.uses and builds_by_action(reached.uses):
            yield Hit(reached.place, {"what": reached.uses.partition("@")[0], "who": who}, related=related)
        if reached.command is not None:
            for hit in _of_command(reached.command, who):
                yield Hit(hit.at, hit.values, related=related)


def _of_command(command: Command, who: str) -> Iterator[Hit]:
    end = build_end(command)
    if end is not None:
        number = next(n for n, word in enumerate(command.words) if word is end)
        shown = [command.words[0], command.words[1], end] if number > 2 else command.words[: number + 1]  # noqa: PLR2004 - the options between are left out
        what = " ".join(word.raw for word in shown)
        yield Hit(through(command, end), {"what": what, "who": who})
