"""What actions and commands need of the job's token.

Source: the README files of the actions, and docs.github.com "Permissions required for GitHub Apps" for what a call of
the server needs (2026-11-24). A right is (scope, value); of several rights of an entry all are needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.github_workflow._registry import builds_and_pushes, is_of_job, registry_pushes
from maverick_lint.core.span import Span
from maverick_lint.formats._by_hand import ByHand
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.github.model import Job, Step, Workflow

Right = tuple[str, str]
# Who needs it, where that stands, the scopes of which one is needed, and the value.
Needed = tuple[str, "Node | Span", tuple[str, ...], str]
_PAGES: Final = "the README files of the actions"
_WRITE: Final = "write"
_IDENTITY: Final = ("id-token", _WRITE)
_CONTENTS: Final = ("contents", _WRITE)
_PULLS: Final = ("pull-requests", _WRITE)
_CHECKS: Final = ("checks", _WRITE)
# Actions that cannot do what they are for without the rights.
_ALWAYS: Final[ByHand[dict[str, tuple[Right, ...]]]] = ByHand(
    _PAGES,
    "2026-11-24",
    {
        "actions/deploy-pages": (("pages", _WRITE), _IDENTITY),
        "actions/attest-build-provenance": (_IDENTITY, ("attestations", _WRITE)),
        "actions/attest-sbom": (_IDENTITY, ("attestations", _WRITE)),
        "actions/attest": (_IDENTITY, ("attestations", _WRITE)),
        "github/codeql-action/upload-sarif": (("security-events", _WRITE),),
        "github/codeql-action/analyze": (("security-events", _WRITE),),
        "actions/labeler": (_PULLS,),
        "softprops/action-gh-release": (_CONTENTS,),
        "ncipollo/release-action": (_CONTENTS,),
        "peter-evans/create-pull-request": (_CONTENTS, _PULLS),
        "googleapis/release-please-action": (_CONTENTS, _PULLS),
        "peaceiris/actions-gh-pages": (_CONTENTS,),
        "jamesives/github-pages-deploy-action": (_CONTENTS,),
        "release-drafter/release-drafter": (_CONTENTS,),
        "release-drafter/release-drafter/autolabeler": (_PULLS,),
        "dorny/test-reporter": (_CHECKS,),
        "enricomi/publish-unit-test-result-action": (_CHECKS,),
        "nuget/login": (_IDENTITY,),
    },
)
# Actions that write to issues or pull requests, for which either right will do.
_EITHER: Final = ByHand(_PAGES, "2026-11-24", frozenset({"actions/stale", "marocchino/sticky-pull-request-comment"}))
# Actions that commit and push with what the checkout has left.
_BY_GIT: Final = ByHand(
    _PAGES, "2026-11-24", frozenset({"stefanzweifel/git-auto-commit-action", "endbug/add-and-commit"})
)
# Inputs by which an action is told to use another token, or not to do it at all.
_OTHERWISE: Final = (
    "token", "github-token", "github_token", "repo-token", "ssh-key", "deploy_key", "personal_token", "upload",
    "app-id", "external_repository", "repository", "github_token_actor", "debug-only", "disable-releaser", "check_run",
)  # fmt: skip
# Actions that take the identity of the job where an input asks for it, unless one of the others is given.
_BY_IDENTITY: Final[ByHand[dict[str, tuple[str, frozenset[str]]]]] = ByHand(
    _PAGES,
    "2026-11-24",
    {
        "aws-actions/configure-aws-credentials": (
            "role-to-assume",
            frozenset({"aws-access-key-id", "web-identity-token-file", "role-chaining"}),
        ),
        "google-github-actions/auth": ("workload_identity_provider", frozenset({"credentials_json"})),
        "azure/login": ("client-id", frozenset({"creds", "auth-type"})),
        "rubygems/configure-rubygems-credentials": ("role-to-assume", frozenset({"api-token"})),
    },
)
# What a job's scripts hold when git talks to another place, or as somebody else.
_ELSEWHERE: Final = (
    "git clone", "remote set-url", "remote add", "insteadOf", "extraheader", "setup-git", "credential.helper",
    "git config --unset", "git init", "ssh-agent", "GIT_SSH", "pushurl",
)  # fmt: skip
# Commands of gh by their first two words.
_COMMANDS: Final[ByHand[dict[tuple[str, str], Right]]] = ByHand(
    "https://cli.github.com/manual and docs.github.com, Permissions required for GitHub Apps",
    "2026-11-24",
    {
        **{("release", verb): _CONTENTS for verb in ("create", "upload", "edit", "delete", "delete-asset")},
        **{
            ("issue", verb): ("issues", _WRITE)
            for verb in ("create", "close", "edit", "reopen", "delete", "pin", "lock")
        },
        **{("pr", verb): _PULLS for verb in ("create", "close", "edit", "reopen", "ready", "review")},
        ("pr", "merge"): _CONTENTS,
        ("workflow", "run"): ("actions", _WRITE),
        ("workflow", "enable"): ("actions", _WRITE),
        ("workflow", "disable"): ("actions", _WRITE),
        ("run", "rerun"): ("actions", _WRITE),
        ("run", "cancel"): ("actions", _WRITE),
        ("run", "delete"): ("actions", _WRITE),
        ("cache", "delete"): ("actions", _WRITE),
        **{("pr", verb): _PULLS for verb in ("lock", "unlock", "update-branch")},
        **{("issue", verb): ("issues", _WRITE) for verb in ("transfer", "unpin", "unlock")},
        # A comment and a label may belong to an issue or to a pull request.
        ("pr", "comment"): ("issues pull-requests", _WRITE),
        ("issue", "comment"): ("issues pull-requests", _WRITE),
        **{("label", verb): ("issues pull-requests", _WRITE) for verb in ("create", "edit", "delete", "clone")},
    },
)


def needs_of(source: Source, workflow: Workflow, job: Job, step: Step) -> Iterator[Needed]:
    """Yield what a step needs of the job's token."""
    if step.uses is not None:
        for scope, value in needed_by_action(step):
            yield step.action, step.uses, (scope,), value
        if step.action in _EITHER.rows and _is_plain(step):
            yield step.action, step.uses, ("issues", "pull-requests"), _WRITE
        if step.action == "actions/github-script" and is_of_job(step.given("github-token")):
            yield from _script_needs(source, step)
        elif step.action in _BY_GIT.rows and _keeps_token(job):
            yield step.action, step.uses, ("contents",), _WRITE
        elif step.action == "docker/build-push-action" and builds_and_pushes(workflow, job, step):
            yield "the push to ghcr.io", step.uses, ("packages",), _WRITE
    elif step.run is not None:
        for command in registry_pushes(source, workflow, job, step):
            yield command.name + " push to ghcr.io", command.words[0].place.span, ("packages",), _WRITE
        yield from _git_needs(source, job, step)
        yield from _gh_needs(source, workflow, job, step)


