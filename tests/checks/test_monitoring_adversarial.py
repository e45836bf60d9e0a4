"""Rules on alerts and on Alertmanager against texts that try to mislead them."""

from __future__ import annotations

from pathlib import Path

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

FIXTURE = Path(__file__).parents[1] / "fixtures" / "monitoring" / "adversarial.txt"
CASES = [line for line in FIXTURE.read_text().splitlines() if line and not line.startswith("#")]


def written(rule: str, text: str) -> tuple[str, str]:
    """Return the path and the text of the file that a line of the fixture stands for."""
    if rule.startswith("alertmanager/"):
        text = text.replace("¶", "\n") + "\n"
        return "alertmanager.yml", text.replace(
            "R\n", "route: {receiver: a}\nreceivers: [{name: a}]\n", 1
        ) if text.startswith("R\n") else text
    if text.startswith(("{alert:", "{record:")):
        return "alerts.yml", f"groups: [{{name: g, rules: [{text}]}}]\n"
    return "alerts.yml", f"groups:\n- name: g\n  rules:\n  - alert: Fires\n    expr: >-\n      {text}\n"


@pytest.mark.parametrize("line", CASES)
def test_case(line: str) -> None:
    rule, mark, text = line.split(" ", 2)
    path, content = written(rule, text)
    settings = Settings(select=(rule,))
    result = run(MemoryFiles({path: content}, ()), settings, make({one.id: one for one in ALL_RULES}, settings))
    assert not result.crashed
    assert {finding.rule for finding in result.findings} == ({rule} if mark == "!" else set())


def test_every_rule_is_tried_from_both_sides() -> None:
    marks: dict[str, list[str]] = {}
    for line in CASES:
        rule, mark, _ = line.split(" ", 2)
        marks.setdefault(rule, []).append(mark)
    assert all(found.count("!") >= 3 and found.count(".") >= 3 for found in marks.values()), marks
    assert len(marks) > 20
