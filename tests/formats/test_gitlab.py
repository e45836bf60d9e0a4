"""GitLab CI: files joined, jobs after `extends`, when they run, and where their commands stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.pipeline import Job, Pipeline
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse
from maverick_lint.formats.detection import file_name
from maverick_lint.formats.gitlab.conditions import GIVEN, ConditionError, evaluate
from maverick_lint.formats.gitlab.detect import by_path

PIECES = [
    "a:",
    ".b:",
    "script:",
    " make",
    "\n",
    "  ",
    "- ",
    "extends: ",
    "include: ",
    "rules:",
    "if: ",
    "$X",
    "==",
    "!reference ",
    "[",
    "]",
    "{",
    "}",
    "*x",
    "&x ",
    "<<: ",
    '"',
    "needs: ",
    "é",
    "$[[ inputs.x | ",
    "]]",
    "spec: {inputs: {x: }}\n---\n",
    "retry: 9",
    "artifacts: ",
    "parallel: {matrix: ",
    "trigger: ",
    "null",
]


def pipeline(text: str, **files: str) -> Pipeline:
    texts = {".gitlab-ci.yml": text, **{name.replace("__", "/") + ".yml": content for name, content in files.items()}}
    document = parse("gitlab-ci", Source(".gitlab-ci.yml", text), FilesReader(MemoryFiles(texts)))
    assert not document.errors, document.errors
    value = next(iter(facts_of(document))).value
    assert isinstance(value, Pipeline)
    return value


def job(keys: str, more: str = "") -> Job:
    return pipeline(f"{more}\na: {{script: make, {keys}}}\n").jobs[0]


def words(one: Job) -> list[list[str | None]]:
    return [[word.text for word in command.words] for step in one.steps for command in step.commands]


def test_extends_merges_deep_and_in_order() -> None:
    text = """
.a: {variables: {X: "1", Y: "1"}, script: [a], image: one}
.b: {variables: {Y: "2"}, script: [b]}
job: {extends: [.a, .b], variables: {Z: "3"}}
"""
    one = pipeline(text).jobs[0]
    assert [(s.name, s.text) for s in one.env] == [("X", "1"), ("Y", "2"), ("Z", "3")]
    assert (words(one), one.image) == ([["b"]], "one")


def test_includes_are_joined_and_the_file_itself_wins() -> None:
    found = pipeline(
        "include: [/ci/*.yml]\nlint: {image: mine}\n",
        ci__one="lint: {image: theirs, script: [ruff check]}\n",
        ci__two="test: {script: [pytest]}\n",
    )
    assert [(one.id, one.place.path) for one in found.jobs] == [("lint", ".gitlab-ci.yml"), ("test", "ci/two.yml")]
    assert found.jobs[0].image == "mine"
    assert found.jobs[0].steps[0].commands[0].place.path == "ci/one.yml"


def test_what_lies_elsewhere_is_a_job_that_is_not_known() -> None:
    found = pipeline("include: [{template: Jobs/SAST.gitlab-ci.yml}]\na: {script: make}\n")
    assert [(one.id, one.uses) for one in found.jobs] == [("a", ""), ("include", "template: Jobs/SAST.gitlab-ci.yml")]


def test_references_anchors_and_places() -> None:
    text = """.s: &s
  - pip install x
.t: {script: [make t]}
a:
  before_script: *s
  script:
    - !reference [.t, script]
    - |
      V=1
      run $V
"""
    one = pipeline(text).jobs[0]
    assert words(one) == [["pip", "install", "x"], ["make", "t"], ["run", "1"]]
    spans = [command.place.span for command in one.steps[0].commands]
    assert [text[span.start : span.end] for span in spans] == ["pip install x", "make t", "run $V"]


def test_defaults_and_inherit() -> None:
    text = """