def _script_needs(source: Source, step: Step) -> Iterator[Needed]:
    script = step.given("script")
    if script is None or "github." not in script.raw or "getOctokit" in script.raw:
        return
    from maverick_lint.formats.github.rights import rest_calls  # a table, for few of the workflows

    inner = embedded(source, script)
    for start, end, name, scopes in rest_calls(inner.text):
        yield name, inner.outer(Span(start, end)), scopes, _WRITE


def _git_needs(source: Source, job: Job, step: Step) -> Iterator[Needed]:
    """Yield the pushes to the repository itself, with the token that its checkout has kept."""
    script = "" if step.run is None else step.run.raw
    if "git push" not in script or step.run is None or not _keeps_token(job):
        return
    texts = [one.run.raw for one in job.steps if one.run is not None]
    if any(sign in text for text in texts for sign in _ELSEWHERE):
        return
    from maverick_lint.formats._shell import commands_of

    for command in commands_of(embedded(source, step.run), {}):
        words = [text or "$" for text in command.arguments]
        if command.name == "git" and words[:1] == ["push"] and not {"--dry-run", "-n"} & set(words):
            named = [word for word in words[1:] if not word.startswith("-")]
            if not named or named[0] == "origin":
                yield "git push", command.words[0].place.span, ("contents",), _WRITE


def _keeps_token(job: Job) -> bool:
    """Say whether the only checkout of a job is of the repository itself, and leaves the job's token for git."""
    checkouts = [step for step in job.steps if step.action == "actions/checkout"]
    if len(checkouts) != 1:
        return False
    kept = checkouts[0].given("persist-credentials")
    others = ("repository", "ssh-key", "path")
    return (
        is_of_job(checkouts[0].given("token"))
        and all(checkouts[0].given(name) is None for name in others)
        and (kept is None or kept.raw == "true")
    )


def _gh_needs(source: Source, workflow: Workflow, job: Job, step: Step) -> Iterator[Needed]:
    if step.run is None or "gh " not in step.run.raw:
        return
    levels = (step.env, job.env, workflow.env)
    token = next((level[name] for level in levels for name in ("GH_TOKEN", "GITHUB_TOKEN") if name in level), None)
    if token is None or not is_of_job(token):
        return
    from maverick_lint.checks.github_workflow._gh import gh_calls  # reads shell scripts, which few workflows need

    shell = job.shell or workflow.shell
    for command, words in gh_calls(source, step, "" if shell is None else shell.raw):
        right = needed_by_command(words)
        if right is not None and not command.assigned:
            yield f"gh {words[0]} {words[1]}", command.words[0].place.span, tuple(right[0].split()), right[1]


def needed_by_action(step: Step) -> tuple[Right, ...]:
    """Return the rights that the action of a step surely needs of the job's token; () where that is not sure."""
    name = step.action
    if name in _BY_IDENTITY.rows:
        asks, others = _BY_IDENTITY.rows[name]
        return (_IDENTITY,) if step.given(asks) is not None and others.isdisjoint(_names(step)) else ()
    if name == "pypa/gh-action-pypi-publish":
        return (_IDENTITY,) if {"password", "user"}.isdisjoint(_names(step)) else ()
    if name == "actions/dependency-review-action":
        told = step.given("comment-summary-in-pr")
        return (_PULLS,) if told is not None and told.raw in ("always", "on-failure", "true") else ()
    rights = _ALWAYS.rows.get(name, ())
    return rights if rights and _is_plain(step) else ()


def _is_plain(step: Step) -> bool:
    """Say whether an action is told to use no other token, and to leave out nothing."""
    return all(is_of_job(step.given(one)) for one in _OTHERWISE)


def needed_by_command(words: tuple[str, ...]) -> Right | None:
    """Return the right that a call of `gh` needs in the repository of the workflow; None where that is not sure."""
    if len(words) < 2 or any(word.startswith(("-R", "--repo")) for word in words):  # noqa: PLR2004 - a noun and a verb
        return None
    return _COMMANDS.rows.get((words[0], words[1]))


def _names(step: Step) -> set[str]:
    return {name.lower() for name in step.inputs}
