"""The quick reader of JSON and the careful one build the same trees."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.node import Node
from maverick_lint.core.source import Source
from maverick_lint.formats._json import build, read_json
from maverick_lint.formats._json.quick import quick

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def shape(node: Node) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.value, one.raw, one.style, one.span, one.key.span if one.key is not None else None, one.path())
        for one in node.walk()
    ]


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_both_readers_agree(value: object, indent: int | str | None, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    fast = quick(text, build.DEPTH, build.NODES)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "quick", lambda *_: None)
        slow = read_json(Source("x", text))
    assert not slow.errors
    assert slow.root is not None
    assert fast is not None
    assert shape(fast) == shape(slow.root)


@pytest.mark.parametrize(
    "text",
    [
        "", "[1,]", "[1 2]", "[", "]", "{a: 1}", "// x\n1", '"\x01"', "1 2", "[" * 600, '{"a" 1}', '{"a"}',
        '{"a": 1, "a": 2}',
    ],
)  # fmt: skip
def test_the_quick_reader_gives_up_on_every_fault(text: str) -> None:
    assert quick(text, build.DEPTH, build.NODES) is None
    assert read_json(Source("x", text)).errors or not text
