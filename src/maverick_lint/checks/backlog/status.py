"""A task has a status that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.core.fix import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.backlog.model import BacklogTask


def check(document: Document[BacklogTask], options: Options) -> Iterator[Hit]:
    """Yield a hit for a status outside the known set, and for a final one that is not written exactly as it must be.

    Other statuses are taken in any case of letters, with a hyphen or a blank for the underscore.
    """
    node = document.model.status
    if node is None or not isinstance(node.value, str):
        return
    final, known = options["final"], options["known"]
    written = node.value.strip()
    if written == final or _plain(written) in {_plain(status) for status in known if status != final}:
        return
    if _plain(written) == _plain(final):
        fix = Fix(f"Write {final}", (Edit(node.span, final),)) if node.style == "plain" else None
        yield Hit(node, {"status": written, "final": final}, case="final", fix=fix)
    else:
        yield Hit(node, {"status": written, "final": final, "known": ", ".join([*known, final])})


def _plain(status: str) -> str:
    return status.upper().replace("-", "_").replace(" ", "_")
