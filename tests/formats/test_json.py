"""JSON into nodes: places, slips that are read over, and limits."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.source import Source
from maverick_lint.formats._json import ParsedJson, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
PIECES = st.sampled_from(
    ['"', "\\", "{", "}", "[", "]", ":", ",", "1", "true", "tru", "//", "/*", "*/", "\n", "é", "\0", " "]
)


def read(text: str, *, relaxed: bool = False) -> ParsedJson:
    return read_json(Source("x.json", text), relaxed=relaxed)


def faults(text: str, *, relaxed: bool = False) -> list[tuple[str, str]]:
    return [(text[e.span.start : e.span.end], e.message) for e in read(text, relaxed=relaxed).errors]


def test_nodes_have_their_places() -> None:
    text = '{"name": "shop", "files": [1, true, null]}'
    root = read(text).root
    assert root is not None
    name, last = root.get("name"), root.at("files", 2)
    assert name is not None
    assert last is not None
    assert text[name.span.start : name.span.end] == '"shop"'
    assert text[name.key_span().start : name.key_span().end] == '"name"'
    assert name.text == "shop"
    assert last.value is None
    assert last.path() == "/files/2"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('{"a": 1,}', ",", "nothing follows"),
        ('{"a": 1 "b": 2}', '"b"', "comma is missing"),
        ("{a: 1}", "a", "no double quotes"),
        ('{"a": tru}', "tru", "no JSON value"),
        ('{"a": 1, "a": 2}', '"a"', "already given in line 1"),
        ('{"a": "\\q"}', '"\\q"', "is unknown"),
        ("// note\n{}", "// note", "no comments"),
    ],
)
def test_slips_are_reported_and_read_over(text: str, place: str, words: str) -> None:
    parsed = read(text)
    assert parsed.root is not None
    assert [(at, words in message) for at, message in faults(text)] == [(place, True)]


@pytest.mark.parametrize("text", ['{"a":', "[1,,2]", "[}", '{"a" "b"}', "[1] 2", '{"x":1]'])
def test_what_cannot_be_understood_has_no_root(text: str) -> None:
    parsed = read(text)
    assert parsed.root is None
    assert parsed.fatal
    assert len(parsed.errors) == 1


def test_relaxed_json_has_comments_and_last_commas() -> None:
    text = '{ // why\n  "a": [1, 2,], /* b */ }'
    parsed = read(text, relaxed=True)
    assert not parsed.errors
    assert [comment.text for comment in parsed.comments()] == ["why", "b"]


@given(VALUES)
def test_reads_what_json_writes(value: object) -> None:
    parsed = read(json.dumps(value))
    assert not parsed.errors
    assert parsed.root is not None
    if isinstance(value, str):
        assert parsed.root.raw == value


@given(st.lists(PIECES, max_size=40).map("".join), st.booleans())
def test_never_raises_and_stays_inside(text: str, relaxed: bool) -> None:  # noqa: FBT001 - hypothesis passes it
    parsed = read(text, relaxed=relaxed)
    for error in parsed.errors:
        assert 0 <= error.span.start <= error.span.end <= len(text)
    for node in parsed.root.walk() if parsed.root is not None else ():
        assert 0 <= node.span.start < node.span.end <= len(text)


@pytest.mark.parametrize("text", ["[" * 2_000_000, '{"a":' * 400_000, '"' + '\\"' * 1_000_000, "/*" + "*" * 2_000_000])
def test_hostile_text_ends_soon(text: str) -> None:
    start = time.process_time()
    assert read(text).errors
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"
