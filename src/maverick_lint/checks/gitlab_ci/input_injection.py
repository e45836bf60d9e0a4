"""gitlab-ci/input-injection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import matches
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_PASTED: Final = r"\$\[\[\s*inputs\.([\w-]+)\s*((?:\|[^\]]*)?)\]\]"


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each input of any text that is pasted into a script."""
    ci = document.model
    spec = None if ci.header is None else ci.header.get("spec")
    given = None if spec is None else spec.get("inputs")
    defined = given.pairs() if given is not None else {}
    for _, match, place in matches(ci, _PASTED, "$[["):
        node = defined.get(match[1])
        if node is None or "posix_escape" in match[2]:
            continue
        kind = node.get("type")
        closed = node.get("options") is not None or node.get("regex") is not None or node.get("rules") is not None
        if not closed and (kind is None or kind.raw == "string"):
            yield Hit(place, {"input": match[1]})
