"""The reference files of the standard, as a repository: exactly their true faults are found; repaired, none is.

docs/standard-faults.md lists the faults. `python tests/test_standard.py` prints what is found, in the form of its rows.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from maverick_lint.cli.commands import cli
from rule_examples import ALL_RULES

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
PAGE = (ROOT / "docs" / "standard-faults.md").read_text()
ROW = re.compile(r"^\| `([^`]+:\d+:\d+)` \| `([^`]+)` \| [^|]+ \|$", re.MULTILINE)
LISTED = ROW.findall(PAGE)
NAMED = {rule for _, rule in LISTED}
STRICT = {rule.id for rule in ALL_RULES if rule.profile == "strict"}


def found(name: str) -> list[tuple[str, str]]:
    """Return the findings of a fixture as pairs of place and rule.

    It is those of the default profile, and all of rules about deployments: the lesser faults of the scripts are notes
    of the profile `strict`.
    """
    result = CliRunner().invoke(cli, ["check", "--profile", "strict", "--format", "json", str(FIXTURES / name)])
    assert result.exit_code in {0, 1}, "a rule crashed"
    report: dict[str, Any] = json.loads(result.stdout)
    assert report["summary"]["files"] > 20
    inside = f"tests/fixtures/{name}/"
    return [
        (f"{f['path'].removeprefix(inside)}:{f['start']['line']}:{f['start']['column']}", f["rule"])
        for f in report["findings"]
        if f["rule"] not in STRICT or f["rule"].startswith(("deploy/", "stack/"))
    ]


def test_the_reference_files_have_exactly_the_listed_faults() -> None:
    assert found("standard") == LISTED


def test_the_repaired_files_have_none() -> None:
    assert found("standard-repaired") == []


@pytest.mark.parametrize("number", range(1, 18))
def test_each_fault_of_the_scripts_has_a_row(number: int) -> None:
    scripts = PAGE.partition("## The seventeen")[2].partition("\n## ")[0]
    rows = re.findall(rf"^\| {number} \| [^|]+ \| ([^|]+) \|$", scripts, re.MULTILINE)
    assert len(rows) == 1
    assert set(re.findall(r"`([a-z-]+/[a-z0-9-]+)`", rows[0])) <= NAMED


def test_every_rule_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`([a-z-]+/[a-z0-9-]+)`", PAGE))
    assert named <= {rule.id for rule in ALL_RULES}


if __name__ == "__main__":
    for place, rule in found("standard"):
        print(f"| `{place}` | `{rule}` |  |")  # noqa: T201 - what the script is for
