"""Programs that run many linters, and which of them their settings leave.

https://github.com/super-linter/super-linter and https://megalinter.io/latest/configuration, read 2025.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.stack.linters import SUPER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.stack.reached import Reached

# super-linter's and MegaLinter's names of linters, by ours; a name of MegaLinter begins with the language's key.
_SUPER: Final = {
    "ruff": ("PYTHON_RUFF",),
    "flake8": ("PYTHON_FLAKE8",),
    "markdownlint": ("MARKDOWN", "NATURAL_LANGUAGE_NONE"),
    "eslint": ("JAVASCRIPT_ES", "TYPESCRIPT_ES", "JSX", "TSX", "JAVASCRIPT_STANDARD", "TYPESCRIPT_STANDARD"),
    "biome": ("BIOME_LINT",),
    "shellcheck": ("BASH",),
    "hadolint": ("DOCKERFILE_HADOLINT", "DOCKERFILE"),
    "golangci-lint": ("GO", "GO_MODULES"),
    "clippy": ("RUST_CLIPPY",),
    "rubocop": ("RUBY",),
    "phpcs": ("PHP", "PHP_PHPCS", "PHP_PHPSTAN", "PHP_BUILTIN"),
    "java": ("JAVA", "KOTLIN", "GOOGLE_JAVA_FORMAT"),
    "tflint": ("TERRAFORM_TFLINT", "TERRAFORM_FMT"),
    "clang-tidy": ("CPP", "CLANG_FORMAT"),
    "luacheck": ("LUA",),
    "perlcritic": ("PERL",),
    "dotnet": ("CSHARP",),
    "psscriptanalyzer": ("POWERSHELL",),
    "scala": ("SCALAFMT",),
    "yamllint": ("YAML",),
}
_MEGA: Final = {
    "ruff": ("PYTHON", "PYTHON_RUFF"),
    "markdownlint": ("MARKDOWN", "MARKDOWN_MARKDOWNLINT", "MARKDOWN_RUMDL"),
    "eslint": ("JAVASCRIPT", "TYPESCRIPT", "JAVASCRIPT_ES", "TYPESCRIPT_ES"),
    "shellcheck": ("BASH", "BASH_SHELLCHECK"),
    "hadolint": ("DOCKERFILE", "DOCKERFILE_HADOLINT"),
    "golangci-lint": ("GO", "GO_GOLANGCI_LINT"),
    "clippy": ("RUST", "RUST_CLIPPY"),
    "rubocop": ("RUBY", "RUBY_RUBOCOP"),
    "phpcs": ("PHP", "PHP_PHPCS"),
    "java": ("JAVA", "JAVA_CHECKSTYLE", "KOTLIN"),
    "tflint": ("TERRAFORM", "TERRAFORM_TFLINT"),
    "clang-tidy": ("CPP", "CPP_CPPCHECK"),
    "luacheck": ("LUA",),
    "perlcritic": ("PERL",),
    "dotnet": ("CSHARP",),
    "psscriptanalyzer": ("POWERSHELL",),
    "scala": ("SCALA",),
    "yamllint": ("YAML", "YAML_YAMLLINT"),
}


def super_linter(reached: Reached) -> str:
    """Return which of the programs an action or a command is, "" for none."""
    uses = reached.uses.partition("@")[0].lower().removeprefix("docker://").partition(":")[0]
    for name, actions in SUPER.items():
        if any(uses == action or uses.startswith(action + "/") for action in actions):
            return name
    names = {form[0] for form in reached.forms}
    if names & {"mega-linter-runner", "megalinter"}:
        return "megalinter"
    if "super-linter" in names:
        return "super-linter"
    return "trunk" if any(form[:2] == ("trunk", "check") for form in reached.forms) else ""


def run_by(name: str, reached: Reached, *, settings_file: bool) -> frozenset[str]:
    """Return our names of the linters that such a program runs here.

    `settings_file`: it reads a file that is not looked into, so that any of them may run.
    """
    if name == "trunk" or settings_file:
        return frozenset(_SUPER)
    variables = _variables(reached)
    return _super(variables) if name == "super-linter" else _mega(variables)


def _variables(reached: Reached) -> dict[str, str]:
    way = reached.way
    given = [*(way.pipeline.env if way.pipeline else ())]
    for job in way.jobs:
        given.extend(job.env)
    given.extend(way.step.env if way.step else ())
    assigned = reached.command.assigned if reached.command else ()
    return {setting.name: setting.text or "" for setting in given} | {name: text or "" for name, text in assigned}


def _super(variables: Mapping[str, str]) -> frozenset[str]:
    said = {
        name.removeprefix("VALIDATE_"): text.lower() == "true" for name, text in variables.items() if _is_switch(name)
    }
    if any(said.values()):
        return frozenset(ours for ours, theirs in _SUPER.items() if any(said.get(name) for name in theirs))
    return frozenset(ours for ours, theirs in _SUPER.items() if not any(said.get(name) is False for name in theirs[:1]))


def _is_switch(name: str) -> bool:
    return name.startswith("VALIDATE_") and name != "VALIDATE_ALL_CODEBASE"


def _mega(variables: Mapping[str, str]) -> frozenset[str]:
    enabled = _listed(variables, "ENABLE", "ENABLE_LINTERS")
    disabled = _listed(variables, "DISABLE", "DISABLE_LINTERS")
    return frozenset(
        ours
        for ours, theirs in _MEGA.items()
        if (not enabled or enabled & set(theirs)) and not disabled & set(theirs[:2])
    )


def _listed(variables: Mapping[str, str], *names: str) -> set[str]:
    return {
        part.strip() for name in names for part in variables.get(name, "").replace("\n", ",").split(",") if part.strip()
    }
