"""What pipelines really reach, whatever they go through."""

from __future__ import annotations

import pytest

from maverick_lint.config.model import Settings
from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.repository import PathFact
from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, facts_of, parse, recognise
from maverick_lint.stack.languages import languages
from maverick_lint.stack.model import Stack, build
from maverick_lint.stack.pipelines import joined
from maverick_lint.stack.roles import linters_of, runs_tests

CI = ".github/workflows/ci.yml"
HOOKS = ".pre-commit-config.yaml"
TWO_HOOKS = "repos: [{repo: x, hooks: [{id: ruff}, {id: mypy}]}]\n"
OWN_HOOK = "repos: [{repo: local, hooks: [{id: x, entry: make x}]}]\n"
PACKAGE = '{"scripts": {"lint": "ruff check"}}'
RUNNERS = [
    "go test ./...",
    "./gradlew check",
    "mvn -B -q verify",
    "python -m unittest",
    "cargo nextest run",
    "npx playwright test",
    "php artisan test",
    "bin/rails test",
]


def stack_of(texts: dict[str, str]) -> Stack:
    """Return the stack of these files."""
    files = MemoryFiles(texts)
    facts: list[Fact] = []
    kinds = {}
    for path, entry in files.entries().items():
        kinds[path] = recognise(files, entry, Settings().kinds).guess.kind
        facts.extend(facts_of(parse(kinds[path], Source(path, texts[path]), FilesReader(files))))
    return build(facts, files.entries(), kinds)


def workflow(*steps: str, on: str = "pull_request", job: str = "") -> str:
    """Return a workflow with one job that has these steps, and further keys of the job."""
    listed = "\n".join(f"      - {step}" for step in steps)
    return f"on: {on}\njobs:\n  one:\n    runs-on: ubuntu-24.04\n{job}    steps:\n{listed}\n"


def linters(texts: dict[str, str]) -> set[str]:
    """Return the linters that CI reaches and whose failure counts."""
    stack = stack_of(texts)
    return {name for one in joined(stack).reached if one.way.loose is None for name in linters_of(one, stack)}


def test_a_circle_of_targets_ends() -> None:
    makefile = "a: b\n\t$(MAKE) c\nb: a\nc:\n\tnpm run c\n\truff check\n"
    package = '{"scripts": {"c": "make a"}}'
    assert linters({CI: workflow("run: make a"), "Makefile": makefile, "package.json": package}) == {"ruff"}


def test_a_circle_of_workflows_ends() -> None:
    one = "on: [pull_request, workflow_call]\njobs:\n  a:\n    uses: ./.github/workflows/two.yml\n"
    two = workflow("run: ruff check", on="workflow_call") + "  b:\n    uses: ./.github/workflows/ci.yml\n"
    assert linters({CI: one, ".github/workflows/two.yml": two}) == {"ruff"}


def test_the_way_is_kept() -> None:
    stack = stack_of({CI: workflow("run: make lint"), "Makefile": "lint:\n\truff check\n"})
    reached = next(one for one in joined(stack).reached if "ruff" in linters_of(one, stack))
    assert reached.place.path == "Makefile"
    assert [place.path for place, _ in reached.way.hops] == [CI, CI, "Makefile"]
    assert "target `lint`" in reached.way.related()[-1].message


@pytest.mark.parametrize(
    "text",
    [
        workflow("run: ruff check", job="    if: false\n"),
        workflow("{if: false, run: ruff check}"),
        workflow("run: ruff check || true"),
        workflow("{run: ruff check, continue-on-error: true}"),
        workflow("run: ruff check", job="    continue-on-error: true\n"),
        workflow("run: ruff check", job="    if: github.event_name == 'push'\n", on="[push, pull_request]"),
        workflow("run: echo ruff check"),
        workflow('run: "# ruff check"'),
        workflow("run: pip install ruff"),
        workflow("run: pre-commit run"),
    ],
)
def test_what_enforces_nothing(text: str) -> None:
    other = workflow("run: pytest")
    hooks = "repos:\n  - repo: x\n    hooks:\n      - id: ruff\n"
    assert linters({CI: text, ".github/workflows/other.yml": other, HOOKS: hooks}) == set()


