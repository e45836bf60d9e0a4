"""gitlab-ci/unreachable-rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.gitlab_ci._conditions import rules
from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.gitlab.model import GitlabCi

_CONDITIONS: Final = ("if", "changes", "exists")


def check(document: Document[GitlabCi], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for the first rule that stands behind one without a condition."""
    for rule in rules(document.model):
        entries = rule.value.entries or {}
        followers = rule.rules[rule.number + 1 :]
        if not followers or any(key in entries for key in _CONDITIONS) or not entries:
            continue
        if any("$[[" in key or key == "<<" for key in entries):
            continue
        first = followers[0]
        children = first.node.children
        at = children[0][0].span if first.node.is_map and children and children[0][0] is not None else first.node.span
        source = rule.value.source
        yield Hit(Place(first.source.path, at), {"line": source.position(rule.value.node.span.start).line})
