"""Variables of scripts that hold text which strangers write."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maverick_lint.checks.github_workflow._acts import Act, Place
    from maverick_lint.core.node import Node
    from maverick_lint.formats.github.taint import Flow

# Contexts of several lines, and those of one word: branches, addresses and names of accounts hold no blank.
_LINES: Final = ("body", "message")
_WORD: Final = ("ref", "label", "branch", "default_branch", "email", "login")
# A whole variable, with nothing cut from it.
_WHOLE: Final = re.compile(r"\$(?:(\w+)|\{(\w+)\})\Z")
# What prints the text of an issue or a pull request as it is.
_LONGEST: Final = 2_000
_ASKED: Final = re.compile(
    r"gh (?:pr|issue) view\b(?=[^)]*\s(?:-q|--jq)\b)[^)]*--json[ =]['\"]?\w*\b(body|title|comments)\b[^)|]*\)\Z"
)


@record
class Stranger:
    """A text of strangers: the context that it comes from, where the file says so, and what it may hold."""

    name: str
    at: Node | None
    lines: bool
    word: bool


def strangers(flow: Flow, place: Place) -> dict[str, Stranger]:
    """Return the variables that the file sets for a step and that hold text of strangers."""
    found: dict[str, Stranger] = {}
    for name, node in place.variables().items():
        if "${{" not in node.raw:
            continue
        taint = flow.of_text(node.raw, place.job, place.step)
        if taint.origin == "outside":
            lines = taint.name.endswith(_LINES) or taint.name.count(".") < 2  # noqa: PLR2004 - an object holds a body
            found[name] = Stranger(taint.name, node, lines, word=taint.name.endswith(_WORD))
    return found


def follow(act: Act, known: dict[str, Stranger]) -> None:
    """Take in what a command sets: copies of a text, and what the server is asked for; other values end one."""
    for one in act.call.assignments:
        raw = "" if one.value is None else one.value.raw.strip("\"'")
        copied = whole(raw, known)
        asked = _ASKED.search(raw) if raw.startswith("$(") and len(raw) < _LONGEST else None
        if copied is not None:
            known[one.name] = known[copied]
        elif asked is not None:
            known[one.name] = Stranger(raw[2:-1].strip(), None, asked[1] != "title", word=False)
        elif not one.append:
            known.pop(one.name, None)


def whole(raw: str, known: Mapping[str, object]) -> str | None:
    """Return the variable that a word without its quotes is as a whole; None for any other word."""
    match = _WHOLE.match(raw)
    name = (match[1] or match[2]) if match is not None else ""
    return name if name in known else None


def used(raw: str, known: Iterable[str]) -> str | None:
    """Return the first variable that a text outside of single quotes expands as it is, nothing cut from it."""
    plain = raw if not (raw.startswith("'") and raw.endswith("'")) else ""
    for match in re.finditer(r"(?<!\\)\$(?:(\w+)|\{(\w+)\})", plain):
        name = match[1] or match[2]
        if name in known:
            return name
    return None


@lru_cache(maxsize=64)
def is_checked(script: str, variable: str) -> bool:
    """Say whether a script compares a variable with a pattern or a list of words before it goes on."""
    return (
        re.search(rf"\$\{{?{re.escape(variable)}\}}?\"?\s*=~|\bcase\s+\"?\$\{{?{re.escape(variable)}\b", script)
        is not None
    )
