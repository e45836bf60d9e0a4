"""What Prometheus demands of a relabelling rule, by its action (configuration/configuration, read 2026-11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.document import ParseError
from maverick_lint.formats._shape.faults import is_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.node import Node
    from maverick_lint.core.span import Span

_TARGETED: Final = frozenset({"replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal"})
_REGEX_ONLY: Final = frozenset({"labeldrop", "labelkeep"})
_SOURCED: Final = frozenset({"keepequal", "dropequal"})


def relabel_faults(node: Node) -> Iterator[ParseError]:
    """Yield what is missing from a rule or has no place in it."""
    if not node.is_map:
        return
    action = node.get("action")
    word = (action.text or "replace").lower() if action is not None else "replace"
    if is_open(word):
        return
    at = action.span if action is not None and action.text else _first(node)
    if word in _TARGETED and not _given(node, "target_label"):
        yield ParseError(at, f"the action `{word}` needs a `target_label`")
    if word == "hashmod" and not _given(node, "modulus"):
        yield ParseError(at, "the action `hashmod` needs a `modulus` other than 0")
    if word in ("lowercase", "uppercase") and _given(node, "replacement"):
        yield ParseError(node.pairs()["replacement"].key_span(), f"the action `{word}` takes no `replacement`")
    if word in _REGEX_ONLY:
        for key in ("source_labels", "target_label", "modulus", "separator", "replacement"):
            if _given(node, key):
                yield ParseError(node.pairs()[key].key_span(), f"the action `{word}` takes a `regex` only")
    if word in _SOURCED:
        for key in ("regex", "modulus", "separator", "replacement"):
            if _given(node, key):
                message = f"the action `{word}` takes `source_labels` and `target_label` only"
                yield ParseError(node.pairs()[key].key_span(), message)


def _given(node: Node, key: str) -> bool:
    child = node.get(key)
    return child is not None and (not child.is_scalar or child.text not in (None, "", "0"))


def _first(node: Node) -> Span:
    key = node.children[0][0] if node.children else None
    return node.span if key is None else key.span
