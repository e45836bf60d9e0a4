"""A list that packs itself away when it grows long: a run over a hundred thousand files holds more than fits otherwise.

Up to `most` items it is a plain list and costs nothing. Beyond, its items lie in compressed pieces, and equal strings,
spans and sets are held once for all pieces; measured on deploy files of real repositories, facts then take a twentieth
of their size. The pieces never leave the process, so pickle is safe here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from maverick_lint.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

OPEN: Final = 5_000
_PIECE: Final = 1_000
# Longer strings are seldom the same, and of so many values the frequent ones are among the first.
_SHORT: Final = 200
_MOST_SHARED: Final = 50_000


class _Shared:
    """The values that pieces of all lists share, by number."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self.numbers: dict[object, int] = {}

    def number(self, value: object) -> int | None:
        """Return the number of a value that is shared, None for one that belongs to its piece."""
        kind = type(value)
        if kind is not Span and kind is not frozenset and (kind is not str or len(value) > _SHORT):  # type: ignore[arg-type]
            return None
        found = self.numbers.get(value)
        if found is None and len(self.values) < _MOST_SHARED:
            found = self.numbers[value] = len(self.values)
            self.values.append(value)
        return found


class _Piece:
    """Some items, packed; `size` is that of the pickle, `first` the least of their keys."""

    __slots__ = ("count", "data", "first", "size")

    def __init__(self, items: list[Any], shared: _Shared, first: Any) -> None:  # noqa: ANN401 - what orders them
        """Pack the items."""
        import io
        import pickle
        import zlib

        out = io.BytesIO()
        pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
        pickler.persistent_id = shared.number  # type: ignore[method-assign]
        pickler.dump(items)
        self.data = zlib.compress(out.getbuffer(), 1)
        self.size = len(out.getbuffer())
        self.count = len(items)
        self.first = first

    def items(self, shared: _Shared) -> list[Any]:
        """Return the items."""
        import io
        import pickle
        import zlib

        unpickler = pickle.Unpickler(io.BytesIO(zlib.decompress(self.data)))  # noqa: S301 - made by this process
        unpickler.persistent_load = shared.values.__getitem__  # type: ignore[method-assign]
        items: list[Any] = unpickler.load()
        return items


_shared = _Shared()


class Packed(Sequence[T]):
    """A sequence that grows at its end; `key` orders its items where they are asked for in order."""

    __slots__ = ("_key", "_most", "_open", "_packed", "_pieces")

    def __init__(self, key: Callable[[T], Any], items: Iterable[T] = (), most: int = 0) -> None:
        """Take the order, the first items, and how many stay as they are (0: `OPEN`)."""
        self._key = key
        self._most = most or OPEN
        self._open: list[T] = []
        self._pieces: list[_Piece] = []
        self._packed = 0
        self.extend(items)

    def append(self, item: T) -> None:
        """Add an item."""
        self._open.append(item)
        if len(self._open) >= (_PIECE if self._pieces else self._most):
            self._pack()

    def extend(self, items: Iterable[T]) -> None:
        """Add items."""
        self._open.extend(items)
        if len(self._open) >= self._most:
            self._pack()

    def _pack(self) -> None:
        for start in range(0, len(self._open), _PIECE):
            items = sorted(self._open[start : start + _PIECE], key=self._key)
            self._pieces.append(_Piece(items, _shared, self._key(items[0])))
            self._packed += len(items)
        self._open.clear()

    @property
    def is_large(self) -> bool:
        """Whether items are packed, so that going through all of them costs time and holding them costs memory."""
        return bool(self._pieces)

    @property
    def size(self) -> int:
        """The bytes of what is packed before it is compressed; as objects it takes about three times as much."""
        return sum(piece.size for piece in self._pieces)

    def settled(self) -> Sequence[T]:
        """Return the sequence as a plain tuple where it is small, itself where it is not."""
        return self if self._pieces else tuple(self._open)

    def in_order(self) -> Iterator[T]:
        """Yield the items by their keys; of packed ones only those are held that may come next."""
        if not self._pieces:
            yield from sorted(self._open, key=self._key)
            return
        import heapq

        opened = sorted(self._open, key=self._key)
        runs: list[tuple[Any, int, Callable[[], Iterable[T]]]] = [
            (piece.first, number, partial(piece.items, _shared)) for number, piece in enumerate(self._pieces)
        ]
        if opened:
            runs.append((self._key(opened[0]), len(runs), partial(iter, opened)))
        runs.sort(key=lambda run: run[:2], reverse=True)
        heap: list[tuple[Any, int, T, Iterator[T]]] = []
        while heap or runs:
            while runs and (not heap or runs[-1][:2] < heap[0][:2]):
                key, number, items_of = runs.pop()
                items = iter(items_of())
                heapq.heappush(heap, (key, number, next(items), items))
            _, number, item, items = heap[0]
            yield item
            for following in items:
                heapq.heapreplace(heap, (self._key(following), number, following, items))
                break
            else:
                heapq.heappop(heap)

    def __reduce__(self) -> tuple[type, tuple[Callable[[T], Any], tuple[T, ...], int]]:
        """Travel to another process unpacked, since pieces mean something in their own only."""
        return (type(self), (self._key, tuple(self), self._most))

    def __iter__(self) -> Iterator[T]:
        """Yield the items, as they were added within a thousand."""
        for piece in self._pieces:
            yield from piece.items(_shared)
        yield from self._open

    def __len__(self) -> int:
        """Count the items."""
        return self._packed + len(self._open)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Return an item, or a stretch of them."""
        if isinstance(index, slice):
            wanted = range(*index.indices(len(self)))
            held = set(wanted)
            found = {number: item for number, item in enumerate(self) if number in held}
            return tuple(found[number] for number in wanted)
        number = range(len(self))[index]
        for piece in self._pieces:
            if number < piece.count:
                return piece.items(_shared)[number]  # type: ignore[no-any-return]
            number -= piece.count
        return self._open[number]
