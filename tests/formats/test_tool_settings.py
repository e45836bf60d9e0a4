"""Settings of tools: pre-commit, commitlint, Markdown linters, pyproject.toml, package.json."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maverick_lint.core.facts.tasks import Hook, HookSettings, ToolSettings
from maverick_lint.engine.classify import by_path
from task_facts import at, lines, read, stated, targets

KINDS = {
    "pre-commit": ".pre-commit-config.yaml",
    "commitlint": "commitlint.config.js",
    "markdownlint": ".markdownlint.jsonc",
    "pyproject": "pyproject.toml",
    "ruff-config": "ruff.toml",
    "package-json": "package.json",
}
# fmt: off
PIECES = st.sampled_from([
    "[tool.", "a", "]", "=", '"', "'", '"""', "{", "}", ":", "- ", "\n", "\r\n", "#", "//", "/*", "*/", "extends",
    ",", "/", "\\", "é", "1"
])
# fmt: on


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (".commitlintrc", "commitlint"),
        ("web/commitlint.config.cts", "commitlint"),
        (".markdownlint-cli2.jsonc", "markdownlint"),
        (".github/linters/.markdown-lint.yml", "markdownlint"),
        (".mdlrc", "markdownlint"),
        ("app/pyproject.toml", "pyproject"),
        (".ruff.toml", "ruff-config"),
        ("GNUmakefile", "makefile"),
        ("build/rules.mk", "makefile"),
        ("Taskfile.dist.yaml", "taskfile"),
    ],
)
def test_known_by_name(path: str, kind: str) -> None:
    guess = by_path(path)
    assert guess is not None
    assert guess.kind == kind


def test_hooks_with_their_stages() -> None:
    text = (
        "default_stages: [pre-push]\nci:\n  skip: [mypy]\nrepos:\n  - repo: local\n    hooks:\n"
        "      - id: lint\n        entry: make lint\n        stages: [manual]\n      - {id: mypy, args: [--strict]}\n"
    )
    values = stated("pre-commit", ".pre-commit-config.yaml", text)
    hooks = [value for value in values if isinstance(value, Hook)]
    assert [(hook.id, hook.stages, hook.entry, hook.args) for hook in hooks] == [
        ("lint", ("manual",), "make lint", ()),
        ("mypy", ("pre-push",), "", ("--strict",)),
    ]
    assert text[hooks[0].place.span.start : hooks[0].place.span.end] == "lint"
    settings = next(value for value in values if isinstance(value, HookSettings))
    assert settings.ci
    assert settings.ci_skip == ("mypy",)


@pytest.mark.parametrize(
    ("path", "text", "extends", "known"),
    [
        ("commitlint.config.js", "module.exports = {extends: ['@commitlint/b']};", ["@commitlint/b"], True),
        ("commitlint.config.mjs", "export default {'extends': \"a\", rules: {x: /['\"]extends: 'b'/}}", ["a"], True),
        ("commitlint.config.js", "// extends: ['a']\n/* extends: 'b' */ module.exports = {}", [], True),
        ("commitlint.config.js", "module.exports = {...require('a')}", [], False),
        ("commitlint.config.ts", "const c = {extends: [base, 'a']}; export default c", ["a"], False),
        (".commitlintrc", "extends: a\n", ["a"], True),
        (".commitlintrc.json", '{"extends": ["a", "b"]}', ["a", "b"], True),
        (".commitlintrc.yml", "rules: {}\n", [], True),
    ],
)  # fmt: skip
def test_what_commitlint_extends(path: str, text: str, extends: list[str], known: bool) -> None:  # noqa: FBT001 - a parameter
    settings = stated("commitlint", path, text)[0]
    assert isinstance(settings, ToolSettings)
    assert (list(settings.extends), settings.known) == (extends, known)


def test_package_scripts_are_commands_at_their_places() -> None:
    text = (
        '{\n  "scripts": {"lint": "eslint . && prettier --check \\"src/**\\""},\n'
        '  "commitlint": {"extends": ["a"]}\n}\n'
    )
    lint = targets("package-json", "package.json", text)["lint"]
    assert lines(lint) == ["eslint .", "prettier --check src/**"]
    assert at(text, lint) == "eslint ."
    settings = [value for value in stated("package-json", "package.json", text) if isinstance(value, ToolSettings)]
    assert [(one.tool, one.extends) for one in settings] == [("commitlint", ("a",))]


def test_pyproject_has_tools_and_tasks() -> None:
    text = (
        '[project]\nname = "shop"\n\n[tool.ruff.lint]\nselect = ["ALL"]\n\n[tool.poe.tasks]\nlint = "ruff check ."\n'
        'all = ["lint", "test"]\ntest = {shell = "pytest || true"}\n\n'
        '[tool.hatch.envs.docs.scripts]\nbuild = ["mkdocs build"]\n'
    )
    found = targets("pyproject", "pyproject.toml", text)
    assert lines(found["lint"]) == ["ruff check ."]
    assert at(text, found["lint"]) == "ruff check ."
    assert found["all"].calls == ("lint", "test")
    assert found["test"].commands[0].ignored
    assert (found["build"].runner, lines(found["build"])) == ("hatch", ["mkdocs build"])
    ruff = next(
        one
        for one in stated("pyproject", "pyproject.toml", text)
        if isinstance(one, ToolSettings) and one.tool == "ruff"
    )
    assert text[ruff.place.span.start : ruff.place.span.end] == "tool.ruff.lint"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[tool.ruff\nline-length = 1\n", "f"),
        ("a = 1\nb = 1.2.3\n", ".3"),
        ("a = 1\na = 2\n", "2"),
        ('a = "x\n', '"x'),
    ],
)
def test_toml_errors_have_a_place(text: str, place: str) -> None:
    errors = read("pyproject", "pyproject.toml", text).errors
    assert len(errors) == 1
    shown = text[errors[0].span.start : errors[0].span.end]
    assert shown.strip()
    assert place in shown or text.count("\n", 0, errors[0].span.start) <= text.count("\n")


def test_templates_are_left_alone() -> None:
    assert not read("pyproject", "pyproject.toml", "[project]\nname = {{ cookiecutter.name }}\n").errors
    assert not read("package-json", "package.json", '{"name": {{ name }}}').errors


@given(st.sampled_from(sorted(KINDS)), st.lists(PIECES, max_size=30).map("".join))
def test_never_raises_and_stays_inside(kind: str, text: str) -> None:
    document = read(kind, KINDS[kind], text)
    for error in document.errors:
        assert 0 <= error.span.start <= error.span.end <= len(text)
    for comment in document.comments():
        assert text[comment.span.start : comment.span.end].lstrip()[:1] in ("#", "/")
    for value in stated(kind, KINDS[kind], text):
        assert value.place.span.end <= len(text)
