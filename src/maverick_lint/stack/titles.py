"""Jobs that check the title of a pull or merge request against Conventional Commits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.facts.pipeline import Pipeline
from maverick_lint.core.record import record
from maverick_lint.stack.pipelines import CHANGE_EVENTS, in_use
from maverick_lint.stack.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.facts.pipeline import Setting, Trigger
    from maverick_lint.stack.model import Stack
    from maverick_lint.stack.reached import Reached

# Actions that check titles (their own pages, read in 2025 and 2026).
_ACTIONS: Final = frozenset(
    {
        "amannn/action-semantic-pull-request",
        "aslafy-z/conventional-pr-title-action",
        "beemojs/conventional-pr-action",
        "condenast/conventional-pull-request-action",
        "deepakputhraya/action-pr-title",
        "gsactions/commit-message-checker",
        "jef/conventional-commits-pr-action",
        "kontrolplane/pull-request-title-validator",
        "morrisoncole/pr-lint-action",
        "namoshek/github-pr-title-linter",
        "seferov/pr-lint-action",
        "slashgear/action-check-pr-title",
        "step-security/action-semantic-pull-request",
        "step-security/conventional-pr-title-action",
        "thehanimo/pr-title-checker",
        "ytanikin/pr-conventional-commits",
    }
)
# Programs that read one message, and the options with which they read commits instead.
_PROGRAMS: Final = frozenset(
    {"commitlint", "cog", "cz", "gitlint", "committed", "convco", "conventional-pre-commit", "commitlint-rs", "conform"}
)
_COMMIT_RANGES: Final = frozenset(
    {"--from", "-f", "--to", "-t", "--last", "-l", "--from-last-tag", "--commits", "--rev-range"}
)
_COMMIT_ACTIONS: Final = frozenset(
    {"wagoid/commitlint-github-action", "webiny/action-conventional-commits", "opensource-nepal/commitlint"}
)
_TITLES: Final = ("pull_request.title", "CI_MERGE_REQUEST_TITLE", "--json title")
_DEFAULT_TYPES: Final = frozenset({"opened", "synchronize", "reopened"})


@record
class TitleCheck:
    """A check of titles, and the activity types without which some titles stay unchecked."""

    reached: Reached
    trigger: Trigger | None
    missing: tuple[str, ...]


@record
class Titles:
    """Checks of titles; `commits` are those that read commit messages only; `unknown`: something may check titles."""

    checks: tuple[TitleCheck, ...]
    commits: tuple[Reached, ...]
    unknown: bool


def titles(stack: Stack) -> Titles:
    """Return what checks titles, and what comes near; made once for each stack."""
    memo = stack.memo.get("titles")
    if isinstance(memo, Titles):
        return memo
    everything = stack.every(Pipeline)
    walk = Walk(stack, everything)
    for pipeline in everything:
        if pipeline.role == "pipeline" and in_use(pipeline.path) and _change_events(pipeline):
            walk.start(pipeline, [job for job in pipeline.jobs if job.on_change is not False and not job.never])
    reached = walk.run()
    checks = tuple(_check(one) for one in reached if _checks_title(one))
    commits = tuple(one for one in reached if not _checks_title(one) and _checks_commits(one))
    result = Titles(checks, commits, any(_may_check(one) for one in reached))
    stack.memo["titles"] = result
    return result


def _change_events(pipeline: Pipeline) -> list[Trigger]:
    return [trigger for trigger in pipeline.triggers if trigger.event in CHANGE_EVENTS]


def _check(reached: Reached) -> TitleCheck:
    pipeline = reached.way.pipeline
    triggers = [one for one in _change_events(pipeline) if one.event != "merge_request"] if pipeline else []
    if not triggers:
        return TitleCheck(reached, None, ())
    types = {kind for trigger in triggers for kind in (trigger.types or _DEFAULT_TYPES)}
    return TitleCheck(reached, triggers[0], tuple(kind for kind in ("opened", "edited") if kind not in types))


def _checks_title(reached: Reached) -> bool:
    if reached.uses:
        return reached.uses.partition("@")[0].lower() in _ACTIONS or _is_script_action(reached)
    if reached.hook is not None:
        return False
    for form in reached.forms:
        if form[0] in _PROGRAMS and not any((word or "").partition("=")[0] in _COMMIT_RANGES for word in form[1:]):
            return _title_is_given(reached)
    return _compares(reached)


def _is_script_action(reached: Reached) -> bool:
    """Say whether actions/github-script compares the title with the types of Conventional Commits."""
    step = reached.way.step
    script = (step.given("script") or "") if step is not None and "github-script" in reached.uses else ""
    return "title" in script and "feat" in script


def _compares(reached: Reached) -> bool:
    """Say whether a script compares the title with a pattern of its own."""
    script = reached.way.step.script if reached.way.step is not None else ""
    return "feat" in script and "fix" in script and _names_title(script, _settings(reached))


def _title_is_given(reached: Reached) -> bool:
    settings = _settings(reached)
    scripts = [step.script for job in reached.way.jobs for step in job.steps]
    return any(_is_title(setting) for setting in settings) or any(_names_title(text, settings) for text in scripts)


def _names_title(script: str, settings: Iterable[Setting]) -> bool:
    if any(title in script for title in _TITLES):
        return True
    return any(_is_title(setting) and setting.name in script for setting in settings)


def _is_title(setting: Setting) -> bool:
    return any(title in (setting.text or "") for title in _TITLES)


def _settings(reached: Reached) -> list[Setting]:
    way = reached.way
    given = [*(way.pipeline.env if way.pipeline else ())]
    for job in way.jobs:
        given.extend(job.env)
    return [*given, *(way.step.env if way.step else ())]


def _checks_commits(reached: Reached) -> bool:
    return reached.uses.partition("@")[0].lower() in _COMMIT_ACTIONS or any(
        form[0] == "commitlint" for form in reached.forms
    )


def _may_check(reached: Reached) -> bool:
    """Say whether a workflow or action that is not looked into is called like a check of titles."""
    name = reached.uses.partition("@")[0].lower()
    pipeline = reached.way.pipeline
    if not reached.known and reached.way.step is None and pipeline is not None and pipeline.system == "gitlab":
        return not name.startswith("template")
    if not name or name in _COMMIT_ACTIONS or name.endswith("labeler"):
        return False
    return any(word in name for word in ("pr-title", "pull-request-title", "semantic-pr", "conventional-pr", "lint-pr"))
