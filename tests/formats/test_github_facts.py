"""What workflows and actions state: commands, triggers, and when jobs run."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.pipeline import Job, Pipeline
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse

READER = FilesReader(MemoryFiles({}))
PIECES = [
    "on:",
    " push",
    "\n",
    "  ",
    "- ",
    "jobs:",
    "a:",
    "steps:",
    "run: ",
    "uses: x@v1",
    "|",
    "${{ ",
    "}}",
    "[",
    "]",
    "{",
    "}",
    "if: ",
    "needs: ",
    '"',
    "'",
    "*x",
    "&x ",
    "<<: ",
    "\t",
    "é",
]


def pipeline(text: str, kind: str = "github-workflow", path: str = ".github/workflows/ci.yml") -> Pipeline:
    document = parse(kind, Source(path, text), READER)
    assert not document.errors, document.errors
    value = next(iter(facts_of(document))).value
    assert isinstance(value, Pipeline)
    return value


def job(keys: str, on: str = "pull_request", more: str = "") -> Job:
    text = f"on: {on}\njobs:\n  a:\n    runs-on: x\n" + "".join(f"    {line}\n" for line in keys.splitlines()) + more
    return pipeline(text).jobs[0]


def words(job: Job) -> list[list[str | None]]:
    return [[word.text for word in command.words] for step in job.steps for command in step.commands]


def test_commands_of_every_matrix_run() -> None:
    text = "strategy: {matrix: {cmd: [ruff check, mypy src], os: [a, b], exclude: [{os: a}]}}\n"
    assert words(job(text + 'steps: [{run: "${{ matrix.cmd }} -q"}]')) == [
        ["ruff", "check", "-q"],
        ["mypy", "src", "-q"],
    ]


def test_matrix_include_adds_runs() -> None:
    text = 'strategy: {matrix: {include: [{cmd: make a}, {cmd: make b}]}}\nsteps: [{run: "${{ matrix.cmd }}"}]'
    assert words(job(text)) == [["make", "a"], ["make", "b"]]


def test_unknown_matrix_leaves_words_unknown() -> None:
    text = 'strategy: {matrix: "${{ fromJSON(vars.X) }}"}\nsteps: [{run: "make ${{ matrix.cmd }}"}]'
    assert words(job(text)) == [["make", None]]


def test_places_inside_block_scalars() -> None:
    lines = [
        "on: push",
        "jobs:",
        "  a:",
        "    runs-on: x",
        "    steps:",
        "    - run: |",
        "        echo",
        "        npm test",
    ]
    text = "\r\n".join(lines)
    command = pipeline(text).jobs[0].steps[0].commands[1]
    assert text[command.place.span.start : command.place.span.end] == "npm test"


def test_environment_variables_are_followed_unless_a_step_sets_them() -> None:
    steps = 'env: {T: pytest, U: x}\nsteps: [{run: "echo U=1 >> $GITHUB_ENV"}, {run: "${{ env.T }} $T ${{ env.U }}"}]'
    assert words(job(steps))[-1] == ["pytest", "pytest", None]


def test_remote_scripts() -> None:
    step = job("steps: [{uses: appleboy/ssh-action@v1, with: {script: docker pull x}}]").steps[0]
    assert step.remote
    assert step.script == ""
    assert [command.name for command in step.commands] == ["docker"]


def test_python_scripts_have_no_commands() -> None:
    assert not words(job("steps: [{run: print(1), shell: python}]"))


def test_pipes_fail_only_under_bash_by_name() -> None:
    plain = job("steps: [{run: a | b}]").steps[0].commands[0]
    named = job("defaults: {run: {shell: bash}}\nsteps: [{run: a | b}]").steps[0].commands[0]
    assert (plain.ignored, named.ignored) == (True, False)


@pytest.mark.parametrize(
    ("on", "condition", "expected"),
    [
        ("push", "", False),
        ("pull_request", "", True),
        ("{pull_request: {types: [labeled]}}", "", False),
        ("{pull_request: {types: [opened]}}", "", True),
        ("merge_group", "", False),
        ("workflow_call", "", None),
        ("workflow_call", "github.event_name == 'push'", False),
        ("[push, pull_request]", "github.event_name == 'push'", False),
        ("[push, pull_request]", "github.event_name != 'push'", True),
        ("[push, pull_request]", "github.ref == 'refs/heads/main'", False),
        ("[push, pull_request]", "startsWith(github.ref, 'refs/tags')", False),
        ("pull_request", "github.actor != 'x'", None),
        ("pull_request", "${{ always() }}", True),
        ("pull_request", "github.event.pull_request", True),
    ],
)
def test_runs_for_a_change(on: str, condition: str, expected: bool | None) -> None:  # noqa: FBT001 - the expected truth
    keys = f"if: {condition}\n" if condition else ""
    assert job(keys + "steps: [{run: make}]", on).on_change is expected


def test_needs_hold_a_job_back() -> None:
    text = """on: [push, pull_request]
