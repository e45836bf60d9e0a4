"""Stages, what they inherit, variables, and the commands of RUN."""

from __future__ import annotations

import pytest

from dockerfile_reading import model
from maverick_lint.formats.dockerfile.bases import is_local, known
from maverick_lint.formats.dockerfile.duration import seconds
from maverick_lint.formats.dockerfile.expand import expand, names_in
from maverick_lint.formats.dockerfile.image import image


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$A", "one"),
        ("${A}-x", "one-x"),
        ("'$A'", "$A"),
        ('"$A b"', "one b"),
        ("\\$A", "$A"),
        ("${A:-x}", "one"),
        ("${E:-x}", "x"),
        ("${E-x}", ""),
        ("${N-x}", "x"),
        ("${N:-${A}}", "one"),
        ("${A:+y}", "y"),
        ("${N:+y}", ""),
        ("${P#*/}", "b/c.tar.gz"),
        ("${P##*/}", "c.tar.gz"),
        ("${P%.*}", "a/b/c.tar"),
        ("${P%%.*}", "a/b/c"),
        ("${P/b/x}", "a/x/c.tar.gz"),
        ("${P//./-}", "a/b/c-tar-gz"),
        ("$", "$"),
        ("$N", None),
        ("$UNKNOWN", None),
        ("${UNKNOWN:-x}", None),
        ("a$1", None),
        ("${", None),
    ],
)
def test_variables(text: str, value: str | None) -> None:
    assert expand(text, {"A": "one", "E": "", "N": None, "P": "a/b/c.tar.gz"}) == value


def test_names_in() -> None:
    assert names_in("$A '${B}' \"${C:-x}\" \\$D") == (("A", 0), ("C", 11))


def test_what_a_stage_inherits() -> None:
    found = model(
        "ARG TAG=3.12\nARG OPEN\nFROM python:${TAG}-slim AS Base\nARG TAG\nENV HOME_DIR=/srv USER_NAME=app\n"
        "USER $USER_NAME\n"
        "EXPOSE 80\nFROM base AS two\nWORKDIR $HOME_DIR/$TAG\nFROM $OPEN\nCOPY --from=TWO /a /b\nCOPY --from=0 /a /b\n"
    )
    base, two, last = found.stages
    assert (base.name, base.image, two.base_stage, two.image) == ("base", "python:3.12-slim", base, None)
    assert (two.user, two.root) == ("app", base)
    workdir = two.last("WORKDIR")
    assert workdir is not None
    assert workdir.value(workdir.rest) == "/srv/3.12"
    assert (last.image, last.user, found.final) == (None, "", last)
    assert [source.index for _, _, source in found.sources_of(last)] == [1, 0]
    assert found.reached(last) == {0, 1, 2}


def test_argument_and_environment() -> None:
    found = model(
        "ARG A=1\nFROM x\nENV B=2\nARG A B=3 C TARGETARCH\nUSER $A$B\n"
        "USER $C\nUSER $TARGETARCH\nENV D=$NOBODY\nUSER $D\n"
    )
    users = found.stages[0].every("USER")
    assert [user.value(user.rest) for user in users] == ["12", None, None, None]


def commands(text: str) -> list[tuple[str, int, list[str | None]]]:
    found = model(text)
    return [
        (one.name, found.source.position(command.place.span.start).line, [word.text for word in command.words])
        for one in found.instructions
        for command in found.commands(one)
    ]


def test_commands_of_every_form() -> None:
    assert commands(
        'FROM a\nARG V=1\nRUN one $V && \\\n  # c\n  two \'a b\'\nRUN <<EOF\nthree\nEOF\nRUN ["four", "$V"]\n'
        'RUN ["sh", "-c", "five | six"]\nONBUILD RUN seven\nRUN bash -e <<X\neight\nX\nRUN cat <<X > /f\nnine\nX\n'
    ) == [
        ("RUN", 3, ["one", "1"]),
        ("RUN", 5, ["two", "a b"]),
        ("RUN", 7, ["three"]),
        ("RUN", 9, ["four", "$V"]),
        ("RUN", 10, ["five"]),
        ("RUN", 10, ["six"]),
        ("ONBUILD", 11, ["seven"]),
        ("RUN", 13, ["eight"]),
        ("RUN", 15, ["cat"]),
    ]


def test_other_shells_and_interpreters_give_no_commands() -> None:
    assert commands('FROM a\nSHELL ["pwsh", "-c"]\nRUN one\nSHELL ["/bin/bash", "-c"]\nRUN two\n') == [
        ("RUN", 5, ["two"])
    ]
    assert commands("FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n") == []
    assert commands("FROM a\nRUN <<EOF\n#!/bin/bash\none\nEOF\n") == [("RUN", 4, ["one"])]
    assert commands("# escape=`\nFROM a\nRUN one\n") == []


def test_image_references() -> None:
    found = image("localhost:5000/a/b:1@sha256:00")
    assert (found.registry, found.path, found.tag, found.digest) == ("localhost:5000", "a/b", "1", "sha256:00")
    assert image("docker.io/library/python").official
    assert not image("ghcr.io/python").official


def test_known_bases() -> None:
    python = known("python:3.12")
    assert python is not None
    assert python.slimmer == "python:3.12-slim"
    alpine = known("node:22-alpine3.20")
    assert alpine is not None
    assert (alpine.system, alpine.slimmer, alpine.tools) == ("alpine", "", frozenset({"wget"}))
    assert known("registry.example.com/python:3.12") is None
    assert is_local("base")
    assert not is_local("caddy")


@pytest.mark.parametrize(
    ("text", "value"), [("1m30s", 90), ("500ms", 0.5), ("0", 0), ("5", None), ("", None), ("s", None)]
)
def test_durations(text: str, value: float | None) -> None:
    assert seconds(text) == value