@pytest.mark.parametrize(
    ("step", "files"),
    [
        ("run: cd web && npm run lint", {"web/package.json": PACKAGE}),
        ("run: npm run lint", {"package.json": '{"scripts": {"prelint": "ruff check", "lint": "true"}}'}),
        ("run: pnpm -r run lint", {"a/package.json": PACKAGE, "package.json": '{"scripts": {"lint": "true"}}'}),
        ("run: bash ./tools/lint.sh", {"tools/lint.sh": "#!/bin/bash\nruff check\n"}),
        ("run: ./all.sh", {"all.sh": "#!/bin/sh\n. tools/lint.sh\n", "tools/lint.sh": "#!/bin/sh\nruff check\n"}),
        ("run: sudo -E env A=1 timeout 60 ruff check", {}),
        ("run: docker compose run --rm app ruff check", {}),
        ("run: hatch run lint", {"pyproject.toml": '[tool.hatch.envs.default.scripts]\nlint = "ruff check"\n'}),
        ("{uses: nick-fields/retry@v3, with: {command: uvx ruff check}}", {}),
        ("{uses: super-linter/super-linter@v7, env: {VALIDATE_PYTHON_RUFF: true}}", {}),
        ("{uses: pre-commit/action@v3, with: {extra_args: ruff --all-files}}", {HOOKS: TWO_HOOKS}),
        ("run: uvx prek run -a", {HOOKS: OWN_HOOK, "Makefile": "x:\n\truff check\n"}),
    ],
)  # fmt: skip
def test_every_way_is_followed(step: str, files: dict[str, str]) -> None:
    assert linters({CI: workflow(step), **files}) == {"ruff"}


def test_hooks_that_are_skipped_do_not_run() -> None:
    config = "repos:\n  - repo: x\n    hooks: [{id: ruff}, {id: mypy}, {id: shellcheck, stages: [manual]}]\n"
    step = "{run: pre-commit run -a, env: {SKIP: 'mypy'}}"
    assert linters({CI: workflow(step), HOOKS: config}) == {"ruff"}
    service = config.replace("repos:", "ci: {skip: [ruff]}\nrepos:", 1)
    assert linters({CI: workflow("run: pytest"), HOOKS: service}) == {"types"}


def test_a_super_linter_runs_what_its_settings_leave() -> None:
    off = workflow("uses: super-linter/super-linter@v7", job="    env: {VALIDATE_MARKDOWN: false}\n")
    assert "ruff" in linters({CI: off})
    assert "markdownlint" not in linters({CI: off})
    only = workflow("{uses: oxsecurity/megalinter@v8, env: {ENABLE: 'PYTHON,BASH'}}")
    assert linters({CI: only}) == {"ruff", "shellcheck"}


@pytest.mark.parametrize("line", RUNNERS)
def test_test_runners_are_known(line: str) -> None:
    stack = stack_of({CI: workflow(f"run: {line}")})
    assert any(runs_tests(one) for one in joined(stack).reached)


@pytest.mark.parametrize(
    "line", ["go build ./...", "pytest --version", "npm ci", "docker build -t test .", "mkdir test"]
)
def test_what_is_no_test_run(line: str) -> None:
    stack = stack_of({CI: workflow(f"run: {line}")})
    assert not any(runs_tests(one) for one in joined(stack).reached)


def test_languages_are_those_of_the_project_itself() -> None:
    paths = ["src/a.py", "vendor/b.go", "x/testdata/c.sh", "eslint.config.mjs", "web/d.tsx", "docs/conf.py", "e_pb2.py",
             "examples/f.rb", "src/main/java/org/example/G.java", "h.min.js", "docker/app.Dockerfile"]  # fmt: skip
    files = {path: PathFact(path, 1, executable=False) for path in paths}
    stack = build([], files, {"docker/app.Dockerfile": "dockerfile"})
    assert languages(stack) == {
        "Python": ("src/a.py",),
        "JavaScript": ("web/d.tsx",),
        "Java": ("src/main/java/org/example/G.java",),
        "Dockerfile": ("docker/app.Dockerfile",),
    }
