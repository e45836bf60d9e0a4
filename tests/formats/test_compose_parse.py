"""Compose files of all kinds are read, and none breaks the reader."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compose_project import Texts, document, project
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_content, by_path
from maverick_lint.formats.compose.facts import facts
from maverick_lint.formats.compose.parse import parse

KEYS = st.sampled_from(
    ["services", "web", "image", "build", "ports", "volumes", "depends_on", "extends", "include", "environment",
     "deploy", "healthcheck", "test", "<<", "x-a", "networks", "secrets", "file", "service",
     "condition", "context", "command"]
)  # fmt: skip
SCALARS = st.sampled_from(
    ["web", "compose.yaml", "${A:-b}", "${", "80:80", "./a:/b", "", None, 5, True, "service:web", "*"]
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=20,
)


def flow(tree: object) -> str:
    """Return data as flow YAML, anchors aside."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(flow(value) for value in tree) + "]"
    return "~" if tree is None else f"'{tree}'" if isinstance(tree, str) else str(tree).lower()


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["services", "include", "volumes", "name"]), TREES, max_size=3), TREES)
def test_any_tree_is_read_and_its_places_lie_in_their_files(tree: dict[str, object], other: object) -> None:
    texts = {"compose.yaml": flow(tree), "compose.override.yaml": flow(other), "web": flow({"services": other})}
    read = parse(Source("compose.yaml", texts["compose.yaml"]), "compose", Texts(texts))
    assert all(error.span.end <= len(texts["compose.yaml"]) for error in read.errors)
    if read.model is not None:
        for fact in facts(read):  # type: ignore[arg-type]
            assert fact.place.span.end <= len(texts[fact.place.path])


@settings(deadline=None)
@given(st.text(alphabet="services: \n\t-{}[]&*<$\"'a:|>#!\r", max_size=200))
def test_any_text_is_read(text: str) -> None:
    read = document(text)
    assert all(0 <= error.span.start <= error.span.end <= len(text) for error in read.errors)


HOSTILE = {
    "brackets": "services: " + "[" * 100_000,
    "a line of 4 MB": "services: {a: {image: 'x" + "y" * 4_000_000 + "'}}",
    "many variables": "services: {a: {image: '" + "${A:-" * 50_000 + "'}}",
    "alias bomb": "x-a: &a [x]\n"
    + "".join(f"x-{n}: &{n} [{', '.join([f'*{p}'] * 9)}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))
    + "services: {s: {image: 'a:1', command: *i}}\n",
    "merge bomb": "x-0: &m0 {image: 'a:1'}\n"
    + "".join(f"x-{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}\n" for n in range(1, 12))
    + "services: {s: {<<: *m11}}\n",
    "a map under many aliases": "x-a: &a {" + ", ".join(f"k{n}: 1" for n in range(2_000)) + "}\nservices:\n"
    + "".join(f"  s{n}: *a\n" for n in range(2_000)),
    "a chain of dependencies": "services:\n"
    + "".join(f"  s{n}: {{image: 'a:1', depends_on: [s{n + 1}], extends: s{n + 1}}}\n" for n in range(300)),
    "NUL": "services: {a: {image: 'a\0'}}",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon(name: str) -> None:
    start = time.process_time()
    read = document(HOSTILE[name])
    if read.model is not None:
        list(facts(read))  # type: ignore[arg-type]
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = end.join(["services:", "  a:", "    imag: a:1", ""])
    (error,) = document(text).errors
    assert text[error.span.start : error.span.end] == "imag"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("# only a comment\n", "is empty"),
        ("[a]\n", "is a list"),
        ("services: {a: {image: [x]}}", "`image` is a list"),
        ("services: {a: {image: 'a:1', deploy: {replica: 1}}}", "did you mean `replicas`"),
        ("services: {a: {image: 'a:1', context: .}}", "belongs under `build`"),
        ("image: a\nservices: {}", "belongs into a service"),
        ("services: {a: {image: 'a:1', ports: 80}}", "must be a list"),
        ("services: {a: {image: 'a:1', healthcheck: {interval: 5}}}", "a duration with its unit"),
        ("services: {a: {image: 'a:1', user: 1000}}", "put it in quotes"),
        ("services: {a: }", "holds nothing"),
        ("services: {a: {image: 'a:1'\n", "no valid YAML"),
    ],
)
def test_errors_say_what_is_wrong(text: str, words: str) -> None:
    assert words in " ".join(error.message for error in document(text).errors)


def test_a_template_is_let_alone() -> None:
    read = document("services:\n  {{ name }}:\n    image: a\n")
    assert (read.model, read.errors) == (None, ())
    read = document("services:\n{% if x %}\n  a: {image: 'a:1'}\n{% endif %}\n")
    assert (read.model, read.errors) == (None, ())


@pytest.mark.parametrize(
    ("texts", "path", "fragment"),
    [
        ({"compose.yaml": "services: {a: {image: 'a:1'}}"}, "compose.yaml", False),
        ({"compose.yaml": "services: {a: {ports: [80]}, b: {image: 'b:1'}}"}, "compose.yaml", False),
        ({"compose.override.yaml": "services: {a: {image: 'a:1'}}"}, "compose.override.yaml", True),
        ({"compose.prod.yaml": "services: {a: {restart: always}, b: {image: 'b:1'}}"}, "compose.prod.yaml", True),
        ({"compose.prod.yaml": "services: {a: {image: 'a:1'}}"}, "compose.prod.yaml", False),
        ({"compose.yaml": "volumes: {a: }"}, "compose.yaml", True),
    ],
)
def test_fragments(texts: dict[str, str], path: str, *, fragment: bool) -> None:
    assert project(texts, path).fragment is fragment


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("compose.yaml", "compose"),
        ("a/docker-compose.prod.yml", "compose"),
        ("docker-compose-dev.yaml", "compose"),
        ("composer.yaml", None),
        ("compose.json", None),
    ],
)
def test_names(path: str, kind: str | None) -> None:
    guess = by_path(path)
    assert (None if guess is None else guess.kind) == kind


@pytest.mark.parametrize(
    ("text", "is_compose"),
    [
        ("name: x\n\nservices: # all\n\n  # one\n  a:\n    image: x\n", True),
        ("services:\n  a:\n    command: x\n", False),
        ("services:\n  - postgres\nimage: x\n", False),
        ("steps: {}\nservices:\n  a:\n    image: x\n", False),
        ("services:\n  App\\Foo:\n    class: X\nimage: y\n", False),
    ],
)
def test_contents(text: str, *, is_compose: bool) -> None:
    guess = by_content("stack.yml", text)
    assert (guess is not None and guess.kind == "compose") is is_compose


def test_a_workflow_is_no_compose_file() -> None:
    guess = by_path(".github/workflows/compose.yml")
    assert guess is None or guess.kind != "compose"
