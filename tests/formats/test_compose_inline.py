"""A Dockerfile in a Compose file is judged as one, at its own lines."""

from __future__ import annotations

import pytest

from compose_project import document
from maverick_lint.config.model import Settings
from maverick_lint.core.span import Span
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

TEXT = """\
services:
  app:
    build:
      context: .
      dockerfile_inline: |
        FROM debian:latest
        WORKDIR app
        RUN echo $$HOME && cd x
        BADLY written
"""


def found(text: str, rule: str) -> list[str]:
    """Return the findings of a rule, each as LINE:COLUMN and the text that it covers."""
    settings = Settings(select=(rule,))
    result = run(MemoryFiles({"compose.yaml": text}), settings, make(rules(), settings))
    assert result.crashed == ()
    return [
        f"{one.location.start.line}:{one.location.start.column} {text[one.span.start : one.span.end]}"
        for one in result.findings
        if one.rule == rule
    ]


def test_findings_stand_where_the_text_stands() -> None:
    assert found(TEXT, "dockerfile/absolute-workdir") == ["7:17 app"]
    assert found(TEXT, "dockerfile/no-cd") == ["8:28 cd"]
    assert [one.partition(" ")[0] for one in found(TEXT, "dockerfile/syntax")] == ["9:9"]


def test_two_dollar_signs_are_one() -> None:
    ((kind, inner),) = document(TEXT).embedded
    assert kind == "dockerfile"
    assert "RUN echo $HOME && cd x\n" in inner.text
    for word in ("debian", "$HOME", "cd x", "BADLY"):
        start = inner.text.index(word)
        span = inner.outer(Span(start, start + len(word)))
        assert TEXT[span.start : span.end].lstrip("$") == word.lstrip("$")


@pytest.mark.parametrize("style", ["|", "|-", ">-"])
def test_every_block_style_has_its_places(style: str) -> None:
    text = TEXT.replace("inline: |", f"inline: {style}").replace("        ", "        ")
    wanted = [] if style == ">-" else ["7:17 app"]  # folded, it is one line: a FROM with four words too many
    assert found(text, "dockerfile/absolute-workdir") == wanted


def test_a_variable_of_compose_leaves_it_unknown() -> None:
    assert found(TEXT.replace("debian:latest", "debian:${TAG}"), "dockerfile/absolute-workdir") == []


def test_a_shared_dockerfile_is_judged_once() -> None:
    text = (
        "x-file: &file |\n  FROM debian:12\n  WORKDIR app\nservices:\n"
        "  a: {build: {dockerfile_inline: *file}}\n  b: {build: {dockerfile_inline: *file}}\n"
    )
    assert found(text, "dockerfile/absolute-workdir") == ["3:11 app"]
