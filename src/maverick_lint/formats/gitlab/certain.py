"""Which jobs surely are in the pipelines that anybody with a branch can start.

`worlds` asks what can be; this asks what is, so that in doubt the answer is no.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.gitlab import runs
from maverick_lint.formats.gitlab.conditions import GIVEN
from maverick_lint.formats.gitlab.refs import allowed
from maverick_lint.formats.gitlab.worlds import World, holds, rules_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.formats.gitlab.conditions import Known
    from maverick_lint.formats.gitlab.model import GitlabCi, Job
    from maverick_lint.formats.gitlab.tree import Value

_UNPROTECTED: Final[dict[str, Known]] = {"CI_COMMIT_REF_PROTECTED": "false"}
BRANCH: Final[Mapping[str, Known]] = {**runs.BRANCH, **_UNPROTECTED}
REQUEST: Final[Mapping[str, Known]] = {**runs.MERGE_REQUEST, "CI_MERGE_REQUEST_PROJECT_PATH": GIVEN, **_UNPROTECTED}


def surely_starts(ci: GitlabCi, job: Job, known: Mapping[str, Known]) -> bool:
    """Say whether a job is in a pipeline with these variables, by itself or for a person to start."""
    workflow = ci.top.get("workflow")
    world = World(str(known.get("CI_PIPELINE_SOURCE")), "", known)
    rules = None if workflow is None else workflow.get("rules")
    if rules is not None and not _first(ci, rules, world, None):
        return False
    own, when = job.get("rules"), job.get("when")
    if own is not None:
        return _first(ci, own, world, when)
    if when is not None and when.text == "never":
        return False
    only, without = job.get("only"), job.get("except")
    if only is None and without is None and rules is not None:
        return True
    return allowed(only, without, known, known) is True


def _first(ci: GitlabCi, value: Value, world: World, when: Value | None) -> bool:
    rules = rules_of(ci, value)
    for rule in rules or ():
        if rule.entries is None:
            return False
        truth = holds(rule, world)
        if truth is None:
            return False
        if truth:
            said = rule.get("when") or when
            return said is None or said.text != "never"
    return False
