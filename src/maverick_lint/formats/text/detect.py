"""Text is what no other format claims: nothing is detected here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.formats.detection import FileName, Guess

KINDS = ("text",)
EXAMPLES = {"text": "notes.txt"}


def by_path(name: FileName) -> Guess | None:  # noqa: ARG001 - the signature of every format
    """Claim nothing."""
    return None
