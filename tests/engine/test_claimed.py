"""Files that only other files show to be configurations are read as what they are."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from rule_examples import ALL_RULES


def test_what_a_dockerfile_copies_is_claimed_beside_facts_of_every_kind() -> None:
    files = MemoryFiles(
        {
            ".pre-commit-config.yaml": "repos:\n  - repo: local\n    hooks:\n"
            "      - {id: a, name: a, entry: ./a, language: system, stages: [pre-push]}\n",
            "Dockerfile": "FROM nginx:1.27\nCOPY proxy /etc/nginx/conf.d/proxy.conf\n",
            "proxy": "proxy_set_header Host $host;\n",
        }
    )
    settings = Settings(select=("nginx/syntax",))
    result = run(files, settings, make({rule.id: rule for rule in ALL_RULES}, settings))
    assert not result.crashed, [finding.message for finding in result.findings]
    assert result.guesses["proxy"][0] == "nginx"
