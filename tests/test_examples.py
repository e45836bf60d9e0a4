"""The two shops of examples/: one breaks the standard in every kind of file, the other is the same one repaired.

`python tests/test_examples.py` writes the list anew after a rule has changed; read the difference before it is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from maverick_lint.cli.commands import cli

ROOT = Path(__file__).parent.parent
LIST = ROOT / "tests" / "fixtures" / "shop.txt"
KINDS = {
    "alertmanager", "backlog-task", "commitlint", "compose", "dockerfile", "dockerignore", "env-file",
    "github-workflow", "grafana-dashboard", "grafana-provisioning", "incident-report", "nginx", "prometheus",
    "prometheus-rules", "shell", "systemd",
}  # fmt: skip


def answer(*arguments: str) -> tuple[int, Any]:
    """Return the exit status and the JSON that a command answers with."""
    result = CliRunner().invoke(cli, [*arguments, "--format", "json"])
    return result.exit_code, json.loads(result.stdout)


def found(name: str) -> list[str]:
    """Return the findings of an example, a line each: rule path:line:column."""
    status, report = answer("check", "--profile", "standard", str(ROOT / "examples" / name))
    assert status in {0, 1}, "a rule crashed"
    inside = f"examples/{name}/"
    return [
        f"{f['rule']} {f['path'].removeprefix(inside)}:{f['start']['line']}:{f['start']['column']}"
        for f in report["findings"]
    ]


def test_the_broken_shop_has_exactly_the_listed_findings() -> None:
    assert found("shop") == LIST.read_text().splitlines()


def test_the_broken_shop_breaks_at_least_forty_rules_in_ten_kinds_of_file() -> None:
    rules = {line.partition(" ")[0] for line in LIST.read_text().splitlines()}
    assert len(rules) >= 40
    assert len({rule.partition("/")[0] for rule in rules}) >= 10


def test_the_repaired_shop_is_clean() -> None:
    assert found("shop-fixed") == []


def test_the_exit_status_tells_the_shops_apart() -> None:
    assert answer("check", str(ROOT / "examples" / "shop"))[0] == 1
    assert answer("check", str(ROOT / "examples" / "shop-fixed"))[0] == 0


def test_both_shops_have_files_of_every_kind() -> None:
    for name in ("shop", "shop-fixed"):
        _, files = answer("files", str(ROOT / "examples" / name))
        assert {entry["kind"] for entry in files} >= KINDS - (
            {"commitlint", "dockerignore"} if name == "shop" else set()
        )


if __name__ == "__main__":
    LIST.parent.mkdir(exist_ok=True)
    LIST.write_text("".join(f"{line}\n" for line in found("shop")))
