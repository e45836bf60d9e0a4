"""Every table that rules on workflows read says where it comes from and of which day it is, and errs on no error."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from pathlib import Path

import pytest

import maverick_lint.checks.github_workflow as checks
from maverick_lint.checks.github_workflow import shell_name
from maverick_lint.formats import github
from maverick_lint.formats._by_hand import ByHand
from rule_examples import ALL_RULES

_FOLDER = Path(github.__path__[0])
_DAY = re.compile(r"20\d\d-[01]\d-[0-3]\d")
# Rules that speak of what a table does not have, or has otherwise by now.
_OF_TABLES = (
    "action-input", "archived-action", "old-runtime", "runner-label", "superfluous-action", "typosquat",
    "unpinned-tool", "cache-poisoning", "insufficient-permissions", "trusted-publishing",
)  # fmt: skip


def _typed() -> list[tuple[str, ByHand[object]]]:
    found = []
    for package in (checks, github):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            values = vars(importlib.import_module(module.name))
            found += [(f"{module.name}.{name}", one) for name, one in values.items() if isinstance(one, ByHand)]
    return found


def test_typed_tables_name_their_page_and_their_day() -> None:
    tables = _typed()
    assert {name.rpartition(".")[2] for name, _ in tables} >= {
        "_ARCHIVED",
        "_AGENTS",
        "_GONE",
        "_LEAVING",
        "_PUBLISHERS",
    }
    for name, table in tables:
        assert table.source, name
        assert _DAY.fullmatch(table.as_of), name
        assert table.rows, name


@pytest.mark.parametrize("path", sorted(_FOLDER.glob("*.json")), ids=lambda path: path.name)
def test_generated_tables_name_their_source_and_their_day(path: Path) -> None:
    table = json.loads(path.read_text(encoding="utf-8"))
    assert table["source"]
    assert _DAY.fullmatch(table["as_of"])


@pytest.mark.parametrize("path", sorted(_FOLDER.glob("*.txt")), ids=lambda path: path.name)
def test_generated_lists_name_their_source(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\n")[0]
    assert head.startswith("#")
    assert re.search(r"\d", head)


@pytest.mark.parametrize("name", _OF_TABLES)
def test_what_an_old_table_does_not_know_is_no_error(name: str) -> None:
    rule = next(rule for rule in ALL_RULES if rule.id == f"github-workflow/{name}")
    assert rule.level in ("warning", "note")


def test_an_ecosystem_that_is_younger_than_the_table_is_no_error() -> None:
    assert next(rule for rule in ALL_RULES if rule.id == "dependabot/ecosystem").level == "warning"


def test_actions_that_could_not_be_read_are_named_and_pass_in_silence() -> None:
    table = json.loads((_FOLDER / "actions.json").read_text(encoding="utf-8"))
    unread = table["not_read"]["names"].split()
    assert len(unread) > 1
    # Of one of them the runtime is known, from its release notes.
    known = {name: table["actions"][name] for name in unread if name in table["actions"]}
    assert all(inputs == "" and all(len(row) == 2 for row in rows.values()) for inputs, rows in known.values())


def test_shells_are_those_of_the_public_schema() -> None:
    checker = pytest.importorskip("check_jsonschema", reason="check-jsonschema carries the public schema")
    folder = Path(checker.__file__).parent / "builtin_schemas" / "vendor"
    schema = json.loads((folder / "github-workflows.json").read_text(encoding="utf-8"))
    words = next(one["enum"] for one in schema["definitions"]["shell"]["anyOf"] if "enum" in one)
    assert set(words) == set(shell_name.KNOWN)
