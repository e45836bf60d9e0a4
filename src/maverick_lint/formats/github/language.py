"""The names of GitHub's expressions, as `dev/github_contexts.py` makes the table of GitHub's own packages."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from maverick_lint.formats._tables import beside


@lru_cache(maxsize=1)
def context_names() -> frozenset[str]:
    """Return the names of all contexts."""
    return frozenset(_table()["contexts"].split())


@lru_cache(maxsize=8)
def properties(context: str) -> frozenset[str]:
    """Return the properties of `github`, `runner` or `strategy`, of a step under `steps` or of a job under `jobs`.

    They are in lower case, as names are compared.
    """
    return frozenset(_table()["properties"][context].split())


def arguments_of(function: str) -> tuple[int, int] | None:
    """Return the fewest and the most arguments of a function in lower case that is there everywhere, else None."""
    found = _table()["functions"].get(function)
    return None if found is None else (found[0], found[1])


def function_names() -> frozenset[str]:
    """Return the names, in lower case, of the functions that are there everywhere."""
    return frozenset(_table()["functions"])


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(beside(__file__, "contexts.json"))
    return table
