"""Which files start a workflow that only certain paths start.

Source: "Filter pattern cheat sheet" of GitHub's workflow syntax (2026-11): `*` stays within a folder, `**` does not,
`?` makes the character before it optional, the last pattern that matches a path decides, and `!` takes it out again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maverick_lint.core.facts.pipeline import Trigger

_PARTS: Final = re.compile(r"\*\*/|\*\*|\*|\[[^\]]*\]|.", re.DOTALL)
_RANGE: Final = re.compile(r"(?<=\w)\\-(?=\w)")
_MOST_STARS: Final = 6
_LONGEST: Final = 300
_LAST_PARTS: Final = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "?", "+": "+"}


def starts_for(trigger: Trigger, paths: Iterable[str]) -> bool:
    """Say whether a change of one of the paths starts the workflow; a filter that cannot be read may do so."""
    if not trigger.filtered or not (trigger.paths or trigger.paths_ignored):
        return True
    try:
        return any(_lets_in(trigger, path) for path in paths)
    except re.error:
        return True


def _lets_in(trigger: Trigger, path: str) -> bool:
    if trigger.paths_ignored:
        return not any(_compiled(text).fullmatch(path) for text in trigger.paths_ignored)
    inside = False
    for text in trigger.paths:
        if _compiled(text.removeprefix("!")).fullmatch(path):
            inside = not text.startswith("!")
    return inside


@lru_cache(maxsize=256)
def _compiled(text: str) -> re.Pattern[str]:
    """Return a pattern's regular expression; one with very many stars would take too long, and is refused."""
    if text.count("*") > 2 * _MOST_STARS or len(text) > _LONGEST or "${{" in text:
        raise re.error(text[:_LONGEST])
    return re.compile("".join(_expression(part) for part in _PARTS.findall(text)))


def _expression(part: str) -> str:
    if part in _LAST_PARTS:
        return _LAST_PARTS[part]
    if len(part) <= len("[]") or not part.startswith("["):
        return re.escape(part)
    return f"[{_RANGE.sub('-', re.escape(part[1:-1]))}]"
