"""What actionlint, zizmor, jactionlint, poutine and ghalint check, with a text for each check that ours finds too.

Of fixtures/workflow-checks, known.txt has the checks with our rules and texts, and reasons.txt those that we leave out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.core.record import record
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

FOLDER = Path(__file__).parents[1] / "fixtures" / "workflow-checks"
HEAD = "on: push\npermissions: {contents: read}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
GROUPS = range(1, 45)
PATHS = {"on:": ".github/workflows/a.yml", "name:": "action.yml", "version:": ".github/dependabot.yml",
    "repos:": ".pre-commit-config.yaml"}  # fmt: skip


@record
class Check:
    """Checks of others, the group they belong to, our rule, its options, and files on which it must find something."""

    group: int
    names: tuple[str, ...]
    rule: str
    options: dict[str, Any]
    files: dict[str, str]


def read(line: str) -> Check:
    """Return what a line of known.txt says."""
    group, names, rule, text = line.split(" ", 3)
    options: dict[str, Any] = {}
    if text.startswith('{"'):
        options, end = json.JSONDecoder().raw_decode(text)
        text = text[end:].lstrip()
    first, *others = text.split("¦")
    path = next((path for start, path in PATHS.items() if first.startswith(start)), "")
    files = {path or PATHS["on:"]: first.replace("¶", "\n") + "\n" if path else HEAD + steps(first)}
    for other in others:
        name, _, body = other.partition(" ")
        files[name] = body.replace("¶", "\n") + "\n"
    return Check(int(group), () if names == "-" else tuple(names.split(",")), rule, options, files)


def steps(text: str) -> str:
    """Return steps as they stand in a job."""
    return "".join("      - " + step.replace("¶", "\n        ") + "\n" for step in text.split("¶¶"))


def lines(name: str) -> list[str]:
    """Return the lines of a file of the fixture that say something."""
    return [line for line in (FOLDER / name).read_text().splitlines() if line and not line.startswith("#")]


CHECKS = [read(line) for line in lines("known.txt")]
LEFT_OUT = {line.split(" ", 1)[0]: line.partition(" ")[2] for line in lines("reasons.txt")}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.group}-{'-'.join(check.names)}-{check.rule}")
def test_ours_finds_it(check: Check) -> None:
    known = rules()
    options = {check.rule: check.options} if check.options else {}
    settings = Settings(select=(check.rule,) if check.rule in known else ("ALL",), options=options)
    if check.rule.startswith("suppression/"):
        settings = Settings(select=("ALL",))
    result = run(MemoryFiles(check.files, ()), settings, make(known, settings))
    assert not result.crashed
    assert check.rule in {finding.rule for finding in result.findings}


def test_every_group_is_there() -> None:
    assert {check.group for check in CHECKS} == set(GROUPS)


def test_every_check_of_the_others_is_told_of() -> None:
    told = {name for check in CHECKS for name in check.names} | set(LEFT_OUT)
    named = set(lines("names.txt"))
    assert sorted(named - told) == []
    assert sorted(told - named) == []
    assert all(len(reason) > len("no") for reason in LEFT_OUT.values())


def test_what_is_left_out_is_claimed_by_no_rule() -> None:
    claimed = {name for rule in rules().values() for name in rule.equivalents}
    assert sorted(claimed & set(LEFT_OUT)) == []


def test_rules_claim_what_they_find() -> None:
    claims = {rule.id: set(rule.equivalents) for rule in rules().values()}
    wrong = [
        (check.rule, name)
        for check in CHECKS
        for name in check.names
        if name not in claims[check.rule] and not name.startswith(("poutine:", "ghalint:"))
    ]
    assert wrong == []
