"""A rule that names words is not even imported for a file without any of them."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine import check
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

RULE = "github-workflow/secrets-inherit"
TEXT = "on: push\njobs: {a: {uses: own/x/.github/workflows/a.yml@v1, secrets: %s}}\n"


@pytest.mark.parametrize(("secrets", "asked"), [("inherit", True), ("{}", False)])
def test_a_check_is_asked_for_where_a_word_stands(
    monkeypatch: pytest.MonkeyPatch, secrets: str, *, asked: bool
) -> None:
    seen: list[str] = []
    python_check = check.python_check

    def watched(rule_id: str) -> object:
        seen.append(rule_id)
        return python_check(rule_id)

    monkeypatch.setattr(check, "python_check", watched)
    settings = Settings(select=(RULE,))
    result = run(MemoryFiles({".github/workflows/a.yml": TEXT % secrets}), settings, make(rules(), settings))
    assert (RULE in seen) is asked
    assert [finding.rule for finding in result.findings] == ([RULE] if asked else [])
