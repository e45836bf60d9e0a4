"""A hit may weigh more or less than its rule; a level in the settings wins."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

RULE = "repo/file-length"


def level(lines: int, chosen: str = "") -> list[str]:
    settings = Settings(select=(RULE,), levels={RULE: chosen} if chosen else {})
    result = run(MemoryFiles({"a.py": "x = 1\n" * lines}), settings, make(rules(), settings))
    return [finding.level for finding in result.findings]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(249, []), (250, ["note"]), (279, ["note"]), (280, ["warning"]), (300, ["warning"]), (301, ["error"])],
)
def test_the_length_decides_the_level(lines: int, expected: list[str]) -> None:
    assert level(lines) == expected


@pytest.mark.parametrize("chosen", ["note", "warning", "error"])
def test_a_level_in_the_settings_holds_for_every_hit(chosen: str) -> None:
    assert level(250, chosen) == [chosen]
    assert level(301, chosen) == [chosen]


def test_the_rule_can_be_switched_off() -> None:
    assert level(301, "off") == []
