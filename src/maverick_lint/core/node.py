"""A node of a document's tree: a mapping, a list or a scalar, with its exact place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.span import Span

MAP: Final = "map"
LIST: Final = "list"
SCALAR: Final = "scalar"

Scalar = str | int | float | bool | None
Step = str | int
_MERGE_DEPTH: Final = 50


class Node:
    """One node, built once by a parser and changed by nobody after.

    It is a slotted class and no frozen dataclass, since a run makes hundreds of thousands of them (docs/adr/0003).

    kind      MAP, LIST or SCALAR
    value     of a scalar: its value in the dialect of its format (the text `"on"` of a workflow is a string);
              otherwise None
    raw       of a scalar: its text after quotes, escapes and folding; otherwise ""
    span      where it stands; a block collection ends with its last scalar
    key       the node of the key under which it stands in a mapping, otherwise None
    parent    the node that holds it; None for a root
    children  pairs of key node (None in a list) and node, in the order of the file; duplicate keys survive
    style     "plain", "single", "double", "literal", "folded", "flow" or "block"
    tag       an explicit tag such as "!reset", otherwise ""
    anchor    the node that an alias stands for; None when this is no alias
    """

    __slots__ = (
        "_flat",
        "_places",
        "anchor",
        "children",
        "key",
        "kind",
        "parent",
        "raw",
        "span",
        "style",
        "tag",
        "value",
    )

    def __init__(  # noqa: PLR0913 - a node has these fields, and keyword arguments cost a third more time here
        self,
        kind: str,
        span: Span,
        *,
        value: Scalar = None,
        raw: str = "",
        style: str = "plain",
        tag: str = "",
        key: Node | None = None,
        parent: Node | None = None,
        anchor: Node | None = None,
    ) -> None:
        """Make a node without children; the parser that makes it fills them in."""
        self.kind = kind
        self.span = span
        self.value = value
        self.raw = raw
        self.style = style
        self.tag = tag
        self.key = key
        self.parent = parent
        self.anchor = anchor
        self.children: list[tuple[Node | None, Node]] = []
        self._flat: dict[str, Node] | None = None
        self._places: dict[int, int] | None = None

    def __repr__(self) -> str:
        """Show the kind and the place, for debugging."""
        return f"<{self.kind} {self.raw!r} {self.span.start}..{self.span.end}>"

    @property
    def is_map(self) -> bool:
        """Whether this is a mapping."""
        return self.kind == MAP

    @property
    def is_list(self) -> bool:
        """Whether this is a list."""
        return self.kind == LIST

    @property
    def is_scalar(self) -> bool:
        """Whether this is a scalar."""
        return self.kind == SCALAR

    @property
    def text(self) -> str | None:
        """The text of a scalar that is not null; otherwise None."""
        return self.raw if self.kind == SCALAR and self.value is not None else None

    def pairs(self) -> dict[str, Node]:
        """Return the entries of a mapping by key text, merge keys (`<<`) resolved; {} for other kinds.

        Explicit keys win over merged ones, and of duplicate keys the last one wins, as in every loader.
        """
        if self._flat is None:
            self._flat = self._flatten(0) if self.kind == MAP else {}
        return self._flat

    def items(self) -> list[Node]:
        """Return the items of a list; [] for other kinds."""
        return [child for _, child in self.children] if self.kind == LIST else []

    def get(self, key: str) -> Node | None:
        """Return the value under `key` of a mapping, or None."""
        return self.pairs().get(key)

    def at(self, *steps: Step) -> Node | None:
        """Follow keys and list indexes from here; None where one leads nowhere."""
        node: Node | None = self
        for step in steps:
            if node is None:
                return None
            if isinstance(step, int):
                items = node.items()
                node = items[step] if step < len(items) else None
            else:
                node = node.get(step)
        return node

    def key_span(self) -> Span:
        """Return the span of the key under which this node stands, or its own span where it has none."""
        return self.span if self.key is None else self.key.span

    def path(self) -> str:
        """Return the way from the root, as in `/services/db/ports/0`."""
        steps: list[str] = []
        node: Node = self
        while node.parent is not None:
            if node.key is not None:
                steps.append(node.key.raw)
            else:
                steps.append(str(node.parent.place_of(node)))
            node = node.parent
        return "/" + "/".join(reversed(steps))

    def place_of(self, child: Node) -> int:
        """Return the place of a child of this list; 0 for what is none. Many findings may ask for many items."""
        if self._places is None:
            self._places = {id(each): number for number, (_, each) in enumerate(self.children)}
        return self._places.get(id(child), 0)

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, each once, in the order of the file; anchored parts once only."""
        seen: set[int] = set()
        stack = [self]
        while stack:
            node = stack.pop()
            identity = id(node if node.anchor is None else node.anchor)
            if identity in seen:
                continue
            seen.add(identity)
            yield node
            stack.extend(child for _, child in reversed(node.children))

    def _flatten(self, depth: int) -> dict[str, Node]:
        own: dict[str, Node] = {}
        merged: dict[str, Node] = {}
        for key, child in self.children:
            if key is None:
                continue
            if key.raw == "<<" and key.style == "plain":
                for source in child.items() if child.kind == LIST else [child]:
                    if source.kind == MAP and depth < _MERGE_DEPTH:
                        for name, value in source.merged(depth + 1).items():
                            merged.setdefault(name, value)
            else:
                own[key.raw] = child
        return {**own, **{name: value for name, value in merged.items() if name not in own}}

    def merged(self, depth: int) -> dict[str, Node]:
        """Return `pairs()`, refusing to follow merge keys deeper than a fixed depth (a merge key may hold itself)."""
        if self._flat is None:
            self._flat = {}  # what a mapping that merges itself sees of itself
            self._flat = self._flatten(depth)
        return self._flat
