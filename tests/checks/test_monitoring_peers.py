"""Every check of pint and of dashboard-linter: the rule that does the same finds one text and lets another be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "monitoring"
PEERS = {"pint": 34, "dashboard-linter": 18}
ENTRIES = [
    (peer, entry) for peer in PEERS for entry in yaml.safe_load((FIXTURES / f"{peer}.yaml").read_text(encoding="utf-8"))
]
TRIED = [pytest.param(peer, entry, id=f"{peer}:{entry['check']}-{n}") for n, (peer, entry) in enumerate(ENTRIES)]


def files(text: str | dict[str, str]) -> dict[str, str]:
    """Return the files that a text of the fixture stands for."""
    if isinstance(text, dict):
        return text
    if text.startswith("{"):
        return {"alerts.yml": f"groups: [{{name: g, rules: [{text}]}}]\n"}
    return {"alerts.yml": f"groups:\n- name: g\n  rules:\n  - alert: Fires\n    expr: >-\n      {text}\n"}


def found(rule: str, texts: dict[str, str], options: dict[str, Any]) -> set[str]:
    settings = Settings(select=(rule,), options={rule: options} if options else {})
    result = run(MemoryFiles(texts, ()), settings, make({one.id: one for one in ALL_RULES}, settings))
    assert not result.crashed
    return {finding.rule for finding in result.findings}


@pytest.mark.parametrize(("peer", "entry"), TRIED)
def test_check(peer: str, entry: dict[str, Any]) -> None:
    if "reason" in entry:
        assert entry["reason"].endswith(".")
        return
    assert rule_is_claimed(peer, entry) or peer == "pint"
    assert found(entry["rule"], files(entry["bad"]), entry.get("options", {})) == {entry["rule"]}
    assert found(entry["rule"], files(entry["clean"]), entry.get("options", {})) == set()


def rule_is_claimed(peer: str, entry: dict[str, Any]) -> bool:
    """Say whether the rule names the check among its equivalents."""
    rule = next(one for one in ALL_RULES if one.id == entry["rule"])
    return any(name.startswith(f"{peer}:") for name in rule.equivalents)


@pytest.mark.parametrize("peer", sorted(PEERS))
def test_every_check_has_an_entry(peer: str) -> None:
    assert len({entry["check"] for name, entry in ENTRIES if name == peer}) >= PEERS[peer]


def test_the_page_names_every_check() -> None:
    page = (ROOT / "docs" / "monitoring-checks.md").read_text(encoding="utf-8")
    assert [entry["check"] for _, entry in ENTRIES if f"`{entry['check']}`" not in page] == []
