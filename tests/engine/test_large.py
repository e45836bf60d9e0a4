"""A large run, whose facts and findings are packed away, says what a small one says, byte by byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from maverick_lint.core import packed
from maverick_lint.core.facts import store
from maverick_lint.engine import session
from maverick_lint.engine.session import Request, lint
from support import tool_here as tool

ROOT = Path(__file__).parent.parent.parent
FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return two copies of the broken shop with a project inside one of them."""
    for name in ("one", "two"):
        shutil.copytree(ROOT / "examples" / "shop", tmp_path / name)
    (tmp_path / "two" / ".maverick-lint.toml").write_text('profile = "strict"\n')
    (tmp_path / "one" / "Dockerfile").write_text(
        "# maverick-lint: ignore-file[dockerfile] an example\nFROM python:3.12\n# maverick-lint: ignore[nothing]\n"
    )
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_packing_changes_no_byte_of_a_report(folder: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = tool(folder, "--format", form, "--sarif-suppressed", "--jobs", "1")
    monkeypatch.setattr(packed, "OPEN", 12)
    monkeypatch.setattr(packed, "_PIECE", 5)
    monkeypatch.setattr(store, "MANY", 12)
    assert tool(folder, "--format", form, "--sarif-suppressed", "--jobs", "1").out == plain.out
    assert len(plain.out) > 1_000


def test_a_large_run_in_processes_is_that_in_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = lint(Request((str(folder),), jobs=1)).result
    monkeypatch.setattr(packed, "OPEN", 12)
    monkeypatch.setattr(packed, "_PIECE", 5)
    monkeypatch.setattr(store, "MANY", 12)
    monkeypatch.setattr(session, "FEW_FILES", 10)
    together = lint(Request((str(folder),), jobs=2)).result
    assert tuple(together.findings) == tuple(alone.findings)
    assert len(together.findings) > 100
    assert together.guesses == alone.guesses
