"""Every statement of the standard that can be checked is a rule with the level, the profile and the silences it has.

`fixtures/standard-rules.yaml` has a line for each: level, profile, and for each case in which the rule stays silent a
piece of the good example that shows it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from maverick_lint.registry.index import rule_from
from rule_examples import ENTRIES, Example

ROWS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "standard-rules.yaml").read_text()
)
BY_ID = {str(entry["id"]): entry for entry in ENTRIES}
SILENCES = [(rule, case, piece) for rule, row in ROWS.items() for case, piece in row.get("silent", {}).items()]
# Rules that ask for something that a repository has to have once it deploys.
DEMANDS = [rule for rule, row in ROWS.items() if row.get("demands")]


def texts(example: dict[str, Any]) -> dict[str, str]:
    """Return the files of a good example."""
    given = example["good"]
    return given if isinstance(given, dict) else {"": str(given)}


def good(rule: str) -> list[dict[str, Any]]:
    return [example for example in BY_ID[rule]["examples"] if "good" in example]


@pytest.mark.parametrize("rule", ROWS)
def test_the_rule_has_its_level_and_profile(rule: str) -> None:
    entry = BY_ID[rule]
    assert (entry["level"], entry["profile"]) == (ROWS[rule]["level"], ROWS[rule]["profile"])


@pytest.mark.parametrize("rule", ROWS)
def test_the_rule_has_two_bad_and_two_good_examples_one_of_them_a_trap(rule: str) -> None:
    examples = BY_ID[rule]["examples"]
    assert sum("bad" in example for example in examples) >= 2
    assert len(good(rule)) >= 2
    assert any("trap" in example for example in good(rule))


@pytest.mark.parametrize(("rule", "case", "piece"), SILENCES, ids=[f"{rule}: {case}" for rule, case, _ in SILENCES])
def test_a_good_example_shows_each_silence(rule: str, case: str, piece: str) -> None:
    shown = [
        example
        for example in good(rule)
        if any(piece in path or piece in text for path, text in texts(example).items())
        or piece in str(example.get("options", ""))
    ]
    assert shown, f"no good example of {rule} shows: {case}"


@pytest.mark.parametrize("rule", DEMANDS)
def test_nothing_is_demanded_where_nothing_is_deployed(rule: str) -> None:
    # A library: source, tests, a Dockerfile to work in, and a pipeline that lints and tests.
    files = {
        "Dockerfile": 'FROM python:3.12-slim\nCMD ["python"]\n',
        "src/shop.py": "print('shop')\n",
        ".github/workflows/ci.yml": (
            "on: pull_request\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: pytest\n"
        ),
    }
    example = Example(rule_from(BY_ID[rule]), 0, {"good": files})
    assert [finding.message for finding in example.run().findings if finding.rule == rule] == []


def test_no_row_is_missing_of_the_kinds_that_the_standard_names() -> None:
    # The numbers of statements of the standard for each kind; a row that is lost here is lost for good.
    kinds = [rule.partition("/")[0] for rule in ROWS]
    assert {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)} == {
        "dockerfile": 18,
        "compose": 11,
        "deploy": 21,
        "ci": 11,
        "nginx": 10,
        "prometheus": 4,
        "alerts": 6,
        "repo": 13,
        "backlog": 6,
        "change": 2,
    }
