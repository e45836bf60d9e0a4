"""Lines, columns, and texts embedded in texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.source import Segment, Source
from maverick_lint.core.span import Position, Span


@pytest.mark.parametrize("text", ["a\nbc\n", "a\r\nbc\r\n", "a\rbc\r"])
def test_every_line_break_ends_a_line(text: str) -> None:
    source = Source("x", text)
    assert source.position(text.index("c")) == Position(2, 2)
    span = source.line_span(2)
    assert text[span.start : span.end] == "bc"


@given(st.text(alphabet="ab\r\né😀"))
def test_positions_and_line_starts_agree(text: str) -> None:
    source = Source("x", text)
    for offset in range(len(text) + 1):
        position = source.position(offset)
        assert source.line_starts[position.line - 1] + position.column - 1 == offset


def test_embedded_spans_map_to_the_outermost_text() -> None:
    outer = Source("x", "run: |\n  echo a\n  echo b\n")
    inner = Source("x", "echo a\necho b\n", outer, (Segment(0, 9, 7), Segment(7, 18, 7)))
    innermost = Source("x", "b", inner, (Segment(0, 12, 1),))
    assert inner.outer(Span(0, 4)) == Span(9, 13)
    assert inner.outer(Span(7, 11)) == Span(18, 22)
    assert innermost.outer(Span(0, 1)) == Span(23, 24)
    assert outer.text[23] == "b"


def test_a_span_never_runs_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Span(3, 2)
