"""Tasks of the backlog: paths, parts, and the published schema says what the rule says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.checks.backlog.schema import check
from maverick_lint.core.document import Document
from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_path
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.backlog.parse import parse
from maverick_lint.formats.backlog.paths import bare_path, is_path

if TYPE_CHECKING:
    from maverick_lint.formats.backlog.model import BacklogTask

READER = FilesReader(MemoryFiles({}))
SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "backlog-task.schema.json").read_text())
PATH = "docs/backlog/TASK-001.yaml"
TEXTS: st.SearchStrategy[Any] = st.sampled_from(["x", "", " ", 5, True, None, [], {}])
LISTS = st.one_of(TEXTS, st.lists(st.sampled_from(["a/b.yml", "", None, 3, {}, {"path": "a"}, ["x"]]), max_size=3))
TASKS = st.fixed_dictionaries(
    {},
    optional={
        "task_id": TEXTS,
        "title": TEXTS,
        "status": TEXTS,
        "deliverables": LISTS,
        "references": LISTS,
        "acceptance": LISTS,
        "other": LISTS,
    },
)


def read(text: str) -> Document[BacklogTask]:
    document = parse(Source(PATH, text), "backlog-task", READER)
    assert document.model is not None
    return Document(document.source, document.kind, document.model)


@given(st.one_of(TASKS, TASKS.map(lambda task: {"task": task}), LISTS))
def test_the_rule_and_the_published_schema_agree(task: Any) -> None:  # noqa: ANN401 - any JSON is a candidate
    valid = jsonschema.Draft202012Validator(SCHEMA).is_valid(task)
    assert valid == (not list(check(read(json.dumps(task)), {}))), task


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("scripts/deploy.sh", True),
        (".github/workflows/", True),
        ("Dockerfile", True),
        ("compose.yaml", True),
        (".env.example", True),
        ("docs/a.md#part", True),
        ("src/app.py:12", True),
        ("prometheus/*.yml", True),
        ("CI/CD", False),
        ("A runbook.", False),
        ("works", False),
        ("https://example.com/a.html", False),
        ("ghcr.io/shop/app", False),
        ("ghcr.io/shop/app:v1.2", False),
        ("v1.2", False),
        ("/etc/nginx/nginx.conf", False),
        ("../other/a.md", False),
        ("${FILE}", False),
        ("", False),
    ],
)
def test_paths_among_texts(text: str, expected: bool) -> None:  # noqa: FBT001 - a parameter of a test
    assert is_path(text) is expected


def test_a_text_under_a_key_for_paths_needs_no_suffix() -> None:
    assert is_path("scripts/deploy", named=True)
    assert not is_path("scripts/deploy")
    assert bare_path("./docs/a.md#x") == "docs/a.md"


def test_deliverables_and_references_keep_their_places() -> None:
    text = "deliverables:\n  - path: a/b\n    state: new\n  - c.sh\n  - some prose\nrefs: [TASK-2]\n"
    task = read(text).model
    assert [text[p.span.start : p.span.end] for p in task.deliverables] == ["a/b", "c.sh"]
    assert [p.text for p in task.references] == ["TASK-2"]


@pytest.mark.parametrize(
    "path", ["docs/backlog/_x.yaml", "docs/backlog/template.yaml", "docs/backlog/a/b.yaml", "backlog/a.yaml"]
)
def test_other_files_are_no_tasks(path: str) -> None:
    assert by_path(path) is None


@given(st.text(alphabet="taskid: -\n[]{}'\"#&*!|>\t", max_size=200))
def test_any_text_is_read(text: str) -> None:
    document = parse(Source(PATH, text), "backlog-task", READER)
    assert all(0 <= error.span.start <= error.span.end <= len(text) for error in document.errors)
