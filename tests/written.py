"""Deploy scripts written in many ways: a sound script of which a text replaces a part, and what is found in it.

A file of tests/fixtures/scripts holds one family of faults: its rule, the part of the script that its texts replace,
and the texts. `«` and `»` stand around what a finding must cover; a text without them is sound. A text may be a mapping
of several parts, and `in` puts the script into a workflow, a GitLab job or a here-document.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

FOLDER = Path(__file__).parent / "fixtures" / "scripts"
OPEN, CLOSE = "«", "»"
# The parts of a sound deployment, in the order of the script.
PARTS = {
    "first": "#!/usr/bin/env bash\n",
    "mode": "set -euo pipefail\n",
    "lock": "exec 9>/var/lock/shop.lock\nflock -n 9\n",
    "arguments": 'IMAGE="${1:?usage: deploy.sh IMAGE}"\n',
    "side": 'live="$(cat /var/lib/shop/port)"\nif [ "$live" = 8000 ]; then next=8001; else next=8000; fi\n',
    "trap": "trap 'docker rm -f \"shop-$next\"' ERR\n",
    "free": 'docker rm -f "shop-$next" || true\n',
    "run": 'docker run -d --name "shop-$next" --restart always --env-file /etc/shop/env'
    ' -p "127.0.0.1:$next:8000" "$IMAGE"\n',
    "wait": 'curl --retry 30 --retry-connrefused -fsS -m 5 "http://127.0.0.1:$next/health"\n',
    "edit": 'sed "s/PORT/$next/" /opt/shop/site.template > /etc/nginx/conf.d/shop.conf\n',
    "test": "nginx -t\n",
    "switch": "nginx -s reload\n",
    "record": 'echo "$next" > /var/lib/shop/port\n',
    "retire": 'sleep 30\ndocker rm -f "shop-$live" || true\n',
    "last": "trap - ERR\n",
}
_WORKFLOW = """\
name: Deploy
on: workflow_dispatch
concurrency: deploy
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    environment: production
    steps:
"""
# What a script is put into: the path, the text before it, the blanks before each line, the text after it.
HOLDERS = {
    "run": (".github/workflows/deploy.yml", f"{_WORKFLOW}      - run: |\n", 10, ""),
    "ssh-action": (
        ".github/workflows/deploy.yml",
        f"{_WORKFLOW}      - uses: appleboy/ssh-action@v1\n        with:\n          script: |\n",
        12,
        "",
    ),
    "gitlab": (
        ".gitlab-ci.yml",
        "deploy:\n  environment: production\n  resource_group: production\n  script:\n    - |\n",
        6,
        "",
    ),
    "here-document": (
        "deploy.sh",
        "#!/bin/bash\nset -euo pipefail\nssh -o ConnectTimeout=5 ship@example.com bash <<'REMOTE'\n",
        0,
        "REMOTE\n",
    ),
}
# Rules about the holder itself, and that ask for what one file cannot have.
_ASIDE = ("deploy/runs-script", "deploy/secret-credentials", "deploy/environment-choice", "deploy/manual-dispatch",
          "deploy/pre-deploy-checks", "deploy/verifies-deployment", "deploy/registry-image",
          "deploy/versioned-image", "shell/shellcheck")  # fmt: skip


class Written(NamedTuple):
    """A text of a family, the files that it makes, and the stretches that are to be found: (path, start, end)."""

    family: str
    number: int
    rule: str
    files: dict[str, str]
    expected: list[tuple[str, int, int]]

    @property
    def name(self) -> str:
        """The text's name in a test's output."""
        return f"{self.family}-{'faulty' if self.expected else 'sound'}-{self.number}"


def families() -> dict[str, list[Written]]:
    """Return the texts of every family by its name."""
    return {path.stem: list(_family(path)) for path in sorted(FOLDER.glob("*.yaml"))}


def found(text: Written) -> list[tuple[str, str, int, int]]:
    """Return all that the rules over deployments and scripts find in a text: rule, path, start, end."""
    settings = Settings(select=("deploy", "shell"), ignore=_ASIDE)
    result = run(MemoryFiles(text.files), settings, make(rules(), settings))
    assert not result.crashed
    return [(one.rule, one.location.path, one.span.start, one.span.end) for one in result.findings]


def _family(path: Path) -> list[Written]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    made = []
    for number, given in enumerate([*data["faulty"], *data["sound"]], 1):
        parts = {data["part"]: given} if isinstance(given, str) else given
        files, expected = _unmarked(_placed(parts, data.get("with", {})))
        made.append(Written(path.stem, number, data["rule"], files, expected))
        assert bool(expected) == (number <= len(data["faulty"])), made[-1].name
    return made


def _placed(given: dict[str, Any], usual: dict[str, Any]) -> dict[str, str]:
    """Return the files of a text, marks left in."""
    files = {**usual.get("files", {}), **given.get("files", {})}
    parts: dict[str, Any] = {**PARTS, **usual, **given}
    text = given.get("whole", "".join(parts[name] for name in PARTS))
    path, before, blanks, after = HOLDERS.get(given.get("in", ""), (parts.get("path", "deploy.sh"), "", 0, ""))
    if blanks:
        text = text.removeprefix(PARTS["first"])
        files |= {"Dockerfile": "FROM scratch\n", "rollback.sh": "#!/bin/sh\nset -eu\nexit 1\n"}
    lines = (" " * blanks + line if line.strip() else line for line in text.splitlines(keepends=True))
    # a workflow may be given by its steps alone
    files = {name: _WORKFLOW + text if text.startswith("      - ") else text for name, text in files.items()}
    return {path: f"{before}{''.join(lines)}{after}", **files}


def _unmarked(files: dict[str, str]) -> tuple[dict[str, str], list[tuple[str, int, int]]]:
    clean: dict[str, str] = {}
    expected: list[tuple[str, int, int]] = []
    for path, text in files.items():
        first, *others = text.split(OPEN)
        pieces, length = [first], len(first)
        for stretch in others:
            inner, _, rest = stretch.partition(CLOSE)
            expected.append((path, length, length + len(inner)))
            pieces += [inner, rest]
            length += len(inner) + len(rest)
        clean[path] = "".join(pieces)
    return clean, expected
