"""Our scanner against BuildKit's own parser (the PyPI package `dockerfile`), where that is installed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from dockerfile_reading import document, model
from dockerfile_samples import REFUSED, SAMPLES

oracle = pytest.importorskip("dockerfile", reason="the package `dockerfile` (BuildKit's parser) is not installed")


def rows(text: str) -> list[tuple[Any, ...]]:
    found = document(text)
    source = found.source
    result = []
    for one in found.model.instructions if found.model is not None else ():
        holder = one.inner or one
        values: list[Any] = [word.text for word in holder.arguments]
        if holder.name in ("ENV", "LABEL"):
            values = [
                part for pair in holder.pairs for part in (text[pair.name_span.start : pair.name_span.end], pair.value)
            ]
        elif holder.name == "ARG":
            values = [pair.name if pair.value is None else f"{pair.name}={pair.value}" for pair in holder.pairs]
        elif holder.name == "HEALTHCHECK":
            values = [holder.form, *values]
        first = source.position(one.span.start).line
        last = source.position(max(one.span.end - 1, one.span.start)).line
        # the package does not hand out the here-documents of a trigger
        heredocs = () if one.inner is not None else holder.heredocs
        bodies = tuple(text[heredoc.body.start : heredoc.body.end] for heredoc in heredocs)
        inner = one.inner.name if one.inner is not None else None
        result.append((one.name, inner, holder.json, first, last, bodies, tuple(values), len(holder.flags)))
    return result


def expected(text: str) -> list[tuple[Any, ...]]:
    return [
        (
            command.cmd.upper(),
            command.sub_cmd.upper() if command.sub_cmd else None,
            command.json,
            command.start_line,
            command.end_line,
            tuple(heredoc.content for heredoc in command.heredocs),
            tuple(command.value),
            len(command.flags),
        )
        for command in oracle.parse_string(text)
    ]


@pytest.mark.parametrize("text", SAMPLES)
def test_sample_is_read_as_buildkit_reads_it(text: str) -> None:
    assert rows(text) == expected(text)


@pytest.mark.parametrize("text", REFUSED)
def test_what_buildkit_refuses_is_an_error(text: str) -> None:
    with pytest.raises(oracle.GoParseError):
        oracle.parse_string(text)
    assert document(text).errors


def test_corpus_is_read_as_buildkit_reads_it() -> None:
    corpus = os.environ.get("CORPUS")
    if not corpus:
        pytest.skip("CORPUS names no folder of repositories")
    compared = 0
    for path in sorted(Path(corpus).rglob("*ockerfile*")):
        if path.suffix in (".md", ".yml", ".yaml", ".template", ".dockerignore") or not path.is_file():
            continue
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
        if document(text).model is None:
            continue  # a template
        assert rows(text) == expected(text), path
        compared += 1
    assert compared > 100


def test_known_difference_in_the_first_line_of_an_instruction() -> None:
    # BuildKit counts a line that holds nothing but the escape sign as the instruction's first; the keyword's is truer.
    found = model("FROM a\n\\\nRUN x\n")
    assert found.source.position(found.instructions[1].span.start).line == 3
