"""gitlab-ci/deprecated-keyword."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._scripts import key_of, keyed
from maverick_lint.core.finding import Hit
from maverick_lint.formats.gitlab.lines import own

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_TOP: Final = ("image", "services", "cache", "before_script", "after_script")


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each keyword that GitLab keeps for old files only."""
    ci = document.model
    for name in ("only", "except"):
        for _, value in keyed(ci, name):
            yield Hit(key_of(value), {"name": name, "new": "rules"})
    for name, new in (("types", "stages"), *((key, f"default: {key}") for key in _TOP)):
        found = ci.top.get(name)
        if found is not None and own(ci, found.source.path):
            yield Hit(key_of(found), {"name": name, "new": new})
    for _, value in keyed(ci, "type"):
        yield Hit(key_of(value), {"name": "type", "new": "stage"})
