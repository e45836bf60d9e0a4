"""deploy/manual-dispatch: somebody decides to deploy, and says which version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related
from maverick_lint.stack.deploys import judged_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.facts.pipeline import Input, Pipeline
    from maverick_lint.core.rule import Options
    from maverick_lint.stack.deploy_jobs import DeployJob
    from maverick_lint.stack.model import Stack

_VERSION: Final = re.compile(r"(?:^|[-_])(?:version|tag|release|image|sha|digest|build)(?:$|[-_])", re.IGNORECASE)
_CALLED: Final = frozenset({"workflow_call", "repository_dispatch", "deployment"})
_TAG: Final = re.compile(r"CI_COMMIT_TAG")


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield pipelines that deploy without being asked for a version."""
    first: dict[str, DeployJob] = {}
    for one in judged_jobs(stack):
        if one.pipeline.system == "gitlab":
            yield from _gitlab(one)
        else:
            first.setdefault(one.pipeline.path, one)
    for one in first.values():
        yield from _github(one)


def _github(one: DeployJob) -> Iterator[Hit]:
    pipeline = one.pipeline
    related = (Related(one.job.place, f"the job {one.job.id} deploys"),)
    dispatch = next((t for t in pipeline.triggers if t.event == "workflow_dispatch"), None)
    if dispatch is None:
        if pipeline.triggers and not any(t.event in _CALLED for t in pipeline.triggers):
            trigger = pipeline.triggers[0]
            yield Hit(trigger.place, {"event": trigger.event}, related=related)
        return
    versions = [item for item in _inputs(pipeline) if _VERSION.search(item.name)]
    if not versions:
        yield Hit(dispatch.place, case="version", related=related)
    elif not any(item.required and item.default is None for item in versions):
        wanted = versions[0]
        case = "optional" if wanted.default is None else "default"
        yield Hit(wanted.place, {"input": wanted.name, "default": wanted.default or ""}, case=case, related=related)


def _inputs(pipeline: Pipeline) -> tuple[Input, ...]:
    return tuple(item for item in pipeline.inputs if item.event == "workflow_dispatch")


def _gitlab(one: DeployJob) -> Iterator[Hit]:
    job = one.job
    if not job.manual and not any(item.event for item in one.pipeline.inputs if _VERSION.search(item.name)):
        if _TAG.search(job.condition) is None and job.on_change is not None and not _for_tags_only(one):
            yield Hit(job.place, {"job": job.id}, case="gitlab")
        return
    named = [item.name for item in one.pipeline.inputs] + [s.name for s in (*one.pipeline.env, *job.env)]
    if not any(_VERSION.search(name) for name in named) and not _deploys_tags(one):
        yield Hit(job.place, {"job": job.id}, case="gitlab-version")


def _for_tags_only(one: DeployJob) -> bool:
    """Say whether a job reads the tag that started its pipeline, as one does that runs for nothing else."""
    return any("CI_COMMIT_TAG" in step.script for step in one.job.steps)


def _deploys_tags(one: DeployJob) -> bool:
    """Say whether a job deploys the version of a Git tag: its pipeline runs for tags, or its commands read it."""
    text = one.job.condition + " ".join(step.script for step in one.job.steps)
    return _TAG.search(text) is not None or bool(
        re.search(r"\$\{?(?:\w*VERSION|CI_COMMIT_SHA|CI_COMMIT_SHORT_SHA)", text)
    )
