"""What popular actions take as inputs and run on, as `dev/action_table.py` makes it of their metadata files."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from maverick_lint.core.record import record
from maverick_lint.formats._tables import beside

if TYPE_CHECKING:
    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source

_COMMIT: Final = 40
_HEX: Final = frozenset("0123456789abcdefABCDEF")
_SHOWN: Final = 12
_RUNTIME_ALONE: Final = 2
# A version in the comment behind a commit: `# v4.2.2`, `# tag=v4`, `# pin@v4`.
_NOTED: Final = re.compile(r"#\s*(?:\w+[=@:]\s*)?(v?\d+(?:\.\d+)*)")


@record
class ActionFacts:
    """A version of an action: all inputs in lower case, those that must be given, those to avoid, and its runtime.

    `inputs` is None for an action of which the runtime alone is known.
    """

    inputs: frozenset[str] | None
    needed: frozenset[str]
    deprecated: frozenset[str]
    using: str
    version: str


def action_facts(source: Source, uses: Node) -> ActionFacts | None:
    """Return what is known of the action that a step calls; None for an action or a version that is not in the table.

    A commit is known by itself or by the version in the comment behind it, and a version by its major version: within
    one, inputs are added and not taken away.
    """
    name, _, ref = uses.raw.partition("@")
    versions = _versions(name.lower()) if ref else None
    if versions is None:
        return None
    if len(ref) == _COMMIT and _HEX.issuperset(ref):
        known = next((version for version, row in versions[1].items() if row[0] == ref[:_SHOWN].lower()), "")
        ref = known or version_note(source, uses)
    version = ref if ref in versions[1] else ref.partition(".")[0]
    row = versions[1].get(version) or versions[1].get(f"v{version}")
    return None if row is None else _facts(versions[0], tuple(row), version)


@lru_cache(maxsize=1)
def popular() -> frozenset[str]:
    """Return the names (owner/name, in lower case) of the actions that the table knows."""
    lines = _table().partition('"actions": {\n')[2].splitlines()
    names = (line[1 : line.index('"', 1)] for line in lines if line.startswith('"'))
    return frozenset("/".join(name.split("/")[:2]) for name in names)


def version_of_commit(name: str, commit: str) -> str:
    """Return the version of an action that a commit is; "" where the table does not know it."""
    versions = _versions(name.lower())
    rows = {} if versions is None else versions[1]
    short = commit[:_SHOWN].lower()
    # A row under its commit is of a version that is not known.
    return next((version for version, row in rows.items() if row[0] == short != version), "")


def version_note(source: Source, uses: Node) -> str:
    """Return the version that the comment behind a pinned action names; "" when there is none."""
    line = source.line_span(source.position(uses.span.end).line)
    match = _NOTED.match(source.text[uses.span.end : line.end].strip())
    return match.group(1) if match else ""


@lru_cache(maxsize=512)
def _facts(inputs: str, row: tuple[str, ...], version: str) -> ActionFacts:
    names = inputs.lower().split()
    if len(row) == _RUNTIME_ALONE:
        return ActionFacts(None, frozenset(), frozenset(), row[1], version)
    sets = [frozenset(name for at, name in enumerate(names) if int(bits, 16) >> at & 1) for bits in row[2:]]
    return ActionFacts(sets[0], sets[1], sets[2], row[1], version)


@lru_cache(maxsize=512)
def _versions(name: str) -> Any:  # noqa: ANN401 - an action's line of the table: all of its inputs, and its versions
    """Return what the table says of an action in lower case; each has a line, and that line alone is read."""
    text, key = _table(), json.dumps(name)
    start = text.find(f"\n{key}:")
    return None if start < 0 else json.JSONDecoder().raw_decode(text, start + len(key) + 2)[0]


@lru_cache(maxsize=1)
def _table() -> str:
    return beside(__file__, "actions.json")
