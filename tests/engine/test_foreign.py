"""Comments that silence hadolint, tally and BuildKit's checks, read as these tools read them.

What each must leave was seen with hadolint 2.15.1 and tally 0.45.0; `;` and the places of `# check=` are those of
BuildKit's documentation ("Build checks", 2026-08).
"""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

SETTINGS = Settings(select=("dockerfile/no-cd", "dockerfile/no-sudo", "dockerfile/absolute-workdir"))
TWO_STAGES = "FROM debian:12 AS a\nRUN cd /x\n{between}FROM debian:13\nRUN cd /y\n"


def open_lines(text: str) -> list[int]:
    """Return the lines of the findings that no comment silences."""
    found = run(MemoryFiles({"Dockerfile": text}), SETTINGS, make(rules(), SETTINGS)).findings
    return sorted(finding.location.start.line for finding in found if finding.suppression is None)


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("# hadolint ignore=DL3003", []),
        ("#hadolint   ignore = DL3004 , DL3003", []),
        ("# hadolint ignore=DL3003 # it is clearer so", []),
        ("# tally ignore=hadolint/DL3003", []),
        ("# tally ignore=DL3003", []),
        ("# tally ignore=all", []),
        ("# tally ignore=hadolint/DL3003;reason=it is clearer so", []),
        ("# tally global ignore=hadolint/DL3003", []),
        ("# hadolint global ignore=DL3003", []),
        ("# hadolint ignore=DL3004", [3]),
        ("# hadolint ignore=dl3003", [3]),
        ("# HADOLINT ignore=DL3003", [3]),
        ("# hadolint ignore DL3003", [3]),
        ("# hadolint disable=DL3003", [3]),
        ("# hadolint stage ignore=DL3003", [3]),
    ],
)
def test_a_comment_above_an_instruction(comment: str, left: list[int]) -> None:
    assert open_lines(f"FROM debian:12\n{comment}\nRUN cd /x && make\n") == left


def test_a_comment_covers_one_instruction() -> None:
    assert open_lines("FROM debian:12\n# hadolint ignore=DL3003\nRUN cd /x && \\\n a\nRUN cd /y\n") == [5]


def test_a_comment_beside_a_command_is_part_of_it() -> None:
    assert open_lines("FROM debian:12\nRUN cd /x # hadolint ignore=DL3003\n") == [2]


def test_a_global_comment_may_stand_anywhere() -> None:
    assert open_lines("FROM debian:12\nRUN cd /x\n# hadolint global ignore=DL3003\nRUN cd /y\n") == []


def test_a_stage_comment_covers_the_stage_below_it() -> None:
    stage = "# hadolint stage ignore=DL3003\n"
    assert open_lines(TWO_STAGES.format(between=stage)) == [2]
    assert open_lines(stage + TWO_STAGES.format(between="")) == [5]
    assert open_lines(TWO_STAGES.format(between=stage + "# another\n")) == [2, 6]


@pytest.mark.parametrize(
    ("head", "left"),
    [
        ("# check=skip=WorkdirRelativePath", []),
        ("# Check=skip=WorkdirRelativePath", []),
        ("# check=skip=JSONArgsRecommended,WorkdirRelativePath;error=true", []),
        ("# check=error=true;skip=WorkdirRelativePath", []),
        ("# check=skip=all", []),
        ("# syntax=docker/dockerfile:1\n# check=skip=WorkdirRelativePath", []),
        ("# check=skip=JSONArgsRecommended", ["WORKDIR"]),
        ("# check=error=true", ["WORKDIR"]),
        ("# no directive\n# check=skip=WorkdirRelativePath", ["WORKDIR"]),
    ],
)
def test_a_check_directive_covers_the_file(head: str, left: list[str]) -> None:
    text = f"{head}\nFROM debian:12\nWORKDIR x\n"
    assert [text.splitlines()[line - 1].split()[0] for line in open_lines(text)] == left


def test_a_check_comment_further_down_covers_one_instruction() -> None:
    text = "FROM debian:12\n# check=skip=WorkdirRelativePath\nWORKDIR x\nFROM debian:13\nWORKDIR y\n"
    assert open_lines(text) == [5]
