"""When the jobs of a configuration run.

Source: docs.gitlab.com/ci/jobs/job_rules/, /ci/yaml/#workflow, /ci/yaml/deprecated_keywords/#only--except, and
/ci/pipelines/merge_request_pipelines/ (2026-11-24).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.gitlab.conditions import GIVEN, ConditionError, Known, evaluate
from maverick_lint.formats.gitlab.jobs import flattened, through
from maverick_lint.formats.gitlab.refs import allowed
from maverick_lint.formats.gitlab.worlds import can_start, worlds

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value

# The pipelines that a merge request has: its own, and that of its branch, which GitLab shows in the merge request.
MERGE_REQUEST: Final[dict[str, Known]] = {
    "CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_ID": GIVEN, "CI_MERGE_REQUEST_IID": GIVEN,
    "CI_MERGE_REQUEST_TITLE": GIVEN, "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": GIVEN, "CI_DEFAULT_BRANCH": GIVEN,
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": GIVEN, "CI_OPEN_MERGE_REQUESTS": GIVEN, "CI_COMMIT_BRANCH": None,
    "CI_COMMIT_TAG": None, "CI": "true", "GITLAB_CI": "true", "CI_COMMIT_REF_NAME": GIVEN,
}  # fmt: skip
BRANCH: Final[dict[str, Known]] = {
    "CI_PIPELINE_SOURCE": "push", "CI_MERGE_REQUEST_ID": None, "CI_MERGE_REQUEST_IID": None,
    "CI_MERGE_REQUEST_TITLE": None, "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": None, "CI_DEFAULT_BRANCH": "main",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": None, "CI_OPEN_MERGE_REQUESTS": GIVEN, "CI_COMMIT_BRANCH": "a-feature",
    "CI_COMMIT_TAG": None, "CI": "true", "GITLAB_CI": "true", "CI_COMMIT_REF_NAME": "a-feature",
}  # fmt: skip


@record
class Runs:
    """When a job runs, as `core.facts.pipeline.Job` says it; `merge_request` leaves branch pipelines aside."""

    on_change: bool | None
    merge_request: bool | None
    filtered: bool
    manual: bool
    never: bool


def runs_of(model: GitlabCi, job: Job, variables: Mapping[str, str]) -> Runs:
    """Return when a job runs, the workflow's own rules considered."""
    in_request = _both(workflow_runs(model, MERGE_REQUEST, variables), _in(model, job, MERGE_REQUEST, variables))
    in_branch = _both(workflow_runs(model, BRANCH, variables), _in(model, job, BRANCH, variables))
    rules = _rules(model, job.get("rules"))
    whens = [_when(rule, job) for rule in rules] if rules is not None else [_when(None, job)]
    possible = [when for when in whens if when != "never"]
    on_change = True if in_request or in_branch else None if None in (in_request, in_branch) else False
    changing = (
        rules is not None
        and bool(rules)
        and all(rule.get("changes") is not None or _when(rule, job) == "never" for rule in rules)
    )
    return Runs(
        on_change=on_change,
        merge_request=in_request,
        filtered=changing or (rules is None and _only_changes(job)),
        manual=bool(possible) and all(when == "manual" for when in possible),
        never=not possible or not any(can_start(model, job, world) for world in worlds()),
    )


def workflow_runs(model: GitlabCi, pipeline: Mapping[str, Known], variables: Mapping[str, str]) -> bool | None:
    """Say whether the workflow's rules let a pipeline of this kind start."""
    rules = _rules(model, model.top["workflow"].get("rules")) if "workflow" in model.top else None
    if rules is None:
        # Without rules there are no pipelines of merge requests but those that a job's own rules make.
        return True
    return _first(rules, None, {**variables, **pipeline}, {})


def _in(model: GitlabCi, job: Job, pipeline: Mapping[str, Known], variables: Mapping[str, str]) -> bool | None:
    rules = _rules(model, job.get("rules"))
    if rules is not None:
        return _first(rules, job, {**variables, **pipeline}, {}) if rules else True
    only, without = job.get("only"), job.get("except")
    automatic = _when(None, job) != "manual"
    if only is None and without is None and "workflow" in model.top and model.top["workflow"].get("rules") is not None:
        return automatic
    return automatic and allowed(only, without, pipeline, {**variables, **pipeline})


def _rules(model: GitlabCi, value: Value | None) -> list[Value] | None:
    given = through(value, model.top)
    if given is None or not given.node.is_list:
        return None
    found: list[Value] = []
    for item in given.items():
        found.extend(flattened(item, model.top) if item.node.is_list else [item])
    return found


def _first(rules: Sequence[Value], job: Job | None, known: Mapping[str, Known], more: Mapping[str, str]) -> bool | None:
    """Return whether the first rule that holds makes the job run by itself."""
    undecided = False
    for rule in rules:
        if rule.entries is None:
            undecided = True
            continue
        holds = _holds(rule, {**more, **known})
        if holds is False:
            continue
        runs = _when(rule, job) not in ("never", "manual")
        if holds and not undecided:
            return runs
        if holds:
            return True if runs and all(_when(one, job) not in ("never", "manual") for one in rules) else None
        undecided = True
    if undecided:
        return None if any(_when(rule, job) not in ("never", "manual") for rule in rules) else False
    return False


def _holds(rule: Value, known: Mapping[str, Known]) -> bool | None:
    condition = rule.get("if")
    holds: bool | None = True
    if condition is not None:
        text = condition.text
        try:
            holds = None if text is None or "$[[" in text else evaluate(text, known)
        except ConditionError:
            holds = None
    # `changes` makes the job partial, which `filtered` says; which files exist is not asked here.
    return None if holds and rule.get("exists") is not None else holds


def _when(rule: Value | None, job: Job | None) -> str:
    for value in (rule, job.value if job is not None else None):
        given = value.get("when") if value is not None else None
        if given is not None and given.text is not None:
            return given.text
    return "on_success"


def _only_changes(job: Job) -> bool:
    only = job.get("only")
    return only is not None and only.get("changes") is not None


def _both(left: bool | None, right: bool | None) -> bool | None:  # noqa: FBT001 - two truths
    if left is False or right is False:
        return False
    return None if left is None or right is None else True
