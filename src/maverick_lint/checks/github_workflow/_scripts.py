"""Patterns in scripts, outside of their comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maverick_lint.formats.github.model import Action, Step, Workflow

Match = tuple["Step", "re.Match[str]", Span]


def matches(model: Workflow | Action, pattern: re.Pattern[str], *words: str) -> Iterator[Match]:
    """Yield where a pattern matches in a script that holds one of the words: the step, the match and its place."""
    for step in model.steps:
        if step.run is None or not any(word in step.run.raw for word in words):
            continue
        inner = embedded(model.source, step.run)
        for match in pattern.finditer(inner.text):
            before = inner.text[inner.text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if not before.lstrip().startswith("#") and " # " not in before:
                yield step, match, inner.outer(Span(*match.span()))
