"""All facts of a run, by the type of their values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeVar, overload

from maverick_lint.core.packed import Packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.facts.fact import Fact

V = TypeVar("V")

# From so many facts of one type on they are packed; facts take ten times the room of findings.
MANY: Final = 1_000
_OFTEN: Final = 3


def order(fact: Fact) -> tuple[str, int, str, str]:
    """Return what orders facts: their places, whatever order they come in."""
    return (fact.place.path, fact.place.span.start, fact.kind, fact.key)


class Values(Sequence[V]):
    """The values of packed facts: unpacked each time they are gone through, until that is done often."""

    __slots__ = ("_facts", "_held", "_times")

    def __init__(self, facts: Packed[Fact]) -> None:
        """Take the facts."""
        self._facts = facts
        self._held: tuple[V, ...] | None = None
        self._times = 0

    def __iter__(self) -> Iterator[V]:
        """Yield the values, in the order of their places."""
        self._times += 1
        if self._times >= _OFTEN or self._held is not None:
            return iter(self._unpacked())
        return (fact.value for fact in self._facts.in_order())  # type: ignore[misc]

    def __len__(self) -> int:
        """Count the values."""
        return len(self._facts)

    @overload
    def __getitem__(self, index: int) -> V: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[V, ...]: ...
    def __getitem__(self, index: int | slice) -> V | tuple[V, ...]:
        """Return a value, or a stretch of them."""
        return self._unpacked()[index]

    def _unpacked(self) -> tuple[V, ...]:
        if self._held is None:
            self._held = tuple(fact.value for fact in self._facts.in_order())  # type: ignore[misc]
        return self._held


class Facts:
    """Facts, packed where they are many; `kinds` has the kinds of all of them."""

    __slots__ = ("_by_type", "kinds")

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        """Take the first facts."""
        self.kinds: set[str] = set()
        self._by_type: dict[type, Packed[Fact]] = {}
        self.extend(facts)

    def extend(self, facts: Iterable[Fact]) -> None:
        """Take further facts."""
        for fact in facts:
            kind = type(fact.value)
            if kind not in self._by_type:
                self._by_type[kind] = Packed(order, most=MANY)
            self._by_type[kind].append(fact)
            self.kinds.add(fact.kind)

    @property
    def is_large(self) -> bool:
        """Whether they are so many that what was made of them should not be kept."""
        return any(facts.is_large for facts in self._by_type.values())

    def values(self, wanted: type[V]) -> Sequence[V]:
        """Return the values of a type, in the order of their places; where they are many, unpacked as they are read."""
        found = self._by_type.get(wanted)
        if found is None:
            return ()
        if found.is_large:
            return Values(found)
        return tuple(fact.value for fact in found.in_order())  # type: ignore[misc]

    def __iter__(self) -> Iterator[Fact]:
        """Yield all facts, those of one type after those of another."""
        for facts in self._by_type.values():
            yield from facts

    def __len__(self) -> int:
        """Count the facts."""
        return sum(map(len, self._by_type.values()))

    def __reduce__(self) -> tuple[type, tuple[tuple[Fact, ...]]]:
        """Travel to another process as plain facts."""
        return (type(self), (tuple(self),))
