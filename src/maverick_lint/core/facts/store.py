"""All facts of a run, by the type of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from maverick_lint.core.packed import Packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maverick_lint.core.facts.fact import Fact

V = TypeVar("V")


def order(fact: Fact) -> tuple[str, int, str, str]:
    """Return what orders facts: their places, whatever order they come in."""
    return (fact.place.path, fact.place.span.start, fact.kind, fact.key)


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
                self._by_type[kind] = Packed(order)
            self._by_type[kind].append(fact)
            self.kinds.add(fact.kind)

    @property
    def is_large(self) -> bool:
        """Whether they are so many that what was made of them should not be kept."""
        return any(facts.is_large for facts in self._by_type.values())

    def values(self, wanted: type[V]) -> tuple[V, ...]:
        """Return the values of a type, in the order of their places."""
        found = self._by_type.get(wanted)
        return () if found is None else tuple(fact.value for fact in found.in_order())  # type: ignore[misc]

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