default: {before_script: [setup], image: base}
a: {script: make}
b: {script: make, inherit: {default: [image]}}
c: {script: make, before_script: []}
"""
    found = pipeline(text).jobs
    assert [words(one) for one in found] == [[["setup"], ["make"]], [["make"]], [["make"]]]
    assert [one.image for one in found] == ["base", "base", "base"]


@pytest.mark.parametrize(
    ("keys", "on_change"),
    [
        ("", True),
        ("only: [main]", False),
        ("only: [merge_requests]", True),
        ("only: [tags]", False),
        ("except: [branches]", False),
        ("only: [/^feature/]", None),
        ("only: {refs: [branches], variables: [$NIGHTLY]}", None),
        ("when: manual", False),
        ("rules: [{if: '$CI_PIPELINE_SOURCE == \"merge_request_event\"'}]", True),
        ("rules: [{if: $CI_MERGE_REQUEST_IID}]", True),
        ("rules: [{if: $CI_COMMIT_TAG}]", False),
        ("rules: [{if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH}]", False),
        ("rules: [{if: '$CI_COMMIT_REF_PROTECTED == \"true\"'}]", None),
        ("rules: [{if: $CI_COMMIT_BRANCH, when: never}, {when: always}]", True),
        ("rules: [{when: never}]", False),
        ("rules: [{when: manual}]", False),
        ("rules: [{if: '$CI_PIPELINE_SOURCE =~ /^merge_/', changes: [src/*]}]", True),
    ],
)
def test_runs_for_a_merge_request(keys: str, on_change: bool | None) -> None:  # noqa: FBT001 - the expected truth
    assert job(keys or "stage: test").on_change is on_change


def test_workflow_rules_count() -> None:
    closed = "workflow: {rules: [{if: $CI_COMMIT_TAG}]}"
    assert job("stage: test", closed).on_change is False
    requests = "workflow: {rules: [{if: '$CI_PIPELINE_SOURCE == \"merge_request_event\"'}]}"
    assert job("stage: test", requests).on_change is True


def test_manual_never_ignored_environment() -> None:
    assert job("when: manual, environment: {name: production}").manual
    assert job("rules: [{when: never}]").never
    assert job("rules: [{changes: [a]}]").on_change_filtered
    one = job("allow_failure: true, environment: staging")
    assert (one.ignored, one.environment, one.manual, one.never) == (True, "staging", False, False)


def test_variables_that_a_person_gives_are_inputs_and_unknown() -> None:
    found = pipeline(
        "variables: {VERSION: {description: which, value: '1'}, APP: shop}\na: {script: pull $APP:$VERSION}\n"
    )
    assert [(one.name, one.default) for one in found.inputs] == [("VERSION", "1")]
    assert found.jobs[0].steps[0].commands[0].words[1].text is None


def test_child_pipelines_and_needs() -> None:
    found = pipeline("a: {trigger: {include: [{local: /ci/child.yml}]}}\nb: {script: x, needs: [a, {job: a}]}\n")
    assert (found.jobs[0].uses, found.jobs[1].needs) == ("./ci/child.yml", ("a", "a"))


def test_a_fragment_has_no_triggers() -> None:
    text = "a: {script: make}\n"
    document = parse("gitlab-ci", Source("ci/a.gitlab-ci.yml", text), FilesReader(MemoryFiles({})))
    value: Any = next(iter(facts_of(document))).value
    assert value.triggers == ()


def test_the_file_of_a_debian_package_is_where_pipelines_begin() -> None:
    path, text = "debian/salsa-ci.yml", "a: {script: make test}\n"
    guess = by_path(file_name(path))
    assert guess is not None
    assert guess.kind == "gitlab-ci"
    assert by_path(file_name("docs/salsa-ci.yml")) is None
    document = parse("gitlab-ci", Source(path, text), FilesReader(MemoryFiles({})))
    value: Any = next(iter(facts_of(document))).value
    assert [trigger.event for trigger in value.triggers] == ["push", "merge_request"]


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ("$A", True),
        ("$NONE", False),
        ("$NONE == null", True),
        ("$A == null", False),
        ('$A != ""', True),
        ("$B == 'x' && ($A || $UNKNOWN)", True),
        ("$B =~ /^X/i", True),
        ("$B !~ /x/", False),
        ("$UNKNOWN || $NONE", None),
        ("$B =~ /(x+)+$/", None),
    ],
)
def test_conditions(condition: str, truth: bool | None) -> None:  # noqa: FBT001 - the expected truth
    assert evaluate(condition, {"A": GIVEN, "B": "x", "NONE": None}) is truth


@pytest.mark.parametrize("condition", ["$A ==", "&& $A", "($A", "$A $B", "$A = 1", "("])
def test_wrong_conditions(condition: str) -> None:
    with pytest.raises(ConditionError):
        evaluate(condition, {})


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_is_read(text: str) -> None:
    document: Any = parse(
        "gitlab-ci", Source(".gitlab-ci.yml", text), FilesReader(MemoryFiles({".gitlab-ci.yml": text}))
    )
    for error in document.errors:
        assert 0 <= error.span.start <= error.span.end <= len(text)
    for fact in facts_of(document):
        for one in fact.value.jobs:  # type: ignore[attr-defined]
            assert one.place.span.end <= len(text)
