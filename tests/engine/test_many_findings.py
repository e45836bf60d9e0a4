"""A file with very many findings of one rule: the first are listed, and the last one says that there are more."""

from __future__ import annotations

import time

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.check import MORE, MOST
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

EVERYTHING = Settings(select=("ALL",))
HEAD = "services:\n  a:\n    image: acme/a:1.0\n"
TEXTS = {
    "services without a tag": "services:\n" + "".join(f"  s{i}: {{image: nginx}}\n" for i in range(10_000)),
    "one port": HEAD + "    ports:\n" + "      - 80:80\n" * 30_000,
    "mounts": HEAD + "    volumes:\n" + "".join(f"      - '/etc:/x{i}'\n" for i in range(30_000)),
    "unknown keys": HEAD + "".join(f"    key{i}: 1\n" for i in range(30_000)),
    "one variable": HEAD + "    environment:\n" + "      - A=1\n" * 40_000,
    "unknown services": HEAD + "    depends_on:\n" + "".join(f"      - d{i}\n" for i in range(30_000)),
    "aliases": "x: &x {image: a, privileged: true}\nservices:\n" + "".join(f"  s{i}: *x\n" for i in range(20_000)),
    "bad variables": HEAD + "    environment:\n" + "".join(f"      A{i}: ${{x!}}\n" for i in range(20_000)),
    "circles": "services:\n"
    + "".join(f"  s{i}: {{image: 'a:1', links: [{', '.join(f's{j}' for j in range(150))}]}}\n" for i in range(150)),
}


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_no_rule_lists_more_than_the_limit_and_the_last_one_says_so(name: str) -> None:
    plan = make(rules(), EVERYTHING)
    run(MemoryFiles({"compose.yaml": HEAD}), EVERYTHING, plan)  # imports what it needs
    start = time.process_time()
    result = run(MemoryFiles({"compose.yaml": TEXTS[name]}), EVERYTHING, plan)
    spent = time.process_time() - start
    assert result.crashed == ()
    by_rule: dict[str, list[str]] = {}
    for finding in result.findings:
        by_rule.setdefault(finding.rule, []).append(finding.message)
    assert any(len(messages) == MOST + 1 for messages in by_rule.values())
    for messages in by_rule.values():
        assert len(messages) <= MOST + 1
        assert sum(message.endswith(MORE) for message in messages) == (len(messages) == MOST + 1)
    assert spent < 2.5  # below 1 s on a machine that does nothing else
