"""GitLab CI: which pipelines can hold a job, what is surely in them, and where the lines of scripts stand."""

from __future__ import annotations

import pytest

from maverick_lint.core.source import Source
from maverick_lint.core.span import Span
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.gitlab.certain import BRANCH, REQUEST, surely_starts
from maverick_lint.formats.gitlab.comparisons import comparisons
from maverick_lint.formats.gitlab.lines import sections
from maverick_lint.formats.gitlab.model import GitlabCi
from maverick_lint.formats.gitlab.parse import parse
from maverick_lint.formats.gitlab.values import days, problem
from maverick_lint.formats.gitlab.worlds import SOURCES, can_start, worlds


def configuration(text: str, **files: str) -> GitlabCi:
    texts = {".gitlab-ci.yml": text, **{name.replace("__", "/") + ".yml": content for name, content in files.items()}}
    document = parse(Source(".gitlab-ci.yml", text), "gitlab-ci", FilesReader(MemoryFiles(texts)))
    assert document.model is not None
    return document.model


def homes(keys: str, more: str = "") -> set[str]:
    """Return the kinds of pipeline that can hold a job, those of a push by what they are of."""
    ci = configuration(f"{more}\na: {{script: make, {keys}}}\n")
    job = ci.job("a")
    assert job is not None
    found = [world for world in worlds() if can_start(ci, job, world)]
    return {world.ref if world.source == "push" else world.source for world in found} & {
        "branch", "tag", "merge_request_event", "schedule",
    }  # fmt: skip


def test_there_is_a_world_for_every_source() -> None:
    assert {world.source for world in worlds()} == set(SOURCES)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", {"branch", "tag", "merge_request_event", "schedule"}),
        ("rules: [{if: $CI_COMMIT_TAG}]", {"tag", "schedule"}),
        ("rules: [{if: $CI_COMMIT_TAG, when: never}, {if: '$CI_PIPELINE_SOURCE == \"push\"'}]", {"branch"}),
        ("rules: [{if: $CI_MERGE_REQUEST_IID, when: manual}]", {"merge_request_event"}),
        ("rules: [{changes: [a]}]", {"branch", "tag", "merge_request_event", "schedule"}),
        ('rules: [{if: \'$CI_PIPELINE_SOURCE == "schedule" && $WHAT == "nightly"\'}]', {"schedule"}),
        ("rules: [{exists: [a], when: never}]", set()),
        ("only: [tags]", {"tag", "schedule"}),
        ("only: [merge_requests, schedules]", {"merge_request_event", "schedule"}),
        ("only: [main]", {"branch", "tag", "merge_request_event", "schedule"}),
        ("except: [tags, schedules]", {"branch"}),
        ("when: never", set()),
        ("rules: [!reference [.nowhere, rules]]", {"branch", "tag", "merge_request_event", "schedule"}),
    ],
)
def test_the_pipelines_that_can_hold_a_job(keys: str, expected: set[str]) -> None:
    assert homes(keys) == expected


def test_the_workflow_counts() -> None:
    assert homes("", "workflow: {rules: [{if: $CI_COMMIT_TAG}]}") == {"tag", "schedule"}
    assert homes("rules: [{if: $CI_COMMIT_BRANCH}]", "workflow: {rules: [{if: $CI_COMMIT_TAG}]}") == set()


@pytest.mark.parametrize(
    ("keys", "branch", "request_"),
    [
        ("", True, False),
        ("when: manual", True, False),
        ("only: [main]", False, False),
        ("rules: [{if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH}]", False, False),
        ("rules: [{if: '$CI_COMMIT_REF_PROTECTED == \"true\"'}]", False, False),
        ("rules: [{if: $CI_MERGE_REQUEST_IID, when: manual}]", False, True),
        ("rules: [{if: $DEPLOY}]", False, False),
        ("rules: [{when: always}]", True, True),
    ],
)
def test_what_is_surely_in_a_pipeline(keys: str, branch: bool, request_: bool) -> None:  # noqa: FBT001 - truths
    ci = configuration(f"a: {{script: make, {keys}}}\n")
    job = ci.job("a")
    assert job is not None
    assert (surely_starts(ci, job, BRANCH), surely_starts(ci, job, REQUEST)) == (branch, request_)


