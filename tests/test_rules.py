"""Every example of every rule is a test, and every rule is complete."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from maverick_lint.core.rule import Rule
from maverick_lint.engine.check import python_check
from maverick_lint.engine.classify import kinds
from rule_examples import ALL_RULES, ENTRIES, EXAMPLES, Example, check

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "schemas" / "rule.schema.json").read_text())
PYTHON = [rule for rule in ALL_RULES if "python" in rule.check]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(example: Example) -> None:
    check(example)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: str(entry["id"]))
def test_rule_file_is_complete(entry: dict[str, object]) -> None:
    jsonschema.validate(entry, SCHEMA)
    examples = entry["examples"]
    assert isinstance(examples, list)
    if entry["check"] != "engine":
        assert sum("bad" in example for example in examples) >= 2, "two bad examples at least"
        assert sum("good" in example for example in examples) >= 2, "two good examples at least"
        assert any("trap" in example for example in examples), "one good example that a naive rule would flag"


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_rule_names_known_kinds(rule: Rule) -> None:
    assert set(rule.needs) <= {*kinds(), "*", "stack", "engine"}


@pytest.mark.parametrize("rule", PYTHON, ids=lambda rule: rule.id)
def test_python_rule_has_its_check(rule: Rule) -> None:
    assert callable(python_check(rule.id))


def test_no_check_without_a_rule() -> None:
    checks = ROOT / "src" / "maverick_lint" / "checks"
    modules = {
        path.relative_to(checks).with_suffix("").as_posix().replace("_", "-")
        for path in checks.glob("*/*.py")
        if not path.name.startswith("_")
    }
    assert modules == {rule.id for rule in PYTHON}
