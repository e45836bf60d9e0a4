"""github-workflow/app-token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each token of an app that may do more than it is needed for."""
    for step in document.model.steps:
        if step.action != "actions/create-github-app-token" or step.uses is None:
            continue
        if not any(name.lower().startswith("permission-") for name in step.inputs):
            yield Hit(step.uses, {})
        revoke = step.given("skip-token-revoke")
        if revoke is not None and revoke.raw == "true":
            yield Hit(revoke, {}, "kept")
        owner = step.given("owner")
        if owner is not None and step.given("repositories") is None:
            yield Hit(owner.key or owner, {"owner": owner.raw}, "owner")
