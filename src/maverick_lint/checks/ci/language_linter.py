"""Each language of the repository is linted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.ci._home import home
from maverick_lint.core.finding import Hit, Related
from maverick_lint.core.span import Place, Span
from maverick_lint.stack.languages import languages
from maverick_lint.stack.linters import LINTERS
from maverick_lint.stack.pipelines import joined
from maverick_lint.stack.roles import is_opaque_lint, languages_of, linters_of, runs_npm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack

_OWN_RULES: Final = frozenset({"Python", "Markdown"})
_USUAL: Final = {
    "JavaScript": "eslint or biome",
    "Go": "golangci-lint",
    "Rust": "clippy",
    "shell": "shellcheck",
    "Dockerfile": "hadolint",
    "Ruby": "rubocop",
    "PHP": "phpstan or phpcs",
    "Java": "checkstyle or spotbugs",
    "Kotlin": "ktlint or detekt",
    "C": "clang-tidy or cppcheck",
    "C#": "dotnet format",
    "Terraform": "tflint",
    "Lua": "luacheck",
    "Perl": "perlcritic",
    "Swift": "swiftlint",
    "Scala": "scalafix",
    "Elixir": "credo",
    "Dart": "dart analyze",
    "Haskell": "hlint",
    "PowerShell": "PSScriptAnalyzer",
}


def check(stack: Stack, options: Options) -> Iterator[Hit]:
    """Yield one hit for each language that no linter of CI judges."""
    model = joined(stack)
    if not model.complete:
        return
    judged = languages_of(name for reached in model.reached for name in linters_of(reached, stack))
    opaque = [reached for reached in model.reached if is_opaque_lint(reached, stack)]
    known = {language for linter in LINTERS for language in linter.languages}
    for language, paths in languages(stack).items():
        if language in judged or language in _OWN_RULES or language not in known or language in options["ignore"]:
            continue
        if any(not runs_npm(reached) or language == "JavaScript" for reached in opaque):
            continue
        noun = "Dockerfile" if language == "Dockerfile" else f"{language} file"
        count = f"{len(paths)} {noun}{'s' if len(paths) > 1 else ''}"
        values = {"count": count, "linter": _USUAL[language], "first": paths[0]}
        yield Hit(home(stack), values, related=(Related(Place(paths[0], Span(0, 0)), f"the first {language} file"),))
