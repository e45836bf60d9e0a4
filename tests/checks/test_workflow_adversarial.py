"""Rules on workflows against texts that try to mislead them."""

from __future__ import annotations

from pathlib import Path

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES

FIXTURE = Path(__file__).parents[1] / "fixtures" / "workflows" / "adversarial.txt"
CASES = [line for line in FIXTURE.read_text().splitlines() if line and not line.startswith("#")]
HEAD = "on: push\npermissions: {contents: read}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
FEWEST_BAD, FEWEST_GOOD = 4, 3


def written(text: str) -> str:
    """Return the workflow that a line of the fixture stands for."""
    if text.startswith("on:"):
        return text.replace("¶", "\n") + "\n"
    steps = ("      - " + step.replace("¶", "\n        ") + "\n" for step in text.split("¶¶"))
    return HEAD + "".join(steps)


@pytest.mark.parametrize("line", CASES)
def test_case(line: str) -> None:
    rule, mark, text = line.split(" ", 2)
    settings = Settings(select=(rule,))
    files = MemoryFiles({".github/workflows/a.yml": written(text)}, ())
    result = run(files, settings, make({one.id: one for one in ALL_RULES}, settings))
    assert not result.crashed
    # What GitHub itself refuses would be told under other names: each text is a workflow that it takes.
    assert {finding.rule for finding in result.findings} == ({rule} if mark == "!" else set())


def test_every_rule_is_tried_from_both_sides() -> None:
    marks: dict[str, list[str]] = {}
    for line in CASES:
        rule, mark, _ = line.split(" ", 2)
        marks.setdefault(rule, []).append(mark)
    assert all(found.count("!") >= FEWEST_BAD and found.count(".") >= FEWEST_GOOD for found in marks.values()), marks
