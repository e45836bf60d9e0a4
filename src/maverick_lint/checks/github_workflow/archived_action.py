"""github-workflow/archived-action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# Repositories that their owners have archived, with what took their place (their README files, 2026-11-24).
ARCHIVED: Final = {
    "actions/create-release": "`gh release create`",
    "actions/upload-release-asset": "`gh release upload`",
    "actions/setup-ruby": "ruby/setup-ruby",
    "actions/setup-haskell": "haskell-actions/setup",
    "actions/setup-elixir": "erlef/setup-beam",
    "contributor-assistant/github-action": "another action for signed agreements",
    "hashicorp/terraform-github-actions": "hashicorp/setup-terraform",
    "azure/docker-login": "docker/login-action",
    "azure/container-actions": "docker/login-action",
    "google-github-actions/setup-cloud-sdk": "google-github-actions/setup-gcloud",
}
OWNERS: Final = {"actions-rs": "dtolnay/rust-toolchain and plain `cargo`"}


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action whose repository is archived."""
    for step in document.model.steps:
        owner = step.action.partition("/")[0]
        if step.uses is not None and (step.action in ARCHIVED or owner in OWNERS):
            yield Hit(step.uses, {"action": step.action, "instead": ARCHIVED.get(step.action, OWNERS.get(owner, ""))})
