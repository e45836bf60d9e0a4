"""System calls and their groups, for SystemCallFilter= (data: syscalls.txt, made by dev/systemd_calls.py)."""

from __future__ import annotations

from functools import lru_cache

from maverick_lint.core.spelling import close_matches
from maverick_lint.formats._tables import beside


@lru_cache(maxsize=1)
def groups() -> dict[str, frozenset[str]]:
    """Return the calls of each group, those of the groups in it among them."""
    data = beside(__file__, "syscalls.txt")
    lines = [line.split() for line in data.splitlines() if not line.startswith("#")]
    listed = {name: calls for name, *calls in lines}
    return {name: frozenset(_flat(name, listed)) for name in listed}


def _flat(name: str, listed: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    for call in listed.get(name, []):
        found |= _flat(call, listed) if call.startswith("@") else {call}
    return found


def is_call(word: str) -> bool:
    """Say whether a word of SystemCallFilter= is a group, or a call; a call of a newer kernel passes for one."""
    name = word.removeprefix("~").partition(":")[0]
    if name.startswith("@"):
        return name in groups()
    known = frozenset().union(*groups().values())
    return name in known or (name.isidentifier() and not close_matches(name, known, 1, 0.75))
