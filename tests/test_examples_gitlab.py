"""The shop on GitLab: a broken pipeline, and the same one repaired, of which every repair matters.

`python tests/test_examples_gitlab.py` writes the list of findings anew; read the difference before it is kept.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules
from test_examples import found

ROOT = Path(__file__).parent.parent
LIST = ROOT / "tests" / "fixtures" / "shop-gitlab.txt"
FIXED = ROOT / "examples" / "shop-gitlab-fixed"
CI, DEPLOY = ".gitlab-ci.yml", ".gitlab/ci/deploy.yml"
# What is done to the repaired shop, and the rule that sees it.
HARM = [
    (CI, "    - make lint\n", "    - echo lint\n", "ci/ruff"),
    (CI, "    - make test\n", "    - echo test\n", "ci/test-job"),
    (CI, "$CI_MERGE_REQUEST_TITLE", "feat: fixed", "ci/pr-title-commitlint"),
    (CI, "markdownlint-cli2@0.15.0", "prettier@3.6.2", "ci/markdownlint"),
    (CI, "    - hadolint Dockerfile\n", "    - echo no\n", "ci/language-linter"),
    (CI, "    - make test\n", "    - make test || true\n", "ci/failure-ignored"),
    (CI, 'if: $CI_PIPELINE_SOURCE == "merge_request_event"', "if: $CI_COMMIT_TAG", "ci/on-pull-request"),
    (CI, "options: [staging, production]", "options: [staging]", "deploy/environment-choice"),
    (DEPLOY, "      when: manual\n", "", "deploy/manual-dispatch"),
    (DEPLOY, "  script:\n", "  script:\n    - docker build --tag shop .\n", "deploy/never-builds"),
    (DEPLOY, "deploy@$DEPLOY_HOST", "deploy@203.0.113.7", "deploy/secret-credentials"),
    (DEPLOY, "$CI_REGISTRY_IMAGE:$VERSION", "registry.example.org/shop:latest", "deploy/versioned-image"),
    (DEPLOY, "/opt/shop/scripts/deploy.sh", "git -C /opt/shop pull #", "deploy/no-git-pull"),
    (DEPLOY, "/opt/shop/scripts/deploy.sh", "docker run --detach --name shop", "deploy/runs-script"),
    ("scripts/rollback.sh", "", None, "deploy/rollback"),
]


def judged(texts: dict[str, str]) -> set[str]:
    """Return the rules of the standard profile that find something in a project of texts."""
    settings = Settings(profile="standard")
    return {finding.rule for finding in run(MemoryFiles(texts), settings, make(rules(), settings)).findings}


def fixed() -> dict[str, str]:
    """Return the texts of the repaired shop by path."""
    files = [path for path in sorted(FIXED.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(FIXED).as_posix(): path.read_text() for path in files}


def test_the_broken_shop_has_exactly_the_listed_findings() -> None:
    assert found("shop-gitlab") == LIST.read_text().splitlines()


def test_the_broken_shop_breaks_many_rules_of_gitlab_and_of_deployments() -> None:
    names = {line.partition(" ")[0] for line in LIST.read_text().splitlines()}
    assert len([name for name in names if name.startswith("gitlab-ci/")]) >= 15
    assert len([name for name in names if name.startswith("deploy/")]) >= 15


def test_the_repaired_shop_is_clean() -> None:
    assert found("shop-gitlab-fixed") == []


@pytest.mark.parametrize(("path", "old", "new", "rule"), HARM)
def test_every_repair_matters(path: str, old: str, new: str | None, rule: str) -> None:
    texts = fixed()
    assert rule not in judged(texts)
    assert old in texts[path]
    if new is None:
        del texts[path]
    else:
        texts[path] = texts[path].replace(old, new)
    assert rule in judged(texts)


if __name__ == "__main__":
    LIST.write_text("".join(f"{line}\n" for line in found("shop-gitlab")))
