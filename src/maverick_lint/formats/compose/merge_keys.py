"""Merge keys (`<<`) that Compose refuses, though many readers of YAML take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.document import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node


def merge_faults(mapping: Node) -> Iterator[ParseError]:
    """Yield what is wrong with the merge keys of a mapping: two of them, or one of something that is no mapping."""
    first: Node | None = None
    for key, value in mapping.children:
        if key is None or key.raw != "<<" or key.style != "plain":
            continue
        if first is not None:
            yield ParseError(key.span, "a mapping has one `<<` only, which Compose holds to; write `<<: [*one, *two]`")
        first = key
        for item in value.items() if value.is_list else [value]:
            if not item.is_map and "$" not in item.raw:
                what = "a list" if item.is_list else f"`{item.raw[:40]}`"
                yield ParseError(item.span, f"`<<` merges mappings, and {what} is none")
