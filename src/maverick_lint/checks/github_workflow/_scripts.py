"""Patterns in scripts, outside of their comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.span import Span
from maverick_lint.formats._yaml.embed import embedded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.formats.github.model import Action, Step, Workflow

# A pattern looks from each word to the end of its line: no line that people write is as long, no script as full.
_LONG: Final = 10_000
_MOST: Final = 5_000
_LINE: Final = re.compile(r"[^\n]{2001,}")
Match = tuple["Step", "re.Match[str]", Span]


def matches(model: Workflow | Action, pattern: re.Pattern[str], *words: str) -> Iterator[Match]:
    """Yield where a pattern matches in a script that holds one of the words: the step, the match and its place."""
    for step in model.steps:
        if step.run is None or not any(word in step.run.raw for word in words):
            continue
        inner = embedded(model.source, step.run)
        text = readable(inner.text, *words)
        for match in pattern.finditer(text):
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if not before.lstrip().startswith("#") and " # " not in before:
                yield step, match, inner.outer(Span(*match.span()))


def readable(text: str, *words: str) -> str:
    """Return a script of the same length that a pattern gets through in time.

    Lines that nobody wrote by hand are blanks in it; a script with thousands of the words that the pattern begins with
    is all blanks.
    """
    if len(text) <= _LONG:
        return text
    if sum(text.count(word) for word in words) > _MOST:
        return " " * len(text)
    return _LINE.sub(lambda match: " " * len(match[0]), text)
