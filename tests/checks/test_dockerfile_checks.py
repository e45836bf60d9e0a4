"""What hadolint, BuildKit, checkov, trivy and KICS check in a Dockerfile, with the exceptions of their tests.

Each entry of fixtures/dockerfile-checks is one of their checks: the rule that is ours, texts that it must find, and
texts on which it must be silent, the mistakes of the others among them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

FOLDER = Path(__file__).parent.parent / "fixtures" / "dockerfile-checks"
BASES = {
    "debian": "debian:12-slim",
    "alpine": "alpine:3.20",
    "fedora": "fedora:40",
    "centos": "centos:7",
    "suse": "opensuse/leap:15",
    "python": "python:3.12-slim",
    "golang": "golang:1.22",
    "node": "node:22-slim",
    "ruby": "ruby:3-slim",
}
CHECKS: list[dict[str, Any]] = [
    entry for path in sorted(FOLDER.glob("*.yaml")) for entry in yaml.safe_load(path.read_text())
]
# tests/test_rules.py has the examples of these; the last one is ShellCheck's, and 83 needs a registry.
ELSEWHERE = {27, *range(48, 57), 69, 70, 73, 82, 83, 88, 108}


def _whole(text: str) -> str:
    for name, image in BASES.items():
        text = text.replace(f"<{name}>", f"FROM {image}")
    return text + "\n"


@lru_cache(maxsize=1)
def _found() -> dict[str, set[str]]:
    """Return the rules that fire on each text, every text a repository's only file in its folder."""
    texts = [text for one in CHECKS for text in (*one.get("fires", ()), *one.get("silent", ()))]
    folders = {f"{number}/Dockerfile": text for number, text in enumerate(dict.fromkeys(texts))}
    found: dict[str, set[str]] = {text: set() for text in folders.values()}
    settings = Settings(select=("ALL",))
    result = run(MemoryFiles({path: _whole(text) for path, text in folders.items()}), settings, make(rules(), settings))
    for finding in result.findings:
        if finding.location.path in folders:
            found[folders[finding.location.path]].add(finding.rule)
    return found


@pytest.mark.parametrize("entry", CHECKS, ids=lambda entry: f"{entry['row']}-{entry['rule']}")
def test_a_check_of_the_others_is_ours(entry: dict[str, Any]) -> None:
    rule = f"dockerfile/{entry['rule']}"
    missing = [text for text in entry.get("fires", ()) if rule not in _found()[text]]
    false = [text for text in entry.get("silent", ()) if rule in _found()[text]]
    assert not missing, f"{rule} must find these"
    assert not false, f"{rule} must be silent here"


def test_every_check_has_texts_of_both_kinds() -> None:
    assert [entry["row"] for entry in CHECKS if not entry.get("fires") or not entry.get("silent")] == []


def test_every_check_is_told_of() -> None:
    assert {entry["row"] for entry in CHECKS} | ELSEWHERE == set(range(1, 113))


def test_every_rule_of_hadolint_and_buildkit_is_named() -> None:
    named = {name for rule in rules().values() for name in rule.equivalents}
    # 3005, 3017, 3031 and 3039 are withdrawn
    numbers = {1000, 1001, *range(3000, 3068), 4000, 4001, 4003, 4004, 4005, 4006} - {3005, 3017, 3031, 3039}
    assert {f"hadolint:DL{number}" for number in numbers} <= named
    assert {f"buildkit:{name}" for name in BUILDKIT} <= named


BUILDKIT = (
    "ConsistentInstructionCasing", "CopyIgnoredFile", "DuplicateStageName", "ExposeInvalidFormat", "ExposeProtoCasing",
    "FromAsCasing", "FromPlatformFlagConstDisallowed", "InvalidDefaultArgInFrom", "InvalidDefinitionDescription",
    "JSONArgsRecommended", "LegacyKeyValueFormat", "MaintainerDeprecated", "MultipleInstructionsDisallowed",
    "NoEmptyContinuation", "RedundantTargetPlatform", "ReservedStageName", "SecretsUsedInArgOrEnv", "StageNameCasing",
    "UndefinedArgInFrom", "UndefinedVar", "WorkdirRelativePath",
)  # fmt: skip
