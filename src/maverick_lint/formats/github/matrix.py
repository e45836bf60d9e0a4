"""The combinations of a job's matrix, as far as the file itself says them.

Source: docs.github.com "Running variations of jobs in a workflow", section on include and exclude (2026-11-24).
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from maverick_lint.formats._actions_expr import UNKNOWN, Value

if TYPE_CHECKING:
    from maverick_lint.core.node import Node

# GitHub's own limit is 256 jobs a matrix; a script that depends on more of them than this is left unexpanded.
_MOST: Final = 256
Combination = dict[str, Value]


def combinations(matrix: Node | None) -> tuple[Combination, ...]:
    """Return the matrix contexts of a job's runs; one of unknown values when an expression makes the matrix."""
    if matrix is None:
        return ({},)
    if not matrix.is_map:
        return ({"*": None},)
    rows = {key: node for key, node in matrix.pairs().items() if key not in ("include", "exclude")}
    include, exclude = matrix.get("include"), matrix.get("exclude")
    open_rows = any(not node.is_list for node in rows.values())
    open_lists = any(node is not None and not node.is_list for node in (include, exclude))
    size = 1
    for node in rows.values():
        size *= max(len(node.items()), 1)
    if open_rows or open_lists or size > _MOST or any(key.startswith("${{") for key in rows):
        return (_open(rows),)
    values = [[value_of(item) for item in node.items()] for node in rows.values()]
    runs: list[Combination] = [dict(zip(rows, row, strict=True)) for row in product(*values)] if rows else []
    for item in exclude.items() if exclude is not None else ():
        wanted = {key: value_of(node) for key, node in item.pairs().items()}
        runs = [run for run in runs if any(run.get(key) != value for key, value in wanted.items())]
    added = _included(runs, include, set(rows))
    return (*runs, *added) or ({"*": None},)


def check_names(name: str, runs: tuple[Combination, ...]) -> tuple[str, ...]:
    """Return the names under which GitHub shows the runs of a job; a value that is not known is a star."""
    found: dict[str, None] = {}
    for run in runs:
        values = [_shown(value) for key, value in run.items() if key != "*"]
        found[_named(name, run) if "${{" in name else f"{name} ({', '.join(values) or '*'})"] = None
    return tuple(found)


def _named(name: str, run: Combination) -> str:
    known = re.sub(r"\$\{\{\s*matrix\.([\w.-]+)\s*\}\}", lambda match: _shown(run.get(match[1])), name)
    return re.sub(r"\$\{\{.*?\}\}", "*", known)


def _shown(value: Value) -> str:
    if value is True or value is False:
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else "*"


def _open(rows: dict[str, Node]) -> Combination:
    single = {key: value_of(node.items()[0]) for key, node in rows.items() if len(node.items()) == 1}
    return {"*": None, **{key: value for key, value in single.items() if not isinstance(value, list)}}


def _included(runs: list[Combination], include: Node | None, keys: set[str]) -> list[Combination]:
    """Add each entry to the runs whose own values it does not change; return those that are runs of their own."""
    own: list[Combination] = []
    original = [dict(run) for run in runs]
    for item in include.items() if include is not None else ():
        entry = {key: value_of(node) for key, node in item.pairs().items()}
        fits = [
            run
            for run, first in zip(runs, original, strict=True)
            if all(first.get(key) == value for key, value in entry.items() if key in keys)
        ]
        for run in fits:
            run.update(entry)
        if not fits:
            own.append(entry)
    return own


def value_of(node: Node) -> Value:
    """Return what a node is worth in an expression; UNKNOWN for a text that holds an expression."""
    if node.is_map:
        return {key: value_of(child) for key, child in node.pairs().items()}
    if node.is_list:
        return [value_of(child) for child in node.items()]
    return UNKNOWN if isinstance(node.value, str) and "${{" in node.value else node.value
