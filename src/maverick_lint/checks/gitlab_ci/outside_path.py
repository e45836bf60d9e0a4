"""gitlab-ci/outside-path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.gitlab_ci._scripts import keyed, place_of
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each path of artifacts or a cache that lies outside of the project's folder."""
    ci = document.model
    for key in ("artifacts", "cache"):
        for _, value in keyed(ci, key):
            for one in value.listed():
                paths = one.get("paths")
                for item in paths.items() if paths is not None else ():
                    text = item.text or ""
                    if text.startswith(("~", "../", "$HOME", "${HOME}")) or (
                        text.startswith("/") and not text.startswith(("/builds/", "/$"))
                    ):
                        yield Hit(place_of(item), {"path": text, "key": key})
