"""A packed list is the list that it was made of, whatever it was packed into."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core import packed
from maverick_lint.core.facts import Fact, store
from maverick_lint.core.facts.images import Placed
from maverick_lint.core.facts.store import Facts
from maverick_lint.core.packed import Packed
from maverick_lint.core.span import Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

Item = tuple[str, int, str]
ITEMS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5), st.text(max_size=5)), max_size=60)


def first(item: Item) -> str:
    return item[0]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let lists pack from 12 items on, in pieces of 5."""
    monkeypatch.setattr(packed, "OPEN", 12)
    monkeypatch.setattr(packed, "_PIECE", 5)
    monkeypatch.setattr(store, "MANY", 12)
    return iter(())


@given(ITEMS)
def test_all_items_are_there_and_in_order_ties_stay_as_they_came(items: list[Item]) -> None:
    one_by_one, at_once = Packed(first), Packed(first, items)
    for item in items:
        one_by_one.append(item)
    wanted = sorted(items, key=first)
    for found in (one_by_one, at_once):
        assert len(found) == len(items)
        assert found.is_large == (len(items) >= 12)
        assert sorted(found) == sorted(items)
        assert list(found.in_order()) == wanted
        assert list(Packed(first, found.in_order())) == wanted
        travelled = pickle.loads(pickle.dumps(found))  # noqa: S301 - made above
        assert list(travelled.in_order()) == wanted


@given(ITEMS, st.integers(-70, 70), st.integers(-70, 70))
def test_indexes_and_slices_are_those_of_a_tuple(items: list[Item], start: int, stop: int) -> None:
    found = Packed(first, sorted(items, key=first))
    everything = tuple(found)
    assert found[start:stop] == everything[start:stop]
    if -len(items) <= start < len(items):
        assert found[start] == everything[start]
    else:
        with pytest.raises(IndexError):
            found[start]


def test_small_lists_settle_as_tuples_and_large_ones_stay_packed() -> None:
    assert Packed(first, [("a", 1, "")]).settled() == (("a", 1, ""),)
    large = Packed(first, [("a", number, "") for number in range(40)])
    assert large.settled() is large
    assert large.size > 0


def test_equal_spans_and_texts_are_one_object_after_unpacking() -> None:
    places = [Place("a.yml", Span(300, 400)) for _ in range(40)]
    found = list(Packed(lambda place: place.path, places))
    assert found == places
    assert len({id(place.span) for place in found}) == 1
    assert len({id(place.path) for place in found}) == 1


def test_facts_come_by_type_in_the_order_of_their_places(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [
        Fact("copy", str(number), Placed(f"src/{number}", None, place), place)
        for number in range(40)
        for place in [Place(f"{number % 7}.yml", Span(number, number))]
    ]
    large = Facts(reversed(facts))
    assert large.is_large
    monkeypatch.setattr(store, "MANY", 1000)
    plain = Facts(facts)
    assert not plain.is_large
    assert len(large) == len(plain) == 40
    values = large.values(Placed)
    wanted = plain.values(Placed)
    for _ in range(4):  # unpacked as they are read, then held
        assert tuple(values) == wanted
    assert len(values) == len(wanted)
    assert values[3] == wanted[3]
    assert large.values(Span) == ()
    assert large.kinds == {"copy"}
