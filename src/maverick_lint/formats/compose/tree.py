"""Values of a Compose project: nodes of one or more files, joined, each still knowing where its text stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Related
from maverick_lint.core.node import LIST, MAP, SCALAR
from maverick_lint.core.record import field, record
from maverick_lint.core.span import Place, Span
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats.compose.interpolate import interpolate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node
    from maverick_lint.core.source import Source
    from maverick_lint.formats.compose.interpolate import Text

# How many places a finding names that pulled its text in.
_PULLS: Final = 6


@record
class File:
    """A file that takes part in a project.

    known    the variables that the project's `.env` sets
    home     it is the file at hand; the others were pulled in
    project  the folder that its paths are relative to, None for its own
    merging  whether any mapping in it may have a merge key
    """

    source: Source
    known: Mapping[str, str]
    home: bool = True
    project: str | None = None
    merging: bool = True
    # which children a mapping has of its own, and its merge key: asked for once a mapping, by the identity of its node
    merges: dict[int, tuple[frozenset[int], Node | None]] = field(default_factory=dict, repr=False)

    @property
    def path(self) -> str:
        """The file's path relative to the root."""
        return self.source.path

    @property
    def folder(self) -> str:
        """The folder that its paths are relative to, "" for the root."""
        return self.source.path.rpartition("/")[0] if self.project is None else self.project


class Value:
    """A mapping, list or scalar of the project.

    node  where the text stands: for an alias the node that it stands for
    key   the node of its key, None in a list
    via   the places that pulled the text in: aliases, merge keys, `extends`, `include`, the file overridden
    """

    __slots__ = ("_behind", "_entries", "_items", "_text", "file", "key", "kind", "node", "via")

    def __init__(self, node: Node, file: File, key: Node | None = None, via: tuple[Related, ...] = ()) -> None:
        """Take a node of a file; an alias is followed."""
        if node.anchor is not None:
            via = (*via, Related(Place(file.path, node.span), "pulled in by this alias"))
            node = node.anchor
        self.node = node
        self.kind = node.kind
        self.file = file
        self.key = key
        self.via = via
        self._behind: tuple[Value, Related] | None = None
        self._entries: dict[str, Value] | None = None
        self._items: list[Value] | None = None
        self._text: Text | None = None

    @classmethod
    def joined(cls, over: Value, *, entries: dict[str, Value] | None = None, items: list[Value] | None = None) -> Value:
        """Return a value at the place of `over` that holds what was merged."""
        value = cls(over.node, over.file, over.key, over.via)
        value.kind = LIST if entries is None else MAP
        value._entries = entries or {}
        value._items = items or []
        return value

    def pulled(self, by: Related) -> Value:
        """Return this value with `by` among what pulled it in, also for all that it holds."""
        copy = Value(self.node, self.file, self.key, (*self.via, by) if len(self.via) < _PULLS else self.via)
        copy.kind = self.kind
        copy._behind = (self, by)
        return copy

    def __repr__(self) -> str:
        """Show the place, for debugging."""
        return f"<{self.file.path} {self.node!r}>"

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
        """Whether this is a scalar, null included."""
        return self.kind == SCALAR

    @property
    def is_null(self) -> bool:
        """Whether this is a scalar without a value."""
        return self.kind == SCALAR and self.node.value is None

    def entries(self) -> dict[str, Value]:
        """Return the entries of a mapping, merge keys resolved; {} for other kinds."""
        if self._entries is None:
            self._entries = self._read_entries()
        return self._entries

    def items(self) -> list[Value]:
        """Return the items of a list; [] for other kinds."""
        if self._items is None:
            if self._behind is not None:
                behind, by = self._behind
                self._items = [item.pulled(by) for item in behind.items()]
            else:
                self._items = [Value(item, self.file, None, self.via) for item in self.node.items()]
        return self._items

    def get(self, key: str) -> Value | None:
        """Return the value under a key that is there, not null and not taken away, else None."""
        value = self._child(key) if self._entries is None else self._entries.get(key)
        return None if value is None or value.is_null or value.node.tag == "!reset" else value

    def names(self) -> Mapping[str, object]:
        """Return a mapping whose keys are those of this one, without making its values."""
        if self._entries is not None:
            return self._entries
        if self._behind is not None:
            return self._behind[0].names()
        return self.node.pairs() if self.kind == MAP else {}

    def at_path(self, *keys: str) -> Value | None:
        """Follow keys from here; None where one leads nowhere."""
        value: Value | None = self
        for key in keys:
            value = None if value is None else value.get(key)
        return value

    @property
    def text(self) -> Text | None:
        """What is known of a scalar's text; None for null and for collections."""
        if self._text is None and self.kind == SCALAR and self.node.value is not None:
            self._text = interpolate(self.node.raw, self.file.known)
        return self._text

    @property
    def known(self) -> str | None:
        """The text of a scalar, defaults filled in; None when it is unknown, null or no scalar."""
        text = self.text
        return None if text is None else text.value

    @property
    def place(self) -> Place:
        """Where the text stands."""
        return Place(self.file.path, self.node.span)

    @property
    def at(self) -> Node | Place:
        """Where a finding on this value points: its node, or its place when it stands in another file."""
        return self.node if self.file.home else self.place

    @property
    def key_at(self) -> Node | Place:
        """Where a finding on the key of this value points; on the value itself where it has no key."""
        if self.key is None:
            return self.at
        return self.key if self.file.home else Place(self.file.path, self.key.span)

    @property
    def key_place(self) -> Place:
        """Where the key stands, or the value where it has none."""
        return self.place if self.key is None else Place(self.file.path, self.key.span)

    def part(self, start: int, end: int) -> Span | Place:
        """Return where characters `start` to `end` of a scalar's text stand, for a finding."""
        place = self.part_place(start, end)
        return place.span if self.file.home else place

    def part_place(self, start: int, end: int) -> Place:
        """Return where characters `start` to `end` of a scalar's text stand."""
        return Place(self.file.path, embedded(self.file.source, self.node).outer(Span(start, end)))

    def _child(self, key: str) -> Value | None:
        """Return one entry without making the others: many aliases may stand for one large mapping."""
        if self.kind != MAP:
            return None
        if self._behind is not None:
            behind, by = self._behind
            entry = behind.entries().get(key)
            return None if entry is None else entry.pulled(by)
        child = self.node.pairs().get(key)
        return None if child is None else Value(child, self.file, child.key, self._via_of(child))

    def _via_of(self, child: Node) -> tuple[Related, ...]:
        if not self.file.merging:
            return self.via
        merge = self.file.merges.get(id(self.node))
        if merge is None:
            own = frozenset(id(node) for _, node in self.node.children)
            found = next((node for key, node in self.node.children if key is not None and key.raw == "<<"), None)
            merge = self.file.merges[id(self.node)] = (own, found)
        own, found = merge
        if found is None or id(child) in own:
            return self.via
        return (*self.via, Related(Place(self.file.path, found.span), "merged in here"))

    def _read_entries(self) -> dict[str, Value]:
        if self.kind != MAP:
            return {}
        if self._behind is not None:
            behind, by = self._behind
            return {name: entry.pulled(by) for name, entry in behind.entries().items()}
        return {
            name: Value(child, self.file, child.key, self._via_of(child)) for name, child in self.node.pairs().items()
        }
