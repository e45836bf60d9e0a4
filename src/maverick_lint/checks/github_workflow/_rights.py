"""What actions and commands need of the job's token.

Source: the README files of the actions, and docs.github.com "Permissions required for GitHub Apps" for what a call of
the server needs (2026-11-24). A right is (scope, value); of several rights of an entry all are needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.model import Step

Right = tuple[str, str]
_WRITE: Final = "write"
_IDENTITY: Final = ("id-token", _WRITE)
_CONTENTS: Final = ("contents", _WRITE)
_PULLS: Final = ("pull-requests", _WRITE)
# Actions that cannot do what they are for without the rights.
_ALWAYS: Final[dict[str, tuple[Right, ...]]] = {
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
}
# Inputs by which an action is told to use another token, or not to do it at all.
_OTHERWISE: Final = (
    "token", "github-token", "github_token", "repo-token", "ssh-key", "deploy_key", "personal_token", "upload",
    "app-id", "external_repository", "repository",
)  # fmt: skip
# Actions that take the identity of the job where an input asks for it, unless one of the others is given.
_BY_IDENTITY: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "aws-actions/configure-aws-credentials": (
        "role-to-assume",
        frozenset({"aws-access-key-id", "web-identity-token-file", "role-chaining"}),
    ),
    "google-github-actions/auth": ("workload_identity_provider", frozenset({"credentials_json"})),
    "azure/login": ("client-id", frozenset({"creds", "auth-type"})),
}
# Commands of gh by their first two words.
_COMMANDS: Final[dict[tuple[str, str], Right]] = {
    **{("release", verb): _CONTENTS for verb in ("create", "upload", "edit", "delete", "delete-asset")},
    **{("issue", verb): ("issues", _WRITE) for verb in ("create", "close", "edit", "reopen", "delete", "pin", "lock")},
    **{("pr", verb): _PULLS for verb in ("create", "close", "edit", "reopen", "ready", "review")},
    ("pr", "merge"): _CONTENTS,
    ("workflow", "run"): ("actions", _WRITE),
    ("workflow", "enable"): ("actions", _WRITE),
    ("workflow", "disable"): ("actions", _WRITE),
    ("run", "rerun"): ("actions", _WRITE),
    ("run", "cancel"): ("actions", _WRITE),
    ("run", "delete"): ("actions", _WRITE),
    ("cache", "delete"): ("actions", _WRITE),
}


def needed_by_action(step: Step) -> tuple[Right, ...]:
    """Return the rights that the action of a step surely needs of the job's token; () where that is not sure."""
    name = step.action
    if name in _BY_IDENTITY:
        asks, others = _BY_IDENTITY[name]
        return (_IDENTITY,) if step.given(asks) is not None and others.isdisjoint(_names(step)) else ()
    if name == "pypa/gh-action-pypi-publish":
        return (_IDENTITY,) if {"password", "user"}.isdisjoint(_names(step)) else ()
    rights = _ALWAYS.get(name, ())
    if not rights or all(is_of_job(step.given(one)) for one in _OTHERWISE):
        return rights
    return ()


def is_of_job(token: Node | None) -> bool:
    """Say whether an input is left out, or is the token of the job."""
    return token is None or "secrets.GITHUB_TOKEN" in token.raw or "github.token" in token.raw


def needed_by_command(words: tuple[str, ...]) -> Right | None:
    """Return the right that a call of `gh` needs in the repository of the workflow; None where that is not sure."""
    if len(words) < 2 or any(word.startswith(("-R", "--repo")) for word in words):  # noqa: PLR2004 - a noun and a verb
        return None
    return _COMMANDS.get((words[0], words[1]))


def _names(step: Step) -> set[str]:
    return {name.lower() for name in step.inputs}
