"""How conditions compare names of accounts and repositories.

Source of the contexts: docs.github.com, "Contexts reference" (2026-11-24).
"""

from __future__ import annotations

from typing import Final

# Contexts that hold the name of an account.
ACCOUNTS: Final = frozenset({
    "github.actor", "github.triggering_actor", "github.repository_owner", "github.event.sender.login",
    "github.event.pull_request.user.login", "github.event.pull_request.head.user.login",
    "github.event.issue.user.login", "github.event.comment.user.login", "github.event.review.user.login",
    "github.event.release.author.login", "github.event.pull_request.head.repo.owner.login",
    "github.event.workflow_run.actor.login",
})  # fmt: skip
# Contexts that hold owner and name of a repository.
REPOSITORIES: Final = frozenset({
    "github.repository", "github.event.repository.full_name", "github.event.pull_request.head.repo.full_name",
    "github.event.workflow_run.head_repository.full_name",
})  # fmt: skip
