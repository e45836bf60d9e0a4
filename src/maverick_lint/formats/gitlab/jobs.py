"""Jobs after `extends`, and lists after `!reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.formats.gitlab.keys import GLOBAL
from maverick_lint.formats.gitlab.model import Job, Problem
from maverick_lint.formats.gitlab.tree import Value, merged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maverick_lint.formats.gitlab.includes import Assembly

# Eleven levels of `extends` and ten of `!reference` are what GitLab follows (docs.gitlab.com/ci/yaml/, 2026-11-24).
_LEVELS: Final = 11
_REFERENCES: Final = 10
_ITEMS: Final = 10_000


def jobs_of(assembly: Assembly) -> tuple[Job, ...]:
    """Return all jobs, hidden ones too; a broken `extends` is noted as a problem of the assembly."""
    complete = all(include.read for include in assembly.includes)
    known: dict[str, Value] = {}
    found = []
    for name, value in assembly.top.items():
        if name in GLOBAL or value.entries is None:
            continue
        key, source = assembly.keys.get(name, (value.node, value.source))
        resolved = _resolved(name, assembly, known, (), complete=complete)
        found.append(Job(name, key, source, resolved, hidden=name.startswith(".")))
    return tuple(found)


def _resolved(name: str, assembly: Assembly, known: dict[str, Value], way: tuple[str, ...], *, complete: bool) -> Value:
    if name in known:
        return known[name]
    value = assembly.top[name]
    extends = value.get("extends")
    base: Value | None = None
    for parent in extends.listed() if extends is not None else ():
        wanted = parent.text
        if wanted is None or "$" in wanted:
            continue
        problem = ""
        if wanted in (*way, name):
            problem = f"job `{name}` extends itself: " + " -> ".join((*way, name, wanted))
        elif wanted not in assembly.top or wanted in GLOBAL:
            problem = f"job `{name}` extends `{wanted}`, which is not defined" if complete else ""
        elif len(way) >= _LEVELS:
            problem = f"job `{name}` is more than {_LEVELS} levels of `extends` deep"
        else:
            above = _resolved(wanted, assembly, known, (*way, name), complete=complete)
            base = above if base is None else merged(base, above)
        if problem:
            assembly.problems.append(Problem(parent.source, parent.node.span, problem))
    result = value if base is None else merged(base, value)
    known[name] = result
    return result


def flattened(value: Value | None, top: Mapping[str, Value]) -> list[Value]:
    """Return the items of a list, nested lists and `!reference` tags resolved; a scalar is its own only item.

    What a reference names and is nowhere is left out.
    """
    return [] if value is None else list(_flat(value, top, 0, [_ITEMS]))


def _flat(value: Value, top: Mapping[str, Value], depth: int, budget: list[int]) -> Iterator[Value]:
    budget[0] -= 1
    if depth > _REFERENCES or budget[0] < 0:
        return
    if value.node.tag == "!reference":
        target = referenced(value, top)
        if target is not None:
            yield from _flat(target, top, depth + 1, budget)
    elif value.node.is_list:
        for item in value.items():
            yield from _flat(item, top, depth + 1, budget)
    else:
        yield value


def referenced(value: Value, top: Mapping[str, Value]) -> Value | None:
    """Return what a `!reference [job, key ...]` names, or None."""
    steps = [node.text for node in value.node.items()]
    if not steps or None in steps:
        return None
    first, *rest = [step for step in steps if step is not None]
    target = top.get(first)
    return None if target is None else target.at(*rest)


def through(value: Value | None, top: Mapping[str, Value]) -> Value | None:
    """Return a value, or what it refers to when it is a `!reference`."""
    for _ in range(_REFERENCES):
        if value is None or value.node.tag != "!reference":
            return value
        value = referenced(value, top)
    return None
