"""The linters of scripting languages: the names are those of their own pages, read in 2025 and 2026."""

from __future__ import annotations

from typing import Final

# (name, languages, ways to call it told apart by "|", words with which it does not lint, actions, pre-commit hooks)
Row = tuple[str, str, str, str, str, str]

SCRIPTED: Final[tuple[Row, ...]] = (
    (
        "ruff",
        "Python",
        "ruff",
        "format server rule config version clean analyze linter help --version",
        "astral-sh/ruff-action chartboost/ruff-action",
        "ruff ruff-check ruff-lint",
    ),
    (
        "flake8",
        "Python",
        "flake8 | pflake8",
        "",
        "py-actions/flake8 suo/flake8-github-action",
        "flake8",
    ),
    (
        "pylint",
        "Python",
        "pylint | pylint_runner",
        "",
        "",
        "pylint",
    ),
    (
        "pycodestyle",
        "Python",
        "pycodestyle | pyflakes | pydocstyle | prospector | pylama | wemake | bandit | vulture | refurb | djlint",
        "",
        "",
        "pydocstyle bandit vulture djlint* pyupgrade",
    ),
    (
        "types",
        "Python",
        "mypy | pyright | basedpyright | ty check | pyre check | pytype",
        "",
        "jakebailey/pyright-action tsuyoshicho/action-mypy",
        "mypy pyright basedpyright",
    ),
    (
        "black",
        "Python",
        "black | isort | autopep8 --diff | yapf --diff",
        "",
        "psf/black isort/isort-action",
        "black isort",
    ),
    (
        "eslint",
        "JavaScript",
        (
            "eslint | eslint_d | next lint | ng lint | vue-cli-service lint | wp-scripts lint-js | react-scripts "
            "lint | nuxt lint | gts lint | tsdx lint | ember-template-lint"
        ),
        "",
        "sibiraj-s/action-eslint wearerequired/lint-action",
        "eslint",
    ),
    (
        "biome",
        "JavaScript",
        "biome check | biome ci | biome lint | ultracite",
        "",
        "",
        "biome-check biome-ci biome-lint",
    ),
    (
        "oxlint",
        "JavaScript",
        (
            "oxlint | xo | standard | ts-standard | semistandard | tslint | jshint | jslint | deno lint | "
            "svelte-check | quick-lint-js | rslint | vp lint | vp check"
        ),
        "",
        "",
        "oxlint quick-lint-js",
    ),
    (
        "shellcheck",
        "shell",
        "shellcheck | shellharden --check | bashate",
        "",
        (
            "ludeeus/action-shellcheck azohra/shell-linter redhat-plumbers-in-action/differential-shellcheck "
            "bewuethr/shellcheck-action luizm/action-sh-checker sudo-bot/action-shellcheck"
        ),
        "shellcheck* bashate",
    ),
    (
        "maverick-lint",
        "shell Dockerfile",
        "maverick-lint | maverick-lint check",
        "rules rule files explain config",
        "maverick-lint/maverick-lint",
        "maverick-lint*",
    ),
    (
        "rubocop",
        "Ruby",
        "rubocop | standardrb | reek | erblint | erb_lint | haml-lint | brakeman",
        "",
        "standardrb/standard-ruby-action",
        "rubocop standard*",
    ),
    (
        "phpcs",
        "PHP",
        (
            "phpcs | php-cs-fixer | phpstan | psalm | pint | phan | phpmd | ecs | rector --dry-run | "
            "parallel-lint | grumphp | larastan | phpinsights"
        ),
        "",
        "php-actions/phpstan php-actions/phpcs oskarstark/php-cs-fixer-ga",
        "php-cs* phpcs phpstan",
    ),
    (
        "luacheck",
        "Lua",
        "luacheck | selene | lua-language-server --check",
        "",
        "lunarmodules/luacheck",
        "luacheck selene",
    ),
    (
        "perlcritic",
        "Perl",
        "perlcritic | perl -c | perltidy",
        "",
        "",
        "perlcritic",
    ),
    (
        "psscriptanalyzer",
        "PowerShell",
        "Invoke-ScriptAnalyzer | invoke-scriptanalyzer",
        "",
        "microsoft/psscriptanalyzer-action",
        "",
    ),
)
