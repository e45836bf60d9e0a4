"""The YAML reader that all YAML formats share."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.source import Source
from maverick_lint.core.span import Span
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats._yaml.embed import embedded
from maverick_lint.formats._yaml.resolve import Dialect, resolve

TEXT = """\
# first
services:
  db: &base
    image: postgres:16  # the database
    ports: ["5432:5432", '80:80']
  web:
    <<: *base
    image: shop
    run: |
      echo one

      # inside
      echo two
    folded: >-
      this is
      one line

      and another
    quoted: "a \\"b\\" \\u00e9
      c"
"""


def test_every_scalar_stands_where_its_span_says() -> None:
    parsed = read_yaml(Source("x", TEXT), "go")
    assert not parsed.errors
    assert parsed.root is not None
    for node in parsed.root.walk():
        if node.is_scalar and node.style == "plain":
            assert TEXT[node.span.start : node.span.end] == node.raw


def test_merge_keys_give_way_to_explicit_ones() -> None:
    root = read_yaml(Source("x", TEXT), "go").root
    assert root is not None
    web = root.at("services", "web")
    assert web is not None
    assert list(web.pairs()) == ["image", "run", "folded", "quoted", "ports"]
    image = web.get("image")
    assert image is not None
    assert image.value == "shop"
    assert image.path() == "/services/web/image"


@pytest.mark.parametrize("key", ["run", "folded", "quoted"])
def test_characters_of_block_and_quoted_scalars_map_to_the_file(key: str) -> None:
    source = Source("x", TEXT)
    root = read_yaml(source, "go").root
    assert root is not None
    node = root.at("services", "web", key)
    assert node is not None
    inner = embedded(source, node)
    for offset, character in enumerate(inner.text):
        if character.isalnum() and character.isascii():
            assert TEXT[inner.outer(Span(offset, offset + 1)).start] == character


def test_comments_are_told_from_hashes_in_scalars() -> None:
    text = 'a: "# no"  # yes\nb: x#no\n# own\n'
    comments = read_yaml(Source("x", text), "go").comments()
    assert [(comment.text, comment.own_line) for comment in comments] == [("yes", False), ("own", True)]


@pytest.mark.parametrize(
    ("text", "dialect", "value"),
    [
        ("on", "github", "on"), ("on", "ruby", True), ("yes", "go", "yes"), ("NO", "ruby", False),
        ("0755", "go", 0o755), ("0755", "github", 755), ("0o17", "go", 15), ("0x1F", "github", 31),
        ("22:22", "go", "22:22"), ("22:22", "ruby", 1342), ("1e3", "go", 1000.0), ("~", "go", None),
        ("", "go", None), (".inf", "go", float("inf")), ("1.2.3", "go", "1.2.3"), ("-", "go", "-"),
        ("0899", "go", "0899"),
    ],
)  # fmt: skip
def test_scalars_have_the_value_that_their_reader_gives_them(text: str, dialect: Dialect, value: object) -> None:
    assert resolve(text, dialect) == value
    assert type(resolve(text, dialect)) is type(value)


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", 10, "already given in line 1"),
        ("a: *gone\n", 3, "has no anchor"),
        ("a: &a [*a]\n", 7, "inside its own anchor"),
        ("a:\n\t- b\n", 3, "is no valid YAML"),
        ("a: [1, 2\n", 7, "is no valid YAML"),
    ],
)
def test_errors_stand_at_their_place(text: str, offset: int, message: str) -> None:
    errors = read_yaml(Source("x", text), "go").errors
    assert [error.span.start for error in errors] == [offset]
    assert message in errors[0].message


def test_an_unrendered_template_is_no_error() -> None:
    parsed = read_yaml(Source("x", "{% if a %}\na: {{ b }}\n{% endif %}\n"), "go")
    assert parsed.templated
    assert not parsed.errors
    assert parsed.root is None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000 + "x",
        "\n".join(" " * depth + "a:" for depth in range(3000)),
        "b0: &b0 [x]\n" + "\n".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 40)),
        "b0: &b0 {k: v}\n" + "\n".join(f"b{n}: &b{n} {{<<: [{', '.join([f'*b{n - 1}'] * 9)}]}}" for n in range(1, 40)),
        "a: &a\n  <<: *a\n  b: 1\n",
        '{"a": [' + "1," * 1_000_000 + "1]}",
        "a: \x00b",
        "a: \x85b\u2028c",
    ],
    ids=[
        "lists",
        "flow maps",
        "block lists",
        "block maps",
        "aliases",
        "merges",
        "self merge",
        "long line",
        "nul",
        "nel",
    ],
)
def test_hostile_texts_end_within_a_second(text: str) -> None:
    start = time.process_time()
    parsed = read_yaml(Source("x", text), "go")
    for root in parsed.roots:
        for node in root.walk():
            node.pairs()
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"


@given(st.text(alphabet="ab:-[]{}&*#'\"|>!%@,\n\t <\r\\", max_size=60))
def test_reading_never_raises_and_spans_lie_in_the_text(text: str) -> None:
    parsed = read_yaml(Source("x", text), "go")
    for error in parsed.errors:
        assert 0 <= error.span.start <= error.span.end <= len(text)
    for root in parsed.roots:
        for node in root.walk():
            assert 0 <= node.span.start <= node.span.end <= len(text)
    for comment in parsed.comments():
        assert text[comment.span.start] == "#"


@pytest.mark.parametrize("style", ["|", "|-", "|+", "|2", ">", ">-"])
@pytest.mark.parametrize("body", ["a b\nc\n", "  deep\nback\n", "\n\nx\n", "x\n\n\ny  \n", "tab\there\n", "last"])
def test_block_scalars_map_character_by_character(style: str, body: str) -> None:
    if body.startswith((" ", "\n")):
        style = f"{style[0]}2"
    text = (
        "k:\n  run: "
        + style
        + "\n"
        + "".join(f"    {line}\n" if line else "\n" for line in body.splitlines())
        + "z: 1\n"
    )
    source = Source("x", text)
    root = read_yaml(source, "github").root
    assert root is not None
    node = root.at("k", "run")
    assert node is not None
    inner = embedded(source, node)
    for offset, character in enumerate(inner.text):
        if not character.isspace():
            assert source.text[inner.outer(Span(offset, offset + 1)).start] == character


def test_brackets_inside_words_open_nothing() -> None:
    lines = "".join(f"- 'a[b{number}'\n- c{{d\n" for number in range(3_000))
    assert not read_yaml(Source("a.yaml", lines), "go").errors
