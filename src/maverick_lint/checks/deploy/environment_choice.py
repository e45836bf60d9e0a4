"""deploy/environment-choice: one workflow deploys to every environment, and its caller chooses which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.deploys import judged_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maverick_lint.core.facts.pipeline import Input, Job, Pipeline
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.deploy_jobs import DeployJob
    from maverick_lint.stack.model import Stack

_NAMES: Final = ("environment", "env", "target", "target_environment", "deploy_environment", "stage")
_SAME: Final = {
    "stage": "staging",
    "stg": "staging",
    "uat": "staging",
    "preprod": "staging",
    "prd": "production",
    "live": "production",
}


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield deploy workflows without a choice of environment, and deploy jobs that do not take it."""
    wanted = [name.lower() for name in options["environments"]]
    if len(wanted) < 2:  # noqa: PLR2004 - there is nothing to choose
        return
    by_pipeline: dict[str, list[DeployJob]] = {}
    for one in judged_jobs(stack):
        by_pipeline.setdefault(one.pipeline.path, []).append(one)
    for jobs in by_pipeline.values():
        if jobs[0].pipeline.system == "gitlab":
            yield from _gitlab(jobs, wanted)
        else:
            yield from _github(jobs, wanted)


def _github(jobs: list[DeployJob], wanted: list[str]) -> Iterator[Hit]:
    pipeline = jobs[0].pipeline
    dispatch = next((t for t in pipeline.triggers if t.event == "workflow_dispatch"), None)
    if dispatch is None or _one_job_each(jobs):
        return
    choice = _choice(pipeline)
    names = " and ".join(wanted)
    if choice is None:
        yield Hit(dispatch.place, {"names": names}, case="", related=(_deploying(jobs[0]),))
        return
    if choice.type not in ("choice", "environment"):
        yield Hit(choice.place, {"input": choice.name, "type": choice.type, "names": names}, case="type")
    elif choice.type == "choice" and choice.options:
        missing = _missing(choice.options, wanted)
        if missing:
            yield Hit(choice.place, {"input": choice.name, "missing": missing}, case="options")
    for one in jobs:
        yield from _untaken(one, choice)


def _untaken(one: DeployJob, choice: Input) -> Iterator[Hit]:
    job = one.job
    if job.uses:
        return  # GitHub allows a job that calls a workflow no environment of its own
    if job.environment is None:
        yield Hit(job.place, {"job": job.id, "input": choice.name}, case="none")
    elif "${{" not in job.environment and choice.name not in job.condition:
        at = job.environment_place or job.place
        yield Hit(at, {"job": job.id, "environment": job.environment, "input": choice.name}, case="fixed")


def _gitlab(jobs: list[DeployJob], wanted: list[str]) -> Iterator[Hit]:
    """Yield jobs without an environment, and environments that are missing in the jobs or in the variable they take."""
    fixed: list[Job] = []
    complete = True
    for one in jobs:
        environment = one.job.environment
        if environment is None:
            yield Hit(one.job.place, {"job": one.job.id}, case="gitlab")
            complete = False
        elif "$" not in environment:
            fixed.append(one.job)
        else:
            complete = False
            name = environment.strip("${}")
            choice = next((item for item in one.pipeline.inputs if item.name == name), None)
            missing = _missing(choice.options, wanted) if choice is not None and choice.options else ""
            if choice is not None and missing:
                yield Hit(choice.place, {"input": name, "missing": missing}, case="options")
    missing = _missing([job.environment or "" for job in fixed], wanted) if complete and fixed else ""
    if missing:
        at = fixed[0].environment_place or fixed[0].place
        yield Hit(at, {"environment": fixed[0].environment or "", "missing": missing}, case="gitlab-one")


def _missing(options: Sequence[str], wanted: list[str]) -> str:
    return " and ".join(name for name in wanted if not any(_means(option, name) for option in options))


def _choice(pipeline: Pipeline) -> Input | None:
    inputs = [item for item in pipeline.inputs if item.event == "workflow_dispatch"]
    by_type = next((item for item in inputs if item.type == "environment"), None)
    return by_type or next((item for item in inputs if re.sub(r"[- ]", "_", item.name.lower()) in _NAMES), None)


def _means(option: str, name: str) -> bool:
    """Say whether an option stands for an environment: `prod` for production, `staging-eu` for staging."""
    low = option.lower()
    if _SAME.get(low) == name:
        return True
    return low.startswith(name) or (name.startswith(low) and len(low) >= 3)  # noqa: PLR2004 - `prod`, `stg` is too short


def _one_job_each(jobs: list[DeployJob]) -> bool:
    """Say whether each environment has a job of its own."""
    fixed = {one.job.environment for one in jobs if one.job.environment and "${{" not in one.job.environment}
    return len(fixed) > 1


def _deploying(one: DeployJob) -> Related:
    return Related(one.job.place, f"the job {one.job.id} deploys")
