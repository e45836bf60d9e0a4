"""How free values are in a workflow, followed through its jobs and steps; and what payloads hold."""

from __future__ import annotations

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.formats._actions_expr import parse as expression
from maverick_lint.formats.github.model import Action, Workflow
from maverick_lint.formats.github.payloads import known_names, payload_kind
from maverick_lint.formats.github.taint import Flow

WORKFLOW = """\
on:
  issues:
  pull_request_target:
  workflow_dispatch:
    inputs:
      version: {}
      size: {type: choice, options: [a, b]}
  workflow_call:
    inputs:
      name: {type: string}
env:
  TITLE: ${{ github.event.issue.title }}
  FIXED: a
jobs:
  first:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        os: [a, b]
        ref: ["${{ github.head_ref }}"]
        include: [{extra: "${{ inputs.version }}"}]
    outputs:
      title: ${{ steps.read.outputs.title }}
      size: ${{ steps.read.outputs.size }}
      number: ${{ github.event.pull_request.number }}
    steps:
      - id: read
        env: {T: "${{ env.TITLE }}", LOOP: "${{ env.LOOP }}"}
        run: |
          echo "title=$T" >> $GITHUB_OUTPUT
          echo "size=12" >> "$GITHUB_OUTPUT"
          echo "found=$(date)" >> $GITHUB_OUTPUT
          echo "name=${{ inputs.name }}" >> $GITHUB_OUTPUT
      - id: last
        run: echo
  second:
    needs: first
    runs-on: ubuntu-latest
    strategy: {matrix: "${{ fromJSON(needs.first.outputs.title) }}"}
    steps: [{run: echo}]
"""


def model_of(text: str, kind: str = "github-workflow") -> Workflow | Action:
    """Return the model of a text."""
    model = parse(kind, Source("x.yml", text), FilesReader(MemoryFiles({}))).model
    assert isinstance(model, Workflow | Action)
    return model


@pytest.mark.parametrize(
    ("job", "text", "capability", "origin"),
    [
        ("first", "github.event.issue.title", "arbitrary", "outside"),
        ("first", "github.head_ref", "arbitrary", "outside"),
        ("first", "github.ref_name", "arbitrary", "run"),
        ("first", "github.sha", "fixed", ""),
        ("first", "github.actor", "structured", ""),
        ("first", "github.event.issue.number", "fixed", ""),
        ("first", "github.event.issue.user.login", "structured", ""),
        ("first", "github.event.issue.milestone.title", "arbitrary", "run"),
        ("first", "github.event.inputs.version", "arbitrary", "person"),
        ("first", "inputs.size", "fixed", ""),
        ("first", "inputs.name", "arbitrary", "caller"),
        ("first", "env.FIXED", "fixed", ""),
        ("first", "env.TITLE", "arbitrary", "outside"),
        ("first", "env.NONE", "arbitrary", "run"),
        ("first", "env.LOOP", "arbitrary", "run"),
        ("first", "matrix.os", "fixed", ""),
        ("first", "matrix.ref", "arbitrary", "outside"),
        ("first", "matrix.extra", "arbitrary", "person"),
        ("first", "steps.read.outputs.title", "arbitrary", "outside"),
        ("first", "steps.read.outputs.size", "fixed", ""),
        ("first", "steps.read.outputs.found", "arbitrary", "run"),
        ("first", "steps.read.outputs.name", "arbitrary", "caller"),
        ("first", "steps.last.outputs.other", "arbitrary", "run"),
        ("first", "steps.read.outcome", "fixed", ""),
        ("second", "needs.first.outputs.title", "arbitrary", "outside"),
        ("second", "needs.first.outputs.number", "fixed", ""),
        ("second", "needs.first.result", "fixed", ""),
        ("second", "matrix.any", "arbitrary", "outside"),
        ("second", "format('{0}-{1}', github.sha, needs.first.outputs.title)", "arbitrary", "outside"),
        ("second", "needs.first.outputs.title == 'a'", "fixed", ""),
        ("second", "vars.A || 'b'", "arbitrary", "run"),
    ],
)
def test_values_are_followed(job: str, text: str, capability: str, origin: str) -> None:
    """A value is as free as the freest context that it may hold."""
    model = model_of(WORKFLOW)
    assert isinstance(model, Workflow)
    at = next(one for one in model.jobs if one.id == job)
    taint = Flow(model).of(expression(text), at, at.steps[0])
    assert (taint.capability, taint.origin) == (capability, origin)


def test_circles_end() -> None:
    """Jobs and variables that hold each other are followed once."""
    model = model_of(
        "on: push\njobs:\n  a:\n    needs: a\n    env: {A: '${{ env.B }}', B: '${{ env.A }}'}\n"
        "    outputs: {x: '${{ needs.a.outputs.x }}${{ needs.a.outputs.y }}', y: '${{ needs.a.outputs.x }}'}\n"
        "    runs-on: x\n    steps: [{run: a}]\n"
    )
    assert isinstance(model, Workflow)
    flow = Flow(model)
    assert flow.of(expression("needs.a.outputs.y"), model.jobs[0], None).capability == "fixed"
    assert flow.of(expression("env.A"), model.jobs[0], model.jobs[0].steps[0]).capability in ("fixed", "arbitrary")


def test_inputs_of_actions_are_their_callers() -> None:
    """What a composite action is given, its caller chooses."""
    model = model_of("inputs: {a: {}}\nruns: {using: composite, steps: [{run: a, shell: sh}]}\n", "github-action")
    assert Flow(model).of(expression("inputs.a"), None, model.steps[0]).origin == "caller"


@pytest.mark.parametrize(
    ("event", "path", "kind"),
    [
        ("issues", "issue.title", "a"),
        ("issues", "issue.tytle", None),
        ("issues", "issue.labels.*.name", "a"),
        ("issues", "issue.labels.0.id", "f"),
        ("issues", "issue.user", "{"),
        ("issues", "pull_request", None),
        ("issues", "sender.login", "s"),
        ("pull_request_target", "pull_request.head.sha", "f"),
        ("push", "commits.*.message", "a"),
        ("push", "head_commit.id", "a"),
        ("push", "ref", "a"),
        ("schedule", "schedule", "f"),
        ("schedule", "inputs", None),
        ("workflow_dispatch", "inputs.any", "?"),
        ("repository_dispatch", "client_payload.a.b", "?"),
        ("workflow_call", "anything.at.all", "?"),
    ],
)
def test_payloads(event: str, path: str, kind: str | None) -> None:
    """The payloads of events have the properties that GitHub describes."""
    assert payload_kind(event, path.split(".")) == kind


def test_names_of_payloads() -> None:
    """Names below a path are listed, for hints."""
    assert {"title", "body", "number"} <= set(known_names("issues", ["issue"]))
    assert "sha" in known_names("pull_request", ["pull_request", "head"])
    assert known_names("issues", ["issue", "title"]) == ()
    assert known_names("workflow_call", []) == ()
