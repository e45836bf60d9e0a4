"""Commands that start other commands, and what runners are asked for."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.stack.hooks import call_of
from maverick_lint.stack.launchers import forms, heads, split
from maverick_lint.stack.runners import Asked, asked


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("uv run --group dev --python 3.12 ruff check", "ruff check"),
        ("uvx --from ruff@0.9 ruff check", "ruff check"),
        ("uv tool run ruff@latest check", "ruff check"),
        ("poetry run python -m pytest -x", "pytest -x"),
        ("python3.12 -W error -m coverage run -m pytest", "pytest"),
        ("python manage.py test", "manage.py test"),
        ("npx --yes @commitlint/cli --last", "commitlint --last"),
        ("npx markdownlint-cli2@0.17 a.md", "markdownlint-cli2 a.md"),
        ("pnpm --filter web exec eslint .", "eslint ."),
        ("go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.1.0 run", "golangci-lint run"),
        ("vendor/bin/phpstan analyse", "phpstan analyse"),
        ("docker run --rm -v /a:/b --network host hadolint/hadolint:2.12 hadolint Dockerfile", "hadolint Dockerfile"),
        ("docker run --rm --entrypoint shellcheck koalaman/img a.sh", "shellcheck a.sh"),
        ("docker compose -f ci.yml run --rm -e CI=1 app pytest -q", "pytest -q"),
        ("docker exec -it app sh -c 'cd /app && pytest tests'", "pytest tests"),
        ("bundle exec rspec", "rspec"),
    ],
)
def test_every_form_is_found(line: str, last: str) -> None:
    found = [" ".join(word or "?" for word in form) for form in forms(shlex.split(line))]
    assert last in found


def test_paths_of_scripts_are_kept() -> None:
    assert "./scripts/lint.sh" in heads(("bash", "-x", "./scripts/lint.sh", "a"))
    assert "tools/check.py" in heads(("uv", "run", "python", "tools/check.py"))


def test_unknown_words_end_it() -> None:
    assert forms((None, "x")) == ()
    assert forms(("uv", "run", None)) == (("uv", "run", None),)


def test_lines_are_split_at_operators() -> None:
    assert list(split("A=1 npm ci && npm test || echo 'a; b' | tee $LOG")) == [
        ("npm", "ci"),
        ("npm", "test"),
        ("echo", "a; b"),
        ("tee", None),
    ]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("make -j 4 -C web lint CI=1", Asked("make", ("4", "lint"), "web")),
        ("make -j4 lint", Asked("make", ("lint",))),
        ("make", Asked("make")),
        ("npm t", Asked("npm", ("test",))),
        ("npm --prefix web run lint", Asked("npm", ("lint",), "web")),
        ("yarn workspace web lint", Asked("npm", ("lint",))),
        ("pnpm -r run test", Asked("npm", ("test",), everywhere=True)),
        ("nx run-many -t lint,test", Asked("npm", ("lint", "test"), everywhere=True)),
        ("tox run -e lint,py312 -- -x", Asked("tox", ("lint", "py312"))),
        ("nox -s lint tests-3.12", Asked("nox", ("lint", "tests-3.12"))),
        ("just -f web/justfile lint", Asked("just", ("lint",))),
        ("hatch run dev:lint", Asked("hatch", ("lint",))),
        ("poe -C api lint src", Asked("poe", ("lint",), "api")),
    ],
)
def test_what_a_runner_is_asked_for(line: str, wanted: Asked) -> None:
    assert asked(tuple(line.split())) == wanted


@pytest.mark.parametrize(
    ("line", "started"),
    [
        ("pipx run ruff==0.8.1 check .", ("ruff", "check", ".")),
        ("uvx ruff>=0.8 check", ("ruff", "check")),
        ("uv tool run pytest[testing] -q", ("pytest", "-q")),
        ("npx markdownlint-cli2@0.15.0 **/*.md", ("markdownlint-cli2", "**/*.md")),
    ],
)
def test_a_version_is_no_part_of_the_name(line: str, started: tuple[str, ...]) -> None:
    assert forms(tuple(line.split()))[-1] == started


@pytest.mark.parametrize("line", ["npm ci", "npm install", "yarn install", "bun test", "ruff check", "pnpm dlx x"])
def test_other_commands_ask_for_nothing(line: str) -> None:
    assert asked(tuple(line.split())) is None


def test_hooks_are_run_over_files_only() -> None:
    assert call_of(("pre-commit", "run")) is None
    assert call_of(("pre-commit", "install")) is None
    call = call_of(("prek", "run", "ruff", "--all-files", "--skip", "mypy", "--hook-stage", "push", "-c", "x.yaml"))
    assert call is not None
    assert (call.ids, call.stage, call.skipped, call.config) == (("ruff",), "pre-push", frozenset({"mypy"}), "x.yaml")


PIECES = ["uv", "run", "npx", "-p", "sh", "-c", "a && b", "docker", "compose", "python", "-m", "--", "make", "x", "'"]
WORDS = st.lists(st.sampled_from(PIECES) | st.none(), max_size=8)


@given(WORDS)
def test_any_words_end(words: list[str | None]) -> None:
    for form in forms(words):
        assert form[0] is not None
        asked(form)
        call_of(form)
