"""Files of environment variables: names, values, places, errors."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compose_project import Texts
from maverick_lint.core.facts.containers import EnvFile
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_path
from maverick_lint.formats._dotenv import read_dotenv
from maverick_lint.formats.env_file.facts import facts
from maverick_lint.formats.env_file.parse import parse


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("A=1", "A", "1"),
        ("  export A = x y  ", "A", "x y"),
        ("A=", "A", ""),
        ("A", "A", None),
        ("A: 1", "A", "1"),
        ("A=x # why", "A", "x"),
        ("A=x#y", "A", "x#y"),
        ("A=#y", "A", "#y"),
        ("A='x # y' # why", "A", "x # y"),
        (r'A="x\n\"y\""', "A", 'x\n"y"'),
        ("A='one\ntwo'", "A", "one\ntwo"),
        ("A=it's", "A", "it's"),
        ("A=$B", "A", "$B"),
    ],
)
def test_lines(line: str, name: str, value: str | None) -> None:
    read = read_dotenv(f"# first\n{line}\nLAST=1\n")
    assert read.errors == ()
    assert [(entry.name, entry.value) for entry in read.entries] == [(name, value), ("LAST", "1")]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("A B=1", "A B"),
        ("=1", "=1"),
        ("A='x", "'x"),
        ('A="x\\"', '"x\\"'),
        ("a/b=1", "a/b"),
        ("echo hello", "echo hello"),
    ],
)
def test_a_wrong_line_costs_no_other(line: str, at: str) -> None:
    text = f"FIRST=1\n{line}\nLAST=1\n"
    read = read_dotenv(text)
    assert [text[error.span.start : error.span.end] for error in read.errors] == [at]
    assert {"FIRST", "LAST"} <= set(read.values())


@given(st.text(alphabet="AB=:'\"\\ #\t\r\n/$", max_size=80))
def test_any_text_is_read_and_places_lie_inside(text: str) -> None:
    read = read_dotenv(text)
    for entry in read.entries:
        assert text[entry.name_at.start : entry.name_at.end] == entry.name
        assert 0 <= entry.at.start <= entry.at.end <= len(text)
        if entry.value is not None and not entry.quote:
            assert text[entry.at.start : entry.at.end] == entry.value
    assert all(error.span.start <= error.span.end <= len(text) for error in read.errors)
    assert all(text[comment.span.start] == "#" for comment in read.comments)


@pytest.mark.parametrize(
    "text", ["A='x\n" * 100_000, 'A="\\"\n' * 100_000, "A=" + "x" * 4_000_000, " " * 1_000_000, "A " * 500_000]
)
def test_hostile_texts_end_soon(text: str) -> None:
    start = time.process_time()
    read_dotenv(text)
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"


def test_facts_name_the_variables_with_their_places() -> None:
    text = "A=1\r\nB\r\n"
    read = parse(Source("x/.env.example", text), "env-file", Texts({}))
    (fact,) = facts(read)  # type: ignore[arg-type]
    assert isinstance(fact.value, EnvFile)
    assert fact.value.example
    assert [(name, value, text[place.span.start]) for name, value, place in fact.value.variables] == [
        ("A", "1", "A"),
        ("B", None, "B"),
    ]


def test_a_template_is_let_alone() -> None:
    assert parse(Source(".env", "{% if x %}\nA=1\n"), "env-file", Texts({})).model is None
    assert parse(Source(".env", "A={{ x }}\n"), "env-file", Texts({})).model is not None


@pytest.mark.parametrize(
    ("path", "is_env"),
    [
        (".env", True),
        ("a/.env.production", True),
        ("prod.env", True),
        ("env.example", True),
        (".env.example", True),
        ("my.env.dist", True),
        (".env.ts", False),
        (".envrc", False),
        ("env.py", False),
        (".env.j2", False),
        ("environment", False),
    ],
)
def test_names(path: str, *, is_env: bool) -> None:
    guess = by_path(path)
    assert (guess is not None and guess.kind == "env-file") is is_env
