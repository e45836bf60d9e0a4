"""github-workflow/superfluous-action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._by_hand import ByHand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# Actions that do what a program of the hosted images does (the README files of the actions, and of
# github.com/actions/runner-images for what is installed, 2026-11-24).
_INSTEAD: Final = ByHand(
    "the README files of the actions and https://github.com/actions/runner-images",
    "2026-11-24",
    {
        "ncipollo/release-action": "gh release create",
        "softprops/action-gh-release": "gh release create",
        "elgohr/github-release-action": "gh release create",
        "svenstaro/upload-release-action": "gh release upload",
        "actions/create-release": "gh release create",
        "actions/upload-release-asset": "gh release upload",
        "peter-evans/create-pull-request": "gh pr create",
        "peter-evans/create-or-update-comment": "gh pr comment",
        "peter-evans/create-issue-from-file": "gh issue create",
        "dacbd/create-issue-action": "gh issue create",
        "actions-ecosystem/action-add-labels": "gh pr edit --add-label",
        "actions-ecosystem/action-remove-labels": "gh pr edit --remove-label",
        "benc-uk/workflow-dispatch": "gh workflow run",
        "addnab/docker-run-action": "docker run",
        "sergeysova/jq-action": "jq",
        "dtolnay/rust-toolchain": "rustup toolchain install",
        "stefanzweifel/git-auto-commit-action": "git commit",
        "endbug/add-and-commit": "git commit",
    },
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each action that a program of the runner makes needless."""
    for step in document.model.steps:
        if step.uses is not None and step.action in _INSTEAD.rows:
            yield Hit(step.uses, {"action": step.action, "instead": _INSTEAD.rows[step.action]})
