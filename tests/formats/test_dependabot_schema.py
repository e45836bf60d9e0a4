"""Dependabot's keys and words are those of the published schema, which check-jsonschema carries."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse

checker = pytest.importorskip("check_jsonschema", reason="check-jsonschema carries the public schema")
SCHEMA: dict[str, Any] = json.loads(
    (resources.files("check_jsonschema") / "builtin_schemas" / "vendor" / "dependabot.json").read_text(encoding="utf-8")
)
UPDATE = {"package-ecosystem": "npm", "directory": "/", "schedule": {"interval": "weekly"}}


def faults(update: dict[str, Any]) -> list[str]:
    """Return what is said of settings with this update."""
    text = json.dumps({"version": 2, "updates": [update]})
    document = parse("dependabot", Source(".github/dependabot.yml", text), FilesReader(MemoryFiles({})))
    return [error.message for error in document.errors]


def words(name: str) -> list[str]:
    """Return the words that a definition of the schema allows."""
    return [str(word) for word in SCHEMA["definitions"][name]["enum"]]


@pytest.mark.parametrize("ecosystem", words("package-ecosystem-values"))
def test_every_published_ecosystem_is_known(ecosystem: str) -> None:
    """An ecosystem of the schema is none that we refuse."""
    assert faults({**UPDATE, "package-ecosystem": ecosystem}) == []


@pytest.mark.parametrize("interval", words("schedule-interval"))
def test_every_published_interval_is_known(interval: str) -> None:
    """An interval of the schema is none that we refuse."""
    assert faults({**UPDATE, "schedule": {"interval": interval, "cronjob": "5 4 * * *"}}) == []


def test_every_published_key_is_known() -> None:
    """A key that the schema knows in an update is none that we call unknown."""
    known = SCHEMA["definitions"]["update"]["properties"]
    said = [message for key in known for message in faults({**UPDATE, key: None})]
    assert not [message for message in said if "unknown key" in message]


def test_other_words_are_refused() -> None:
    """What the schema does not allow is told."""
    assert faults({**UPDATE, "schedule": {"interval": "weakly"}})
    assert faults({**UPDATE, "direktory": "/"})


def test_new_forms_of_branch_names_are_known() -> None:
    """All keys of the schema at every depth are known, not only those of an update."""
    names = {"separator": "-", "prefix": "deps", "max-length": 60, "branch-name-case": "lowercase"}
    assert faults({**UPDATE, "pull-request-branch-name": names}) == []
    assert faults({**UPDATE, "pull-request-branch-name": {"seperator": "-"}})
    assert faults({**UPDATE, "allow": [{"dependency-typ": "all"}]})


def test_an_unknown_ecosystem_is_no_fault_of_the_syntax() -> None:
    """The schema takes any name; a rule of its own warns of those that the table does not have."""
    assert faults({**UPDATE, "package-ecosystem": "younger-than-the-table"}) == []
