"""A linter or a test that no change can fail by enforces nothing."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

RULES = ("ci/lint-job", "ci/test-job", "ci/ruff")
PLAN = make(rules(), Settings(select=RULES))


def found(workflow: str, **more: str) -> list[str]:
    files = {"src/app.py": "print(1)\n", "ruff.toml": "line-length = 100\n", ".github/workflows/ci.yml": workflow}
    result = run(MemoryFiles({**files, **more}), Settings(select=RULES), PLAN)
    assert not result.crashed
    return [f"{f.rule} {'loose' if 'no change can fail' in f.message else 'absent'}" for f in result.findings]


def workflow(*steps: str, on: str = "pull_request", job: str = "") -> str:
    lines = "".join(f"      - {step}\n" for step in steps)
    return f"on: {on}\njobs:\n  check:\n    runs-on: ubuntu-24.04\n{job}    steps:\n{lines}"


BOTH = ("run: ruff check .", "run: pytest")
LOOSE = ["ci/lint-job loose", "ci/ruff loose", "ci/test-job loose"]


def test_what_can_fail_is_enough() -> None:
    assert found(workflow(*BOTH)) == []


@pytest.mark.parametrize(
    "text",
    [
        workflow("run: ruff check . || true", "run: pytest || echo failed"),
        workflow("{run: ruff check ., continue-on-error: true}", "{run: pytest, continue-on-error: true}"),
        workflow(*BOTH, job="    continue-on-error: true\n"),
        workflow(*BOTH, on='{pull_request: {paths: ["docs/**"]}}'),
        workflow(*BOTH, on='{pull_request: {paths-ignore: ["src/**"]}}'),
        workflow("run: ruff check --exit-zero .", "run: pytest | tee log"),
    ],
    ids=["or true", "steps", "job", "paths", "paths-ignore", "flags and pipes"],
)
def test_what_cannot_fail_enforces_nothing(text: str) -> None:
    assert sorted(found(text)) == LOOSE


@pytest.mark.parametrize(
    "text",
    [
        workflow(*BOTH, on='{pull_request: {paths: ["**.py", "!docs/**"]}}'),
        workflow(*BOTH, on='{pull_request: {paths-ignore: ["**.md"]}}'),
        workflow("run: ruff check . || true", "run: pytest || true", *BOTH),
        workflow("{run: ruff check ., continue-on-error: '${{ false }}'}", "run: pytest"),
    ],
    ids=["paths of the source", "others ignored", "once more", "false"],
)
def test_what_fails_somewhere_counts(text: str) -> None:
    assert found(text) == []


def test_a_step_that_never_runs_for_a_change_is_absent() -> None:
    text = workflow(
        "{run: ruff check ., if: \"github.ref == 'refs/heads/main'\"}", "run: pytest", on="[push, pull_request]"
    )
    assert sorted(found(text)) == ["ci/lint-job absent", "ci/ruff absent"]
