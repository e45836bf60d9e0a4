"""Patterns of .dockerignore, matched as Docker matches them.

Source: "dockerignore files" in Docker's build documentation and moby's patternmatcher (2026-08): a pattern is anchored
at the root of the context, `**` spans folders, `!` lets back in, the last pattern that matches decides, and a pattern
that matches a folder holds for all below it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_STARS: Final = 8


def ignored(path: str, patterns: Sequence[tuple[str, bool]]) -> bool:
    """Say whether patterns, each with whether it is negated, leave a path out."""
    parts = path.strip("/").split("/")
    prefixes = ["/".join(parts[: count + 1]) for count in range(len(parts))]
    out = False
    for text, negated in patterns:
        if negated == out and any(_compiled(text).fullmatch(prefix) is not None for prefix in prefixes):
            out = not negated
    return out


def cleaned(text: str) -> str:
    """Return a pattern as Go's filepath.Clean leaves it, without a leading slash."""
    parts: list[str] = []
    for part in text.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/".join(parts) or "."


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    if pattern.count("*") > _STARS:
        return re.compile(re.escape(pattern))  # nobody writes so, and matching could take for ever
    parts: list[str] = []
    at = 0
    while at < len(pattern):
        character = pattern[at]
        if pattern.startswith("**", at):
            at += 2
            if pattern.startswith("/", at):
                at += 1
                parts.append("(?:.*/)?")
            else:
                parts.append(".*")
            continue
        if character == "[" and (end := pattern.find("]", at + 2)) > 0:
            inside = pattern[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
            parts.append(f"[{inside}]")
            at = end + 1
            continue
        if character == "\\" and at + 1 < len(pattern):
            at += 1
            parts.append(re.escape(pattern[at]))
        else:
            parts.append("[^/]*" if character == "*" else "[^/]" if character == "?" else re.escape(character))
        at += 1
    try:
        return re.compile("".join(parts), re.DOTALL)
    except re.error:
        return re.compile(re.escape(pattern))
