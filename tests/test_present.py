"""What a rule says is absent is recognised in every form in which it may be present."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

FOLDER = Path(__file__).parent / "fixtures" / "present"
FIXTURES: dict[str, dict[str, Any]] = {path.stem: yaml.safe_load(path.read_text()) for path in FOLDER.glob("*.yaml")}


def found(rule: str, files: dict[str, str]) -> list[str]:
    """Return the messages of one rule over a repository; fail where the repository itself is faulty."""
    settings = Settings(select=(rule,))
    result = run(MemoryFiles(files), settings, make({one.id: one for one in ALL_RULES}, settings))
    assert not result.crashed, [finding.message for finding in result.findings]
    strangers = [(finding.rule, finding.message) for finding in result.findings if finding.rule != rule]
    assert not strangers
    return [finding.message for finding in result.findings]


def forms() -> Iterator[tuple[str, str]]:
    for name, fixture in sorted(FIXTURES.items()):
        for form in fixture["present"]:
            yield name, form


@pytest.mark.parametrize("name", sorted(FIXTURES))
def test_it_is_missed_where_it_is_absent(name: str) -> None:
    fixture = FIXTURES[name]
    assert found(fixture["rule"], fixture["absent"])


@pytest.mark.parametrize(("name", "form"), list(forms()))
def test_it_is_seen_in_every_form(name: str, form: str) -> None:
    fixture = FIXTURES[name]
    assert found(fixture["rule"], {**fixture["absent"], **fixture["present"][form]}) == []
