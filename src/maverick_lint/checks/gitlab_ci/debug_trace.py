"""gitlab-ci/debug-trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._conditions import rules
from maverick_lint.checks.gitlab_ci._scripts import place_of, variables
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_NAMES: Final = frozenset({"CI_DEBUG_TRACE", "CI_DEBUG_SERVICES"})
_ON: Final = frozenset({"true", "1", "yes", "on"})


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each variable that makes GitLab write all that a job does, its secrets too, into the log."""
    ci = document.model
    for _, name, value, text in variables(ci):
        if name in _NAMES and text.lower() in _ON:
            yield Hit(place_of(value), {"name": name})
    for rule in rules(ci):
        given = rule.value.get("variables")
        for name, value in ((given.entries if given is not None else None) or {}).items():
            if name in _NAMES and (value.node.raw or "").lower() in _ON:
                yield Hit(place_of(value), {"name": name})
