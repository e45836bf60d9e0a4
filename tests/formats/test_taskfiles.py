"""Task runners: targets, what they run, and where."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from task_facts import at, lines, read, stated, targets

KINDS = {
    "makefile": "Makefile",
    "tox": "tox.ini",
    "nox": "noxfile.py",
    "justfile": "justfile",
    "taskfile": "Taskfile.yml",
}
# fmt: off
PIECES = st.sampled_from([
    "a", ":", "\t", "\n", "\r\n", " ", "=", "$(", ")", "${", "}", "$", "\\\n", "{{", "[testenv]\n", "commands =",
    "-", "@", "#", "{a,b}", "é", "def f(s):\n", " s.run('a')\n", "@nox.session\n"
])
# fmt: on


def test_make_puts_its_variables_in() -> None:
    text = (
        "RUN = uv run\n\nall: lint test\nlint: deps\n\t@$(RUN) ruff check . # note\n"
        "\t-$(RUN) mypy \\\n\t\tsrc\ntest: ; pytest $@\n.PHONY: all\n"
    )
    found = targets("makefile", "Makefile", text)
    assert list(found) == ["all", "lint", "test"]
    assert found["all"].default
    assert not found["lint"].default
    assert found["all"].calls == ("lint", "test")
    assert lines(found["lint"]) == ["uv run ruff check .", "uv run mypy src"]
    assert [command.ignored for command in found["lint"].commands] == [False, True]
    assert lines(found["test"]) == ["pytest ?"]
    assert at(text, found["lint"]) == "$(RUN) ruff check ."


def test_make_reads_crlf_conditions_and_defines() -> None:
    text = "ifdef CI\r\nX := 1\r\nendif\r\ndefine HELP\r\nlint: no target\r\nendef\r\nlint:\r\n\truff check\r\n"
    found = targets("makefile", "Makefile", text)
    assert list(found) == ["lint"]
    assert lines(found["lint"]) == ["ruff check"]


def test_make_does_not_follow_variables_for_ever() -> None:
    found = targets("makefile", "Makefile", "A = $(B)$(B)\nB = $(A)$(A)\nlint:\n\t$(A) x\n")
    assert len(lines(found["lint"])) == 1


def test_tox_environments() -> None:
    text = (
        "[tox]\nenvlist = py{311,312}, lint\n\n[testenv]\ncommands =\n    pytest {posargs:tests}\n\n"
        "[testenv:lint]\ncommands =\n    ruff check {toxinidir}\n    - mypy src\n\n[testenv:docs]\ndeps = sphinx\n"
    )
    found = targets("tox", "tox.ini", text)
    assert lines(found["testenv"]) == ["pytest tests"]
    assert lines(found["lint"]) == ["ruff check ?", "mypy src"]
    assert [command.ignored for command in found["lint"].commands] == [False, True]
    assert lines(found["docs"]) == ["pytest tests"]
    assert [name for name, target in found.items() if target.default] == ["testenv", "lint"]
    assert at(text, found["lint"]) == "ruff check {toxinidir}"


def test_tox_in_toml() -> None:
    text = 'env_list = ["lint"]\n[env_run_base]\ncommands = [["pytest"]]\n[env.lint]\ncommands = [["ruff", "check"]]\n'
    found = targets("tox", "tox.toml", text)
    assert lines(found["lint"]) == ["ruff check"]
    assert not found["testenv"].default


def test_nox_sessions() -> None:
    text = (
        "import nox\nnox.options.sessions = ['lint']\n\ndef helper(session):\n    session.run('coverage', 'run')\n\n"
        "@nox.session(name='lint')\ndef style(session):\n    session.install('ruff')\n"
        "    session.run('ruff', 'check', *session.posargs)\n"
        "    helper(session)\n    session.notify('tests')\n\n@nox.session\ndef tests(session):\n"
        "    session.run('pytest', FLAG)\n"
    )
    found = targets("nox", "noxfile.py", text)
    assert lines(found["lint"]) == ["ruff check ?", "coverage run"]
    assert found["lint"].calls == ("tests",)
    assert (found["lint"].default, found["tests"].default) == (True, False)
    assert lines(found["tests"]) == ["pytest ?"]
    assert text[found["tests"].place.span.start :].startswith("tests(session)")


def test_just_recipes() -> None:
    text = (
        "set shell := ['bash']\ndefault: lint\n\nlint *args: (deps 'x')\n    @ruff check {{args}}\n"
        "    -mypy .\n\npy:\n    #!/usr/bin/env python3\n    print(1)\n"
    )
    found = targets("justfile", "justfile", text)
    assert list(found) == ["default", "lint", "py"]
    assert found["default"].calls == ("lint",)
    assert found["lint"].calls == ("deps",)
    assert lines(found["lint"]) == ["ruff check ?", "mypy ."]
    assert found["lint"].commands[1].ignored
    assert not found["py"].commands


def test_taskfile() -> None:
    text = (
        "version: '3'\ntasks:\n  default:\n    deps: [lint, {task: web:test}]\n  lint:\n    cmds:\n"
        "      - ruff check {{.CLI_ARGS}}\n"
        "      - task: test\n      - cmd: mypy\n        ignore_error: true\n  test: pytest\n"
    )
    found = targets("taskfile", "Taskfile.yml", text)
    assert found["default"].calls == ("lint", "web:test")
    assert found["lint"].calls == ("test",)
    assert lines(found["lint"]) == ["ruff check ?", "mypy"]
    assert [command.ignored for command in found["lint"].commands] == [False, True]
    assert at(text, found["test"]) == "pytest"


@given(st.sampled_from(sorted(KINDS)), st.lists(PIECES, max_size=40).map("".join))
def test_never_raises_and_stays_inside(kind: str, text: str) -> None:
    for error in read(kind, KINDS[kind], text).errors:
        assert error.span.end <= len(text)
    for value in stated(kind, KINDS[kind], text):
        for place in [value.place, *(word.place for command in value.commands for word in command.words)]:
            assert 0 <= place.span.start <= place.span.end <= len(text)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("piece", ["$(", "{", "a:\n\t\\\n", "[", "(", "@", "x = [", "{{", "a,b "])
def test_hostile_text_ends_soon(kind: str, piece: str) -> None:
    text = piece * (400_000 // len(piece))
    start = time.process_time()
    read(kind, KINDS[kind], text)
    assert time.process_time() - start < 2, "a second, and as much again for a loaded machine"
