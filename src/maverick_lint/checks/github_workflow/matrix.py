"""github-workflow/matrix."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.node import Node
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Workflow

_DEPTH: Final = 20


def check(document: Document[Workflow], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for values that stand twice in a row, and for exclusions that exclude nothing."""
    for job in document.model.jobs:
        if job.matrix is None or not job.matrix.is_map or any("{{" in key for key in job.matrix.pairs()):
            continue
        rows = {key: node for key, node in job.matrix.pairs().items() if key not in ("include", "exclude")}
        for key, row in rows.items():
            yield from _twice(key, row)
            if row.is_list and not row.items():
                yield Hit(row.key or row, {"key": key}, "empty")
        included = job.matrix.get("include")
        if not rows and (included is None or (included.is_list and not included.items())):
            yield Hit((included or job.matrix).key or job.matrix, {}, "nothing")
        excluded = job.matrix.get("exclude")
        known = {key: frozenset(_text(value) for value in row.items()) for key, row in rows.items() if row.is_list}
        for item in excluded.items() if excluded is not None else ():
            yield from _excludes(item, rows, known)


def _twice(key: str, row: Node) -> Iterator[Hit]:
    seen: dict[str, Node] = {}
    for item in row.items():
        text = _text(item)
        if text is None:
            continue
        first = seen.setdefault(text, item)
        if first is not item:
            shown = item.raw if item.is_scalar else text
            yield Hit(item, {"key": key, "value": shown}, "twice", related=(Related(first, "the first one"),))


def _excludes(item: Node, rows: dict[str, Node], known: dict[str, frozenset[str | None]]) -> Iterator[Hit]:
    for key, wanted in item.pairs().items():
        row = rows.get(key)
        if row is None:
            yield Hit(wanted.key or wanted, {"key": key}, "key")
            continue
        text = _text(wanted)
        if key not in known or text is None or text in known[key] or None in known[key]:
            continue
        if wanted.is_scalar or not any(_covers(value, wanted, 0) for value in row.items()):
            yield Hit(wanted, {"key": key, "value": wanted.raw if wanted.is_scalar else text})


def _covers(value: Node, wanted: Node, depth: int) -> bool:
    """Say whether a value is the one that is excluded; of a mapping some keys are enough."""
    if wanted.is_map and value.is_map and depth < _DEPTH:
        pairs = value.pairs()
        return all(key in pairs and _covers(pairs[key], one, depth + 1) for key, one in wanted.pairs().items())
    return _text(value) == _text(wanted)


def _text(node: Node) -> str | None:
    """Return a text that is equal for equal values; None for one that only a run knows."""
    if node.is_scalar:
        return None if "{{" in node.raw else json.dumps(node.value)
    if len(list(node.walk())) > 1_000:  # noqa: PLR2004 - no honest value is as large
        return None
    parts = [(key, _text(child)) for key, child in node.pairs().items()] if node.is_map else [
        ("", _text(child)) for child in node.items()
    ]  # fmt: skip
    if any(text is None for _, text in parts):
        return None
    return json.dumps(sorted(parts) if node.is_map else parts)
