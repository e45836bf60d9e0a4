"""Every Compose file of real repositories is accepted, or refused for a reason that is stated and true."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
import yaml

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

STATED = yaml.safe_load((Path(__file__).parents[1] / "fixtures" / "compose" / "refused.yaml").read_text())
# The rules under which Compose itself would refuse a project. What a build needs is no matter of the Compose file, and
# these repositories hold their files for deployments only.
REFUSING = tuple(
    f"compose/{name}"
    for name in (
        "syntax", "invalid-value", "undefined-reference", "dependency-cycle", "conflicting-keys", "duplicate-host-port",
        "duplicate-container-name", "joined-files", "inactive-dependency", "no-image-or-build",
    )
)  # fmt: skip


@pytest.mark.skipif("CORPUS" not in os.environ, reason="CORPUS names no folder of real repositories")
def test_real_files_are_accepted_or_refused_for_a_stated_reason() -> None:
    settings = Settings(select=REFUSING)
    plan = make(rules(), settings)
    files = 0
    unstated = []
    used = set()
    for repository in sorted(path for path in Path(os.environ["CORPUS"]).iterdir() if path.is_dir()):
        texts = {
            path.relative_to(repository).as_posix(): path.read_bytes()
            for path in repository.rglob("*")
            if path.is_file() and not path.is_symlink() and path.stat().st_size < 1_000_000
        }
        result = run(MemoryFiles({path: text.decode(errors="replace") for path, text in texts.items()}), settings, plan)
        files += sum(kind == "compose" for kind, _ in result.guesses.values())
        for found in result.findings:
            if not found.rule.startswith("compose/") or found.level != "error":
                continue
            digest = hashlib.sha256(texts[found.location.path]).hexdigest()
            known = [
                number
                for number, one in enumerate(STATED)
                if digest.startswith(one["file"]) and found.rule == one["rule"] and one["says"] in found.message
            ]
            used.update(known)
            if not known:
                unstated.append((found.location.path, found.rule, found.message))
    assert files > 300
    assert unstated == []
    assert used == set(range(len(STATED))), "a stated reason fits no file any more"