def test_lines_keep_their_places_after_extends_and_references() -> None:
    text = """include: /ci/base.yml
default: {before_script: [setup]}
.steps:
  script:
    - one
    - |
      two
      three
a:
  extends: .base
  script:
    - !reference [.steps, script]
    - four
b: {extends: a, after_script: [!reference [.steps, script], five]}
"""
    base = ".base: {before_script: ['six']}\n"
    found = {}
    for section in sections(configuration(text, ci__base=base)):
        whole = base if section.source.path == "ci/base.yml" else text
        for word in section.source.text.split():
            start = section.source.text.index(word)
            span = section.source.outer(Span(start, start + len(word)))
            found[word] = (section.source.path, whole[span.start : span.end], section.key)
    assert {word: (path, key) for word, (path, _, key) in found.items()} == {
        "six": ("ci/base.yml", "before_script"),
        "one": (".gitlab-ci.yml", "script"),
        "two": (".gitlab-ci.yml", "script"),
        "three": (".gitlab-ci.yml", "script"),
        "four": (".gitlab-ci.yml", "script"),
        "five": (".gitlab-ci.yml", "after_script"),
        "setup": (".gitlab-ci.yml", "before_script"),
    }
    assert all(word == shown for word, (_, shown, _) in found.items())


def test_every_line_is_given_to_shellcheck_once() -> None:
    text = """default: {before_script: zero}
.s: {script: [one]}
a: {extends: .s}
b: {script: [!reference [.s, script], two]}
"""
    document = parse(Source(".gitlab-ci.yml", text), "gitlab-ci", None)
    assert sorted(script.source.text for script in document.scripts()) == ["one", "two", "zero"]
    assert {script.dialect for script in document.scripts()} == {"bash"}


def test_comparisons_have_places() -> None:
    condition = '$A == "b" && ${C} =~ /d\\/e/i || null != $F'
    found = [(one.left.text, one.sign, one.right.kind, one.right.text) for one in comparisons(condition)]
    assert found == [("A", "==", "text", "b"), ("C", "=~", "pattern", "/d\\/e/i"), ("null", "!=", "variable", "F")]
    spans = [one.right.span for one in comparisons(condition)]
    assert [condition[span.start : span.end] for span in spans] == ['"b"', "/d\\/e/i", "$F"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1 week", 7),
        ("1 day 12 hours", 1.5),
        ("90 minutes", 0.0625),
        ("3600", 1 / 24),
        ("2 mos", 60),
        ("1h 30m", 0.0625),
    ],
)
def test_durations(text: str, length: float) -> None:
    assert problem("duration", text) == ""
    assert days(text) == pytest.approx(length)


@pytest.mark.parametrize(
    ("test", "text"),
    [
        ("image", "a//b"), ("image", "a.io/UPPER"), ("image", "name:tag:tag"), ("image", "-a"), ("duration", "soon"),
        ("start_in", "8 days"), ("timeout", "6 weeks"), ("cache_key", "a%2Fb"), ("coverage", "/(/"), ("yaml", "a.json"),
        ("component", "a/b"), ("date", "15.3.2026"), ("integrity", "sha256-x"), ("vault", "x"),
    ],
)  # fmt: skip
def test_values_that_gitlab_refuses(test: str, text: str) -> None:
    assert problem(test, text)


@pytest.mark.parametrize(
    ("test", "text"),
    [
        ("image", "localhost:5000/a/b_c:1.0-x"), ("image", "ghcr.io/a/b@sha256:" + "0" * 64), ("image", "$IMAGE"),
        ("duration", "never"), ("duration", "3 mins 4 sec"), ("cache_key", "$CI_COMMIT_REF_SLUG"), ("yaml", "A.YAML"),
        ("coverage", r"/\d+%/"), ("start_in", "1 week"), ("timeout", "$LIMIT"), ("date", "2026-03-15"),
    ],
)  # fmt: skip
def test_values_that_gitlab_takes(test: str, text: str) -> None:
    assert problem(test, text) == ""
