"""Every kind of pipeline that GitLab starts, and which jobs can be in it.

What a person or a project sets is left open; what the kind of pipeline decides is known: a pipeline of a tag has no
branch, and only one of a merge request has its number.
Source: docs.gitlab.com/ci/variables/predefined_variables/ and /ci/jobs/job_rules/, tables of CI_PIPELINE_SOURCE
(2026-11-24).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record
from maverick_lint.formats.gitlab.conditions import GIVEN, ConditionError, Given, evaluate
from maverick_lint.formats.gitlab.jobs import referenced, through

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.formats.gitlab.conditions import Known
    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value

SOURCES: Final = (
    "api", "chat", "external", "external_pull_request_event", "merge_request_event", "ondemand_dast_scan",
    "ondemand_dast_validation", "parent_pipeline", "pipeline", "push", "schedule", "security_orchestration_policy",
    "trigger", "web", "webide",
)  # fmt: skip
_KEYWORDS: Final = {
    "api": "api", "chat": "chat", "external": "external", "external_pull_request_event": "external_pull_requests",
    "merge_request_event": "merge_requests", "pipeline": "pipelines", "push": "pushes", "schedule": "schedules",
    "trigger": "triggers", "web": "web",
}  # fmt: skip
_REFS: Final = {"branch": "branches", "tag": "tags", "request": "merge_requests"}
_OPEN: Final = object()
_MR: Final = "CI_MERGE_REQUEST_"
_GIVEN_IN_REQUESTS: Final = ("ID", "IID", "TITLE", "SOURCE_BRANCH_NAME", "TARGET_BRANCH_NAME", "PROJECT_ID",
                             "PROJECT_PATH", "REF_PATH", "SOURCE_PROJECT_ID", "SOURCE_PROJECT_PATH", "EVENT_TYPE",
                             "DIFF_BASE_SHA", "DIFF_ID", "PROJECT_URL", "SOURCE_PROJECT_URL")  # fmt: skip
_ONLY_IN_REQUESTS: Final = ("LABELS", "MILESTONE", "ASSIGNEES", "APPROVED", "DESCRIPTION", "DRAFT",
                            "SOURCE_BRANCH_SHA", "TARGET_BRANCH_SHA", "TARGET_BRANCH_PROTECTED")  # fmt: skip
_ALWAYS: Final[dict[str, Known]] = {
    "CI": "true", "GITLAB_CI": "true", "CI_COMMIT_REF_NAME": GIVEN, "CI_COMMIT_REF_SLUG": GIVEN, "CI_COMMIT_SHA": GIVEN,
    "CI_DEFAULT_BRANCH": GIVEN, "CI_PROJECT_PATH": GIVEN, "CI_PROJECT_ID": GIVEN, "CI_PROJECT_NAMESPACE": GIVEN,
    "CI_PIPELINE_ID": GIVEN,
}  # fmt: skip


@record
class World:
    """A kind of pipeline: what starts it, whether it is of a branch, a tag or a merge request, and its variables."""

    source: str
    ref: str
    variables: Mapping[str, Known]


@lru_cache(maxsize=1)
def worlds() -> tuple[World, ...]:
    """Return every kind of pipeline."""
    return tuple(_worlds())


def _worlds() -> Iterator[World]:
    for source in SOURCES:
        refs: tuple[str, ...] = ("branch", "tag")
        if source == "merge_request_event":
            refs = ("request",)
        elif source == "parent_pipeline":
            refs = ("branch", "tag", "request")
        for ref in refs:
            yield World(source, ref, _variables(source, ref))


def _variables(source: str, ref: str) -> dict[str, Known]:
    found: dict[str, Known] = {**_ALWAYS, "CI_PIPELINE_SOURCE": source}
    found["CI_COMMIT_BRANCH"] = GIVEN if ref == "branch" else None
    found["CI_COMMIT_TAG"] = GIVEN if ref == "tag" else None
    for name in _GIVEN_IN_REQUESTS:
        found[_MR + name] = GIVEN if ref == "request" else None
    if ref != "request":
        found.update(dict.fromkeys([_MR + name for name in _ONLY_IN_REQUESTS]))
    return found


def can_start(ci: GitlabCi, job: Job, world: World) -> bool:
    """Say whether a job may be in a pipeline of this kind, by itself or for a person to start; in doubt it may."""
    workflow = ci.top.get("workflow")
    rules = None if workflow is None else workflow.get("rules")
    if rules is not None and not _passes(ci, rules, world, None):
        return False
    own = job.get("rules")
    if own is not None and not (own.node.is_scalar and own.node.value is None):
        return _passes(ci, own, world, job.get("when"))
    when = job.get("when")
    if when is not None and when.text == "never":
        return False
    only, without = job.get("only"), job.get("except")
    if only is None and without is None:
        return True
    return _let_in(only, world) and not _shut_out(without, world)


def rules_of(ci: GitlabCi, value: Value | None) -> list[Value] | None:
    """Return the rules of a list, references resolved; None when one leads to what is not known."""
    given = through(value, ci.top)
    if given is None or not given.node.is_list:
        return None
    found: list[Value] = []
    for item in given.items():
        target: Value | None = item
        if item.node.tag == "!reference":
            target = through(referenced(item, ci.top), ci.top)
        inner = rules_of(ci, target) if target is not None and target.node.is_list else [target] if target else None
        if inner is None:
            return None
        found.extend(inner)
    return found


def holds(rule: Value, world: World) -> bool | None:
    """Say whether the `if` of a rule holds in a pipeline of this kind; files are never known."""
    condition = rule.get("if")
    if condition is None:
        return True if rule.get("changes") is None and rule.get("exists") is None else None
    text = condition.text
    truth = None if text is None or "$[[" in text else _truth(text, world)
    return None if truth and (rule.get("changes") is not None or rule.get("exists") is not None) else truth


def _truth(text: str, world: World) -> bool | None:
    """Evaluate a condition once for all kinds of pipeline that do not differ in what it asks for."""
    names = _names(text)
    return _worked_out(text, names, tuple(world.variables.get(name, _OPEN) for name in names))


@lru_cache(maxsize=2048)
def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.findall(r"\$\{?(\w+)", text)))


@lru_cache(maxsize=2048)
def _worked_out(text: str, names: tuple[str, ...], values: tuple[Known | object, ...]) -> bool | None:
    known = {
        name: value for name, value in zip(names, values, strict=True) if isinstance(value, (str, Given, type(None)))
    }
    try:
        return evaluate(text, known)
    except ConditionError:
        return None


def _passes(ci: GitlabCi, value: Value, world: World, when: Value | None) -> bool:
    rules = rules_of(ci, value)
    if rules is None or not rules:
        return True
    for rule in rules:
        if rule.entries is None:
            return True
        truth = holds(rule, world)
        said = rule.get("when") or when
        if truth is not False and (said is None or said.text != "never"):
            return True
        if truth:
            return False
    return False


def _refs(value: Value | None) -> list[str] | None:
    if value is not None and value.entries is not None:
        value = value.get("refs")
    if value is None or value.node.tag == "!reference":
        return None
    return [item.text or "" for item in value.listed()]


def _let_in(only: Value | None, world: World) -> bool:
    """Say whether `only` may let a job into such a pipeline."""
    refs = _refs(only)
    refs = ["branches", "tags"] if refs is None else refs
    return any(_fits(name, world) is not False for name in refs)


def _shut_out(without: Value | None, world: World) -> bool:
    """Say whether `except` keeps a job out of every such pipeline."""
    refs = _refs(without)
    return refs is not None and any(_fits(name, world) for name in refs)


def _fits(name: str, world: World) -> bool | None:
    name = name.partition("@")[0]
    if name in (_KEYWORDS.get(world.source), _REFS[world.ref]):
        return None if "@" in name else True
    if name in _KEYWORDS.values() or name in _REFS.values():
        return False
    return None
