"""On a text for each code of hadolint one of our findings bears that code."""

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

TEXTS: dict[str, str] = yaml.safe_load(
    (Path(__file__).parent.parent / "fixtures" / "hadolint-codes.yaml").read_text(encoding="utf-8")
)
SCHEMA = {
    "text": "text", "url": "url", "date": "rfc3339", "licence": "spdx", "commit": "hash", "version": "semver",
    "mail": "email",
}  # fmt: skip
# What both have to be told before they speak.
OPTIONS: dict[str, dict[str, Any]] = {
    "dockerfile/label-schema": {"schema": SCHEMA, "strict": True},
    "dockerfile/allowed-registry": {"registries": ["docker.io"]},
}


@lru_cache(maxsize=1)
def _named() -> dict[str, set[str]]:
    """Return the codes that our findings bear, by the code of the text."""
    settings = Settings(select=("ALL",), options=OPTIONS)
    files = MemoryFiles({f"{code}/Dockerfile": text for code, text in TEXTS.items()})
    found: dict[str, set[str]] = {code: set() for code in TEXTS}
    for finding in run(files, settings, make(rules(), settings)).findings:
        found.get(finding.location.path.partition("/")[0], set()).update(finding.equivalents)
    return found


@pytest.mark.parametrize("code", TEXTS)
def test_a_finding_bears_the_code(code: str) -> None:
    assert f"hadolint:{code}" in _named()[code]


def test_the_texts_are_of_every_code() -> None:
    named = {name for rule in rules().values() for name in rule.equivalents if name.startswith("hadolint:DL")}
    assert {f"hadolint:{code}" for code in TEXTS} == named