jobs:
  c: {runs-on: x, needs: b, steps: [{run: make}]}
  b: {runs-on: x, needs: [a], steps: [{run: make}]}
  a: {runs-on: x, if: false, steps: [{run: make}]}
  d: {runs-on: x, needs: a, if: "!cancelled()", steps: [{run: make}]}
  e: {runs-on: x, needs: a, if: always(), steps: [{run: make}]}
"""
    found = {one.id: (one.never, one.on_change) for one in pipeline(text).jobs}
    assert found["a"] == found["b"] == found["c"] == (True, False)
    assert found["d"] == (False, None)
    assert found["e"] == (False, True)


def test_steps_that_do_not_run() -> None:
    first, second, third = job(
        "steps: [{run: a, if: false}, {run: b, if: \"github.event_name == 'push'\"}, {run: c}]", "[push, pull_request]"
    ).steps
    assert (first.never, second.never, third.never) == (True, False, False)
    assert (second.skipped_on_change, third.skipped_on_change) == (True, False)


def test_dispatch_environment_and_inputs() -> None:
    text = """on:
  workflow_dispatch:
    inputs:
      version: {required: true}
      environment: {type: choice, options: [staging, production], default: staging}
jobs:
  deploy:
    runs-on: x
    environment: {name: "${{ inputs.environment }}"}
    container: {image: node:22}
    continue-on-error: true
    steps: [{run: make}]
"""
    found = pipeline(text)
    one = found.jobs[0]
    assert one.manual
    assert one.ignored
    assert (one.environment, one.image) == ("${{ inputs.environment }}", "node:22")
    assert [(i.name, i.required, i.type, i.options, i.default) for i in found.inputs] == [
        ("version", True, "string", (), None),
        ("environment", False, "choice", ("staging", "production"), "staging"),
    ]


def test_filters() -> None:
    found = pipeline("on: {pull_request: {paths: [src/**]}}\njobs: {a: {runs-on: x, steps: [{run: make}]}}")
    assert found.triggers[0].filtered
    assert found.jobs[0].on_change_filtered


def test_composite_action() -> None:
    text = (
        "name: Build\ninputs: {a: {required: true}}\nruns:\n  using: composite\n  steps: [{run: make, shell: bash}]\n"
    )
    found = pipeline(text, "github-action", "action.yml")
    assert found.role == "action"
    assert words(found.jobs[0]) == [["make"]]
    assert found.inputs[0].required


@given(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.sampled_from(["github-workflow", "github-action", "dependabot"]),
)
def test_any_text_is_read(text: str, kind: str) -> None:
    document: Any = parse(kind, Source("x.yml", text), READER)
    for error in document.errors:
        assert 0 <= error.span.start <= error.span.end <= len(text)
    for fact in facts_of(document):
        for one in getattr(fact.value, "jobs", ()):
            for step in one.steps:
                assert all(command.place.span.end <= len(text) for command in step.commands)
