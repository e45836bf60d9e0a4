"""Reads the documents that rules over several files ask for, and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.engine.load import FilesReader

if TYPE_CHECKING:
    from maverick_lint.engine.judge import Judge
    from maverick_lint.stack.model import Stack

# The rules that look into documents.
_READING: Final = frozenset({"stack/runbook-link", "stack/documented-secret"})


def read_documents(judge: Judge, stack: Stack) -> None:
    """State the facts of those documents that alerts and workflows name, when a rule that runs looks at them."""
    if _READING.isdisjoint(judge.plan.active):
        return
    from maverick_lint.stack.documents import asked  # only where something may name a document

    reader = FilesReader(judge.files)
    linked, listing = (
        [source for path in paths if (source := reader.read(path)) is not None] for paths in asked(stack)
    )
    if not any("secret" in source.text.lower() for source in (*linked, *listing)):
        listing = []
    if linked or listing:
        from maverick_lint.formats._markdown import document_of  # as above

        stack.facts.extend([document_of(source) for source in (*linked, *listing)])
