"""github-workflow/silent-upload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats._by_hand import ByHand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Action, Workflow

# Actions that go on when there is nothing to upload, with the input that stops them (their action.yml, 2026-11-24).
_INPUTS: Final = ByHand(
    "the README files of the actions",
    "2026-11-24",
    {
        "actions/upload-artifact": ("if-no-files-found", "error"),
        "codecov/codecov-action": ("fail_ci_if_error", "true"),
        "softprops/action-gh-release": ("fail_on_unmatched_files", "true"),
    },
)


def check(document: Document[Workflow | Action], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each upload that does not fail when nothing is there, and says nothing of it."""
    for step in document.model.steps:
        if step.action in _INPUTS.rows and step.uses is not None:
            name, value = _INPUTS.rows[step.action]
            # A release without files uploads none.
            if step.given(name) is None and (name != "fail_on_unmatched_files" or step.given("files") is not None):
                yield Hit(step.uses, {"action": step.action, "input": name, "value": value})
