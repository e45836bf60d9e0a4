"""What is known of popular actions, and of the calls that scripts make of GitHub's interface."""

from __future__ import annotations

import json

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.formats._tables import beside
from maverick_lint.formats.github import actions
from maverick_lint.formats.github.actions import action_facts, popular, version_of_commit
from maverick_lint.formats.github.grammar import grammar
from maverick_lint.formats.github.language import arguments_of, context_names, properties
from maverick_lint.formats.github.reach import Reach
from maverick_lint.formats.github.rights import rest_calls


def _facts(uses: str) -> tuple[str, str] | None:
    text = f"on: push\njobs: {{a: {{runs-on: x, steps: [{{uses: {uses}}}]}}}}\n"
    model = parse("github-workflow", Source(".github/workflows/a.yml", text), FilesReader(MemoryFiles({}))).model
    step = model.jobs[0].steps[0]
    found = action_facts(model.source, step.uses)
    return None if found is None else (found.version, found.using)


def test_an_action_is_known_by_its_version_and_its_commit() -> None:
    table = json.loads(beside(actions.__file__, "actions.json"))["actions"]
    rows = table["actions/checkout"][1]
    version, row = next((version, row) for version, row in rows.items() if version == "v4")
    assert _facts("actions/checkout@v4") == (version, row[1])
    assert _facts("Actions/Checkout@v4.2.2") == (version, row[1])
    assert _facts("actions/checkout@v99") is None
    assert version_of_commit("actions/checkout", row[0] + "0" * 28) == "v4"


def test_a_commit_of_no_known_version_has_facts_and_no_version() -> None:
    table = json.loads(beside(actions.__file__, "actions.json"))["actions"]
    commit, row = next((key, row) for key, row in table["appleboy/ssh-action"][1].items() if key == row[0])
    assert _facts(f"appleboy/ssh-action@{commit}{'0' * 28}") == (commit, row[1])
    assert version_of_commit("appleboy/ssh-action", commit + "0" * 28) == ""


def test_a_definition_is_read_alone_as_the_whole_grammar_has_it() -> None:
    for kind, count in (("workflow", 300), ("action", 30)):
        table = json.loads(beside(actions.__file__, f"grammar-{kind}.json"))["definitions"]
        assert len(table) > count
        for name, raw in table.items():
            made = grammar(kind).get(name)
            assert made.name == name
            assert made.contexts == (frozenset(raw["context"]) if "context" in raw else None)
            if "mapping" in raw:
                assert [*made.mappings[0].keys] == [*raw["mapping"].get("properties", {})]


def test_names_are_owner_and_repository_in_lower_case() -> None:
    names = popular()
    assert {"actions/checkout", "docker/build-push-action", "azure/login"} <= names
    assert all(name == name.lower() and name.count("/") == 1 for name in names)


def test_calls_of_the_interface_say_what_they_need() -> None:
    script = (
        "// github.rest.issues.createComment({})\n"
        "await github.rest.issues.createComment({}); github.repos.createRelease({})\n"
        "github.rest.repos.getBranch({}); github.rest.actions.cancelWorkflowRun({}); core.setFailed(1)\n"
    )
    calls = list(rest_calls(script))
    assert [(name, scopes) for _, _, name, scopes in calls] == [
        ("issues.createComment", ("issues", "pull-requests")),
        ("repos.createRelease", ("contents",)),
        ("actions.cancelWorkflowRun", ("actions",)),
    ]
    assert [script[start:end] for start, end, _, _ in calls] == [
        "github.rest.issues.createComment",
        "github.repos.createRelease",
        "github.rest.actions.cancelWorkflowRun",
    ]


def test_a_condition_is_asked_under_every_event_choice_and_run() -> None:
    text = (
        "on: {push: , workflow_dispatch: {inputs: {where: {type: choice, options: [a, b]}}}}\n"
        "jobs:\n  a:\n    runs-on: x\n    strategy: {matrix: {os: [l, m]}}\n    steps:\n"
        "    - {run: a, if: inputs.where == 'b' && matrix.os == 'm'}\n"
        "    - {run: a, if: inputs.where == 'c'}\n"
        "    - {run: a, if: matrix.os == 'w'}\n"
        "    - {run: a, if: github.event_name == 'push' && inputs.where == 'a'}\n"
    )
    model = parse("github-workflow", Source(".github/workflows/a.yml", text), FilesReader(MemoryFiles({}))).model
    reach, job = Reach(model), model.jobs[0]
    # Inputs are there for a start by hand only.
    assert [reach.step_runs(job, step) for step in job.steps] == [True, False, False, False]


def test_the_language_is_that_of_the_published_packages() -> None:
    assert {"github", "inputs", "secrets", "jobs"} <= context_names()
    assert "repositoryurl" in properties("github")
    assert properties("steps") == {"outputs", "outcome", "conclusion"}
    assert (arguments_of("case"), arguments_of("contains"), arguments_of("hashfiles")) == ((3, 255), (2, 2), None)
