"""pre-commit/plain-http."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.precommit.model import PreCommit

_OPEN: Final = ("http://", "git://")
_OWN: Final = ("http://localhost", "http://127.0.0.1")


def check(document: Document[PreCommit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each repository of hooks that is fetched over a connection that anybody on the way can change."""
    repositories = document.model.root.get("repos")
    for one in repositories.items() if repositories is not None else ():
        url = one.get("repo")
        if url is not None and url.raw.startswith(_OPEN) and not url.raw.startswith(_OWN):
            yield Hit(url, {"scheme": url.raw.partition(":")[0]})
