"""promtool and amtool say which rules, configurations and expressions are broken; ours must agree on every one.

The marks of the fixtures say what we hold: `+` taken, `-` refused. `3+` and `3-` are what Prometheus 3 (or Alertmanager
0.28) does otherwise than promtool 2.42 and amtool 0.25, which Debian has; `2+` is what only 2.x takes, and a rule over
the stack tells of (alerts/server-version).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from maverick_lint.checks.alertmanager.undefined_receiver import check as undefined
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader
from maverick_lint.formats._promql import parse_promql
from maverick_lint.formats.alertmanager.parse import parse as parse_alertmanager
from maverick_lint.formats.prometheus.parse import parse as parse_prometheus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maverick_lint.core.document import Document
    from maverick_lint.formats.alertmanager.model import Alertmanager

FIXTURES = Path(__file__).parents[1] / "fixtures" / "monitoring"
READER = FilesReader(MemoryFiles({}, ()))
MINIMAL = "route: {receiver: a}\nreceivers: [{name: a}]\n"
COMMANDS = {
    "rules": ("promtool", "check", "rules", "--lint=none"),
    "config": ("promtool", "check", "config", "--lint=none"),
    "alertmanager": ("amtool", "check-config"),
    "web": ("promtool", "check", "web-config"),
}
LEAST = {"rules": 100, "config": 70, "alertmanager": 60, "web": 20}


def lines(name: str) -> list[str]:
    return [line for line in (FIXTURES / f"{name}.txt").read_text().splitlines() if line and not line.startswith("#")]


def cases(kind: str) -> list[tuple[str, str]]:
    """Return pairs of mark and text."""
    found = []
    for line in lines(kind):
        mark, _, text = line.partition(" ")
        text = text.replace("¶", "\n") + "\n"
        found.append((mark, MINIMAL + text[2:] if text.startswith("R\n") else text))
    return found


def ours(kind: str, text: str) -> list[str]:
    if kind == "alertmanager":
        document = parse_alertmanager(Source("alertmanager.yml", text), "alertmanager", READER)
        unknown = undefined(cast("Document[Alertmanager]", document), {}) if document.model is not None else ()
        return [*(error.message for error in document.errors), *(str(hit.values) for hit in unknown)]
    name = {"rules": "prometheus-rules", "web": "prometheus-web"}.get(kind, "prometheus")
    return [error.message for error in parse_prometheus(Source("a.yml", text), name, READER).errors]


def takes(command: Sequence[str], text: str, folder: Path) -> bool:
    path = folder / "file.yml"
    path.write_text(text)
    return subprocess.run([*command, str(path)], capture_output=True, check=False).returncode == 0


def is_old(tool: str) -> bool:
    """Say whether the tool is the version for which the fixtures' `3+` and `3-` are the other way round."""
    done = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False)
    return re.search(r"version (?:2\.42\.|0\.25\.)", done.stdout + done.stderr) is not None


@pytest.mark.parametrize("kind", sorted(COMMANDS))
def test_verdicts(kind: str) -> None:
    wrong = [text for mark, text in cases(kind) if (not ours(kind, text)) != mark.endswith("+")]
    assert wrong == []
    assert len(cases(kind)) >= LEAST[kind]


@pytest.mark.parametrize("kind", sorted(COMMANDS))
def test_the_program_agrees(kind: str, tmp_path: Path) -> None:
    command = COMMANDS[kind]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    old = is_old(command[0])
    wrong = []
    for mark, text in cases(kind):
        newer = mark.startswith("3")
        if old or mark in "+-":
            taken = takes(command, text, tmp_path)
            wrong += [(mark, text)] if taken != (mark.endswith("+") != newer) else []
    assert wrong == []


def test_expressions() -> None:
    refused, taken = lines("expressions_refused"), [text.removeprefix("3> ") for text in lines("expressions_taken")]
    assert [text for text in refused if parse_promql(text).tree is not None] == []
    assert [text for text in taken if parse_promql(text).tree is None] == []
    assert len(refused) >= 140


def test_an_expression_that_does_not_parse_has_one_error() -> None:
    read = [parse_promql(text) for text in lines("expressions_refused")]
    assert all(len(one.errors) >= 1 for one in read)
    assert all(0 <= span.start <= span.end <= len(one.text) for one in read for span, _ in one.errors)


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed")
def test_promtool_agrees_on_expressions(tmp_path: Path) -> None:
    every = [*lines("expressions_refused"), *lines("expressions_taken")]
    texts = [text.removeprefix("3> ") for text in every]
    rules = "".join(f"  - record: r{n}\n    expr: {json.dumps(text)}\n" for n, text in enumerate(texts))
    path = tmp_path / "rules.yml"
    path.write_text(f"groups:\n- name: g\n  rules:\n{rules}")
    command = [*COMMANDS["rules"], str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    refused = {int(number) for number in re.findall(r'rule \d+, "r(\d+)"', done.stdout + done.stderr)}
    old = is_old("promtool")
    expected = {n for n in range(len(every)) if n < len(lines("expressions_refused")) or every[n].startswith("3> ")}
    newer = {n for n in range(len(every)) if every[n].startswith("3> ")}
    assert (refused ^ expected) - (set() if old else newer) == set()
