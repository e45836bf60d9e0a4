"""The index of rules says what the rule files say, in a checkout and in the wheel."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from maverick_lint.registry.cache import cached_rules, without_examples
from maverick_lint.registry.index import entries
from maverick_lint.registry.source import read_rules

ROOT = Path(__file__).parent.parent


def test_the_index_equals_the_rule_files() -> None:
    assert entries() == without_examples(read_rules(ROOT / "rules"))


def test_a_changed_rule_is_read_again(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rules" / "file", tmp_path / "rules" / "file")
    first = cached_rules(tmp_path)
    assert cached_rules(tmp_path) == first
    assert json.loads((tmp_path / "build" / "checkout-index.json").read_text())["rules"] == first
    rule = tmp_path / "rules" / "file" / "encoding.yaml"
    rule.write_text(rule.read_text().replace("level: error", "level: note"))
    assert cached_rules(tmp_path)[0]["level"] == "note"


def test_a_spoilt_or_unwritable_index_does_no_harm(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "rules" / "file", tmp_path / "rules" / "file")
    first = cached_rules(tmp_path)
    (tmp_path / "build" / "checkout-index.json").write_text("{")
    assert cached_rules(tmp_path) == first
    shutil.rmtree(tmp_path / "build")
    (tmp_path / "build").write_text("no folder")
    assert cached_rules(tmp_path) == first
    assert os.path.isfile(tmp_path / "build")
