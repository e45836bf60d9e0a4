"""The shape of Compose files against the schema that the specification publishes (as check-jsonschema has it).

Our own schema is made of the tables by which we judge; all three must say the same.
"""

from __future__ import annotations

import importlib.resources
import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from compose_texts import APP, DEEPER, INSIDE
from compose_top_texts import TOP
from maverick_lint.core.source import Source
from maverick_lint.dev.compose_schema import TARGET, text
from maverick_lint.formats._yaml import read_yaml
from maverick_lint.formats.compose.shape import faults
from maverick_lint.formats.compose.tree import File, Value
from maverick_lint.select.data import plain

vendored = pytest.importorskip("check_jsonschema.builtin_schemas.vendor", reason="check-jsonschema is not installed")


@pytest.fixture(scope="module")
def published() -> Any:  # noqa: ANN401 - the library names its validators by draft
    found = (importlib.resources.files(vendored) / "compose-spec.json").read_text(encoding="utf-8")
    return jsonschema_rs.validator_for(json.loads(found))


@pytest.fixture(scope="module")
def own() -> Any:  # noqa: ANN401 - as above
    return jsonschema_rs.validator_for(json.loads(TARGET.read_text(encoding="utf-8")))


def judged(given: str) -> tuple[Any, list[str]]:
    """Return the plain data of a text, and what we find wrong with it."""
    source = Source("compose.yaml", given)
    root = read_yaml(source, "go").root
    assert root is not None
    return plain(root), [error.message for error in faults(Value(root, File(source, {})))]


def test_our_schema_is_made_of_our_tables() -> None:
    assert TARGET.read_text(encoding="utf-8") == text(), "run python -m maverick_lint.dev.compose_schema"


@pytest.mark.parametrize("given", [*(APP % inside for inside in INSIDE + DEEPER), *TOP])
def test_the_same_verdict_by_all_three(given: str, published: Any, own: Any) -> None:  # noqa: ANN401 - as above
    data, problems = judged(given)
    accepted = published.is_valid(data)
    assert own.is_valid(data) is accepted
    assert (not problems) is accepted, problems


def test_what_a_rule_says_is_not_said_twice(published: Any, own: Any) -> None:  # noqa: ANN401 - as above
    data, problems = judged(APP % "depends_on: {a: {restart: true}}")
    assert not published.is_valid(data)
    assert not own.is_valid(data)
    assert problems == []  # compose/depends-on-condition speaks of it


# Where we differ on purpose, and why.
DIFFERENT = [
    # Compose takes repeated items out before it validates; compose/duplicate-target speaks of those that matter.
    (APP % "cap_add: [A, A]", False, True),
    (APP % "environment: [A=1, A=1]", False, True),
    # A pattern and ranges are compose/invalid-value's, which reads the value after interpolation.
    (APP % "pull_policy: often", False, True),
    (APP % "cpu_percent: 200", False, True),
    (APP % "oom_score_adj: 5000", False, True),
    (APP % "container_name: '-'", False, True),
    # The specification writes that a GPU has these keys only; its schema closes the list by a slip around it instead.
    (APP % "gpus: [{capability: [gpu]}]", True, False),
    (APP % "privileged: '${PRIVILEGED}'", True, True),
    # Keys that are no texts are refused before the schema is asked.
    (APP % "environment: {1: a}", True, False),
    ("services: {12: {image: 'a:1'}}\n", True, False),
    # What is a variable has no type yet.
    (APP % "cgroup: '${CGROUP:-host}'", False, True),
    # A tag of a merge is a value of another file's.
    (APP % "ports: !reset null", False, True),
]


@pytest.mark.parametrize(("given", "theirs", "ours"), DIFFERENT)
def test_stated_differences(given: str, published: Any, *, theirs: bool, ours: bool) -> None:  # noqa: ANN401 - as above
    data, problems = judged(given)
    assert published.is_valid(data) is theirs
    assert (not problems) is ours


@pytest.mark.skipif("CORPUS" not in os.environ, reason="CORPUS names no folder of real repositories")
def test_real_files_get_the_verdict_of_the_published_schema(published: Any) -> None:  # noqa: ANN401 - as above
    differing = []
    judged_files = 0
    for path in sorted(Path(os.environ["CORPUS"]).rglob("*compose*.y*ml")):
        given = path.read_text(encoding="utf-8", errors="replace")
        root = None if "{%" in given or "{{" in given else read_yaml(Source("c.yaml", given), "go").root
        if ".github" in path.parts or root is None:
            continue  # templates of other tools
        judged_files += 1
        data, problems = judged(given)
        theirs = [error for error in published.iter_errors(data) if not _is_variable(error, data)]
        if bool(theirs) is not bool(problems):
            differing.append((path.name, [error.message for error in theirs], problems))
    assert judged_files > 200
    assert differing == []


def _is_variable(error: Any, data: Any) -> bool:  # noqa: ANN401 - as above
    """Say whether the schema judges a variable by its name: a `$` where a word of a list or a type is asked."""
    for step in error.instance_path:
        data = data[step]
    return "$" in str(data) and ("does not match" in error.message or "Unevaluated" in error.message)
