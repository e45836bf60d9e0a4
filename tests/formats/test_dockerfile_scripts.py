"""The shell scripts of RUN as ShellCheck gets them: their dialect, what is set before them, what is not said."""

from __future__ import annotations

import pytest

from dockerfile_reading import model
from maverick_lint.core.document import Script
from maverick_lint.core.span import Span
from maverick_lint.formats.dockerfile.scripts import scripts


def only(text: str) -> Script:
    (found,) = scripts(model(text))
    return found


@pytest.mark.parametrize(
    ("head", "dialect"),
    [
        ("FROM debian:12\n", "dash"),
        ("FROM alpine:3.20\n", "dash"),
        ("FROM ghcr.io/owner/image:1\n", "sh"),
        ("FROM fedora:41\n", "sh"),
        ('FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n', "bash"),
        ('FROM debian:12 AS a\nSHELL ["/usr/bin/ksh", "-c"]\nFROM a\n', "ksh"),
    ],
)
def test_the_dialect_is_that_of_the_shell_that_runs_it(head: str, dialect: str) -> None:
    assert only(f"{head}RUN echo $A\n").dialect == dialect


def test_a_shell_that_reads_a_here_document_is_its_dialect() -> None:
    assert only("FROM debian:12\nRUN bash <<EOF\necho $A\nEOF\n").dialect == "bash"
    assert only("FROM debian:12\nRUN <<EOF\n#!/bin/bash\necho $A\nEOF\n").dialect == ""


def test_other_languages_are_no_scripts() -> None:
    texts = ['SHELL ["pwsh", "-c"]\nRUN x', 'RUN ["ls"]', "RUN <<EOF\n#!/usr/bin/python3\nprint()\nEOF"]
    assert [scripts(model(f"FROM debian:12\n{text}\n")) for text in texts] == [(), (), ()]


def test_what_arg_and_env_set_is_known() -> None:
    text = "ARG G=1\nFROM debian:12 AS a\nENV A=1\nARG B\nARG G\nFROM a\nARG C=2\nRUN echo $A\nENV D=3\n"
    assert {"A", "B", "C", "G", "PATH"} <= set(only(text).variables)
    assert "D" not in only(text).variables


def test_what_a_shell_that_nobody_knows_lacks_is_not_said() -> None:
    assert "SC3040" not in only("FROM debian:12\nRUN set -o pipefail\n").exempt
    assert "SC3040" in only("FROM alpine:3.20\nRUN set -o pipefail\n").exempt
    assert "SC3040" in only("FROM ghcr.io/owner/image:1\nRUN set -o pipefail\n").exempt
    asked = 'FROM ghcr.io/owner/image:1\nSHELL ["/bin/dash", "-c"]\nRUN set -o pipefail\n'
    assert "SC3040" not in only(asked).exempt


def test_a_sourced_file_may_set_any_variable() -> None:
    assert "SC2154" in only("FROM debian:12\nRUN set -e; . ./settings; echo $a\n").exempt
    assert "SC2154" not in only("FROM debian:12\nRUN ls . ; find . -name x; echo $a\n").exempt


def test_an_if_below_else_is_no_fault_of_the_joined_line() -> None:
    script = only("FROM debian:12\nRUN if a; then b; else \\\n  if c; then d; fi; \\\n  fi\n")
    assert "else   if" in script.source.text
    assert "SC1075" in script.exempt


def test_a_script_in_json_form_is_that_of_its_shell() -> None:
    text = 'FROM debian:12\nRUN ["bash", "-c", "echo $A"]\n'
    script = only(text)
    assert (script.dialect, script.source.text) == ("bash", "echo $A")
    start = script.source.outer(Span(5, 7)).start
    assert text[start : start + 2] == "$A"
    assert scripts(model('FROM debian:12\nRUN ["sh", "-c", "echo \\"$A\\""]\n')) == ()
