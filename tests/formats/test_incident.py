"""Incident reports: which files are some, and how long they are."""

from __future__ import annotations

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.classify import by_path
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats.incident.parse import parse

READER = FilesReader(MemoryFiles({}))


@pytest.mark.parametrize(
    ("path", "is_report"),
    [
        ("docs/retro/INC-20260812-maverick.md", True),
        ("docs/retro/notes.txt", True),
        ("docs/retro/README.md", False),
        ("docs/retro/TEMPLATE.md", False),
        ("docs/retro/graph.png", False),
        ("docs/retro/2026/INC-20260812-maverick.md", False),
        ("retro/a.md", False),
    ],
)
def test_reports_are_the_texts_of_the_folder(path: str, is_report: bool) -> None:  # noqa: FBT001 - a parameter of a test
    guess = by_path(path)
    assert (guess is not None and guess.kind == "incident-report") is is_report


@pytest.mark.parametrize(("text", "lines"), [("", 0), ("a", 1), ("a\n", 1), ("a\r\nb", 2), ("a\rb\r", 2), ("\n\n", 2)])
def test_lines_are_counted_with_an_unfinished_last_one(text: str, lines: int) -> None:
    assert parse(Source("docs/retro/a.md", text), "incident-report", READER).model.lines == lines
