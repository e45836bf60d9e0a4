"""Files that name required checks: what is read, where it stands, and that no text makes the reader fail."""

from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.required_checks.parse import parse

READER = FilesReader(MemoryFiles({}))
PATHS = (".github/settings.yml", ".github/rulesets/main.json", ".mergify.yml", "bors.toml")


def checks(path: str, text: str) -> list[tuple[str, str]]:
    """Return the names with the texts at their places."""
    document = parse(Source(path, text), "required-checks", READER)
    assert document.model is not None
    return [(one.name, text[one.span.start : one.span.end]) for one in document.model.checks]


def test_probot_names_contexts_and_checks() -> None:
    text = (
        "branches:\n  - name: main\n    protection:\n      required_status_checks:\n        contexts: [lint]\n"
        "        checks: [{context: 'a b'}]\n"
    )
    assert checks(PATHS[0], text) == [("lint", "lint"), ("a b", "'a b'")]


def test_a_ruleset_says_who_reports() -> None:
    text = (
        '{"rules": [{"type": "deletion"}, {"type": "required_status_checks", "parameters": '
        '{"required_status_checks": [{"context": "x", "integration_id": 15368}, {"context": "y"}]}}]}'
    )
    document = parse(Source(PATHS[1], text), "required-checks", READER)
    assert document.model is not None
    assert [(one.name, one.ours) for one in document.model.checks] == [("x", True), ("y", False)]


def test_mergify_names_one_check_or_many_of_a_pattern() -> None:
    text = (
        "queue_rules:\n  - conditions:\n      - check-success=test\n      - status-success = lint\n"
        "      - check-success~=^x\n      - base=main\n"
    )
    assert [name for name, _ in checks(PATHS[2], text)] == ["test", "lint"]


def test_bors_lists_texts() -> None:
    assert checks(PATHS[3], 'status = [\n  "test",\n  \'lint\',\n  "b %",\n]\ntimeout_sec = 10\n') == [
        ("test", '"test"'),
        ("lint", "'lint'"),
    ]


@given(st.sampled_from(PATHS), st.text())
def test_the_reader_never_fails(path: str, text: str) -> None:
    document = parse(Source(path, text), "required-checks", READER)
    for one in document.model.checks if document.model is not None else ():
        assert 0 <= one.span.start <= one.span.end <= len(text)
    for error in document.errors:
        assert 0 <= error.span.start <= error.span.end <= len(text)
