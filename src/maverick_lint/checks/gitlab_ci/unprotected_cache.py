"""gitlab-ci/unprotected-cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import key_of, keyed
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each cache that protected and unprotected branches share."""
    for _, value in keyed(document.model, "cache"):
        for item in value.listed():
            given = item.get("unprotect")
            if given is not None and given.node.value is True:
                yield Hit(key_of(given))
