"""What the callers of a deploy script give it: the words of each call, by their positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.stack.deploy_commands import script_name
from maverick_lint.stack.deploys import commands

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.facts.command import Word
    from maverick_lint.stack.model import Stack


def given(stack: Stack, path: str, position: int) -> tuple[Word, ...] | None:
    """Return the word that each call gives a script of the repository as a positional parameter.

    None when nothing is seen to call it, or a call may give more or fewer words than are seen.
    """
    calls = [words for words in _calls(stack).get(path.rpartition("/")[2], ()) if words]
    if not calls or position < 1:
        return None
    if any(len(words) <= position or any(word.raw in ('"$@"', "$@", "$*") for word in words) for words in calls):
        return None
    return tuple(words[position] for words in calls)


def _calls(stack: Stack) -> Mapping[str, list[tuple[Word, ...]]]:
    """Return the words of the calls of each script by its name, from the script's own word on."""
    known = stack.memo.get("script-arguments")
    if isinstance(known, dict):
        return known
    found: dict[str, list[tuple[Word, ...]]] = {}
    for one in commands(stack):
        path = script_name(one.command)
        words = one.command.words
        start = next((n for n, word in enumerate(words) if path and (word.text or word.expanded) == path), None)
        if start is not None:
            found.setdefault(path.rpartition("/")[2], []).append(words[start:])
    stack.memo["script-arguments"] = found
    return found
