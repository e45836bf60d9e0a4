"""Which files are shell scripts, and which of them are read."""

from __future__ import annotations

import time

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_content, by_path
from maverick_lint.formats.shell.detect import interpreter
from maverick_lint.formats.shell.parse import parse


@pytest.mark.parametrize("path", ["run.sh", "scripts/Deploy.SH", "lib.bash", "a/b.ksh", ".hidden/x.sh"])
def test_the_suffix_is_enough(path: str) -> None:
    guess = by_path(path)
    assert guess is not None
    assert (guess.kind, guess.sure) == ("shell", True)


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("#!/bin/sh\n", "sh"),
        ("#!/usr/bin/env -S bash -e\n", "bash"),
        ("#! /bin/dash", "dash"),
        ("#!/usr/bin/env LANG=C python3\n", "python3"),
        ("#!\n", ""),
        ("echo", ""),
    ],
)
def test_the_first_line_names_a_program(text: str, program: str) -> None:
    assert interpreter(text) == program


def test_a_script_without_suffix_is_known_by_its_first_line() -> None:
    guess = by_content("bin/deploy", "#!/bin/bash\nls\n")
    assert guess is not None
    assert guess.kind == "shell"
    other = by_content("bin/deploy", "#!/usr/bin/env python3\nprint(1)\n")
    assert other is None or other.kind != "shell"


@pytest.mark.parametrize("first", ["#!/bin/zsh", "#!/usr/bin/env python3", "#!/usr/bin/expect -f"])
def test_another_programs_script_is_not_read(first: str) -> None:
    document = parse(Source("run.sh", f"{first}\nif then (((\n"), "shell", None)  # type: ignore[arg-type]
    assert document.model is None
    assert document.errors == ()


def test_a_script_without_a_first_line_is_read() -> None:
    document = parse(Source("run.sh", "set -e\nls\n"), "shell", None)  # type: ignore[arg-type]
    assert document.model is not None
    assert [command.name for command in document.model.commands] == ["set", "ls"]


def test_expressions_that_are_never_closed_end_soon() -> None:
    start = time.process_time()
    document = parse(Source("run.sh", "${{ " * 19_000), "shell", None)  # type: ignore[arg-type]
    assert document.model is not None
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"
