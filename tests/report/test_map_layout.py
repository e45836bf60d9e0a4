"""The drawing of the map: nothing lies over anything else, and lines end at the borders of their boxes."""

from __future__ import annotations

import random
import time
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maverick_lint.report.map.geometry import Box, Layout, Size, Tie
from maverick_lint.report.map.heights import heights
from maverick_lint.report.map.layout import laid_out
from maverick_lint.report.map.order import ordered
from maverick_lint.report.map.ranks import components, forward, ranks

GRAPHS = st.integers(1, 25).flatmap(
    lambda count: st.tuples(
        st.lists(st.tuples(st.floats(20, 400), st.floats(20, 90)), min_size=count, max_size=count),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.floats(10, 200)), max_size=40),
    )
)


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def ties_of(pairs: list[tuple[int, int]], wide: float = 90.0) -> list[Tie]:
    return [Tie(source, target, Size(wide, 20.0)) for source, target in dict.fromkeys(pairs) if source != target]


def assert_sound(layout: Layout, ties: list[Tie]) -> None:
    """Assert what must hold for every drawing."""
    solid = [*layout.boxes, *(line.label for line in layout.lines)]
    for one, other in combinations(solid, 2):
        assert not overlap(one, other), (one, other)
    for box in solid:
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= layout.width
        assert box.y + box.height <= layout.height
    for tie, line in zip(ties, layout.lines, strict=True):
        source, target = layout.boxes[tie.source], layout.boxes[tie.target]
        for box, (x, y) in ((source, line.points[0]), (target, line.points[-1])):
            assert min(abs(x - box.x), abs(x - box.x - box.width)) < 0.2, "a line ends at a side of its box"
            assert box.y < y < box.y + box.height
        assert len(line.points) % 2 == 0
        for (x1, y1), (x2, y2) in zip(line.points[1:-1:2], line.points[2:-1:2], strict=True):
            assert y1 == y2, "a line is straight where it passes a column"
            low, high = sorted((x1, x2))
            for box in layout.boxes:
                inside = box.x < high and low < box.x + box.width and box.y < y1 < box.y + box.height
                assert not inside, "a line passes no box"


@pytest.mark.parametrize("count", [3, 40, 200])
def test_nothing_overlaps_in_a_deployment_of_any_size(count: int) -> None:
    # each service asks an earlier one and the database, which is the last; nginx and Prometheus ask all of them
    pairs = [(one, (one - 1) // 4) for one in range(1, count)] + [(one, count) for one in range(count)]
    pairs += [(count + 1, one) for one in range(count)] + [(count + 2, one) for one in range(count)]
    ties = ties_of(pairs)
    began = time.process_time()
    layout = laid_out([Size(180.0, 44.0)] * (count + 3), ties)
    assert time.process_time() - began < 2
    assert_sound(layout, ties)


@settings(deadline=None, max_examples=120)
@given(GRAPHS)
def test_nothing_overlaps_in_any_graph(graph: tuple[list[tuple[float, float]], list[tuple[int, int, float]]]) -> None:
    sizes = [Size(round(wide, 1), round(tall, 1)) for wide, tall in graph[0]]
    pairs = {(source, target): wide for source, target, wide in graph[1] if source != target}
    ties = [Tie(source, target, Size(round(wide, 1), 20.0)) for (source, target), wide in pairs.items()]
    layout = laid_out(sizes, ties)
    assert_sound(layout, ties)
    assert layout == laid_out(sizes, ties)
    for box, size in zip(layout.boxes, sizes, strict=True):
        assert box.width >= size.width
        assert box.height == size.height


def test_a_circle_is_drawn_too() -> None:
    ties = ties_of([(0, 1), (1, 2), (2, 0), (1, 0)])
    layout = laid_out([Size(100.0, 40.0)] * 3, ties)
    assert_sound(layout, ties)
    back = layout.lines[2]
    assert back.points[0][0] > back.points[-1][0], "what closes the circle runs back"


def test_a_chain_of_thousands_needs_no_deep_recursion() -> None:
    count = 3_000
    assert ranks(count, [(one, one + 1) for one in range(count - 1)]) == list(range(count))
    assert all(forward(count, [(one, one + 1) for one in range(count - 1)]))


def test_nothing_is_drawn_of_nothing() -> None:
    layout = laid_out([], [])
    assert (layout.boxes, layout.lines) == ((), ())


def test_parts_that_nothing_joins_stand_apart_the_largest_first() -> None:
    assert components(5, [(3, 4), (1, 3)]) == [[1, 3, 4], [0], [2]]
    layout = laid_out([Size(600.0, 40.0)] * 5, ties_of([(3, 4), (1, 3)]))
    assert max(layout.boxes[one].y for one in (1, 3, 4)) < min(layout.boxes[one].y for one in (0, 2))


def test_ranks_pull_a_source_to_what_it_leads_to() -> None:
    # 0 > 1 > 2 > 3, and 4 leads to 3 alone: beside 2, not at the far left
    assert ranks(5, [(0, 1), (1, 2), (2, 3), (4, 3)]) == [0, 1, 2, 3, 2]


def test_order_takes_crossings_out() -> None:
    columns = [[0, 1, 2], [3, 4, 5]]
    after = [[5], [4], [3], [], [], []]
    before: list[list[int]] = [[], [], [], [2], [1], [0]]
    found = ordered(columns, before, after)
    assert [after[item][0] for item in found[0]] == found[1]


def test_heights_keep_distances_and_come_near_to_neighbours() -> None:
    columns = [[0, 1, 2], [3]]
    found = heights(columns, [[], [], [], [0, 1, 2]], [[3], [3], [3], []], [40.0] * 4, [10.0] * 4)
    assert found[3] == found[1]
    assert found[1] - found[0] >= 50 <= found[2] - found[1]


def test_two_hundred_random_nodes_take_less_than_a_second() -> None:
    chosen = random.Random(7)  # noqa: S311 - the same graph at every run
    ties = ties_of([(chosen.randrange(200), chosen.randrange(200)) for _ in range(400)])
    began = time.process_time()
    laid_out([Size(180.0, 44.0)] * 200, ties)
    assert time.process_time() - began < 2
