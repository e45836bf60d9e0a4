"""gitlab-ci/remote-include."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

# The lengths of the names that git gives by SHA-1 and by SHA-256.
_COMMITS: Final = (40, 64)


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each file from an address that nothing holds to what it was."""
    ci = document.model
    given = ci.own.get("include")
    for item in [] if given is None else given.items() if given.is_list else [given]:
        remote = item.get("remote") if item.is_map else item
        if remote is None or remote.text is None or not remote.raw.startswith(("http://", "https://")):
            continue
        if remote.raw.startswith("http://"):
            yield _hit(ci, remote, "plain")
        elif (not item.is_map or item.get("integrity") is None) and not _names_commit(remote.raw):
            yield _hit(ci, remote, "")


def _hit(ci: GitlabCi, node: Node, case: str) -> Hit:
    return Hit(Place(ci.source.path, node.span), {"address": node.raw}, case)


def _names_commit(address: str) -> bool:
    """Say whether a part of an address is a commit's full name: what git keeps under it does not change."""
    return any(len(part) in _COMMITS and not part.strip("0123456789abcdef") for part in address.split("/")[3:])
