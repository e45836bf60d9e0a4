"""github-workflow/checkout-key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.github_workflow._tokens import has_job_token, has_secret
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each credential that lasts and is given to a checkout."""
    for step in document.model.steps:
        if step.action != "actions/checkout":
            continue
        key, token = step.given("ssh-key"), step.given("token")
        if key is not None and key.text:
            yield Hit(key.key or key, {})
        if token is not None and token.text and _lasts(token.raw):
            yield Hit(token.key or token, {"token": token.raw.strip()}, "token")


def _lasts(text: str) -> bool:
    """Say whether a token is a secret of its own, without the token of the job to fall back on."""
    return has_secret(text) and not has_job_token(text) and "steps." not in text.lower()
