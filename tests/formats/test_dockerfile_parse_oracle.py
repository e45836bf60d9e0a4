"""Our scanner against dockerfile-parse, on the files that it can read.

It knows no here-documents, loses a blank line in a continuation, and takes two escape signs at the end of a line for
one; files with any of these are left out.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

from dockerfile_reading import document
from dockerfile_samples import SAMPLES

oracle = pytest.importorskip("dockerfile_parse", reason="the package `dockerfile-parse` is not installed")

_BEYOND_IT = re.compile(
    r"<<|\\\\[ \t]*$|\A\ufeff|\\[ \t]*\Z|\A\s*#\s*(?:check|escape)|^\s*\w+\\\n|^\s*\\[ \t]*$|\t\\?$"
    r"|\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*[ \t]*\r?\n",
    re.MULTILINE | re.IGNORECASE,
)


def ours(text: str) -> list[tuple[str, int, int]]:
    found = document(text)
    position = found.source.position
    instructions = found.model.instructions if found.model is not None else ()
    return [
        (one.name, position(one.span.start).line - 1, position(max(one.span.end - 1, one.span.start)).line - 1)
        for one in instructions
    ]


def theirs(text: str) -> list[tuple[str, int, int]]:
    structure = oracle.DockerfileParser(fileobj=io.BytesIO(text.encode())).structure
    lines = text.split("\n")
    found = []
    for one in structure:
        last = one["endline"]
        while last > one["startline"] and lines[last].lstrip().startswith("#"):
            last -= 1  # it counts comments behind a continued line
        if one["instruction"] != "COMMENT":
            found.append((one["instruction"].upper(), one["startline"], last))
    return found


@pytest.mark.parametrize("text", [text for text in SAMPLES if _BEYOND_IT.search(text) is None])
def test_sample(text: str) -> None:
    assert ours(text) == theirs(text)


def test_corpus() -> None:
    corpus = os.environ.get("CORPUS")
    if not corpus:
        pytest.skip("CORPUS names no folder of repositories")
    compared = 0
    for path in sorted(Path(corpus).rglob("*ockerfile*")):
        if path.suffix in (".md", ".yml", ".yaml", ".template", ".dockerignore") or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8")
        found = document(text)
        if found.model is None or found.errors or _BEYOND_IT.search(text) is not None:
            continue
        assert ours(text) == theirs(text), path
        compared += 1
    assert compared > 100
