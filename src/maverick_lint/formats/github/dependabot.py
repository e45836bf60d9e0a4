"""What Dependabot refuses in its settings, as `dev/dependabot_table.py` makes the table of the published schema."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import faults
from maverick_lint.formats._shape.shape import ANY, BOOLEAN, INTEGER, TEXT, Shape, list_of, mapping_of, one_of, record
from maverick_lint.formats._tables import beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node

_SIMPLE = {"text": TEXT, "integer": INTEGER, "boolean": BOOLEAN, "any": ANY}


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(beside(__file__, "dependabot.json"))
    return table


@lru_cache(maxsize=1)
def ecosystems() -> tuple[str, ...]:
    """Return the ecosystems that Dependabot knew on the day of the table."""
    return tuple(_table()["ecosystems"].split())


@lru_cache(maxsize=1)
def as_of() -> str:
    """Return the day of the table, `2026-11-24`."""
    return str(_table()["as_of"])


def _shape(raw: Any, name: str = "") -> Shape:  # noqa: ANN401 - JSON
    """Return a shape of the table; what its signs mean stands in dev/dependabot_table.py."""
    if isinstance(raw, list):
        return list_of(_shape(raw[0]))
    if isinstance(raw, str):
        return one_of(*raw[1:].split()) if raw.startswith("=") else _SIMPLE[raw]
    if "*" in raw:
        return mapping_of(_shape(raw["*"]))
    keys = {key: _shape(one) for key, one in raw.items() if key not in ("!", "~")}
    return record(name, keys, tuple(raw["!"].split()), lenient="~" in raw)


@lru_cache(maxsize=1)
def _file() -> Shape:
    table = _table()
    file = _shape(table["file"], "Dependabot's settings")
    keys = {**file.keys, "updates": list_of(_shape(table["update"], "an update"))}
    return record(file.name, keys, file.required)


def dependabot_faults(root: Node) -> Iterator[ParseError]:
    """Yield what is wrong with Dependabot's settings."""
    yield from faults(root, _file())
    version = root.get("version")
    if version is not None and version.is_scalar and version.raw not in ("2", ""):
        yield ParseError(version.span, f"`version` must be 2, and this is `{version.raw}`")
    updates = root.get("updates")
    for update in updates.items() if updates is not None else ():
        if not update.is_map or update.get("multi-ecosystem-group") is not None:
            continue
        first = update.children[0][0] if update.children else None
        span = update.span if first is None else first.span
        if update.get("schedule") is None:
            yield ParseError(span, "the key `schedule` of an update is missing")
        if update.get("directory") is None and update.get("directories") is None:
            yield ParseError(span, "an update names neither `directory` nor `directories`")
