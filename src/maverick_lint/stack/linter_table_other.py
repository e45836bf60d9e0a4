"""The linters of other languages and files: the names are those of their own pages, read in 2025 and 2026."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from maverick_lint.stack.linter_table import Row

OTHER: Final[tuple[Row, ...]] = (
    (
        "pre-commit-hooks",
        "",
        "",
        "",
        "",
        "check-* detect-* debug-statements forbid-* trailing-whitespace",
    ),
    (
        "tsc",
        "",
        "tsc --noEmit | vue-tsc",
        "",
        "",
        "tsc",
    ),
    (
        "prettier",
        "",
        "prettier --check | prettier -c | prettier --list-different | prettier -l | dprint check",
        "",
        "creyD/prettier_action dprint/check",
        "prettier dprint",
    ),
    (
        "stylelint",
        "",
        "stylelint | htmlhint | html-validate | lint-staged",
        "",
        "",
        "stylelint htmlhint",
    ),
    (
        "golangci-lint",
        "Go",
        "golangci-lint run",
        "",
        "golangci/golangci-lint-action reviewdog/action-golangci-lint",
        "golangci-lint*",
    ),
    (
        "go-vet",
        "Go",
        "go vet | staticcheck | revive | golint | gosec | nilaway | errcheck | go-critic | gocritic check",
        "",
        "dominikh/staticcheck-action morphy2k/revive-action securego/gosec",
        "go-vet* go-lint golint staticcheck go-staticcheck* go-revive*",
    ),
    (
        "clippy",
        "Rust",
        "cargo clippy | cargo-clippy | clippy-driver",
        "",
        "actions-rs/clippy-check auguwu/clippy-action giraffate/clippy-action",
        "clippy cargo-clippy",
    ),
    (
        "rustfmt",
        "",
        "cargo fmt --check | cargo fmt --all | cargo deny check | taplo",
        "",
        "EmbarkStudios/cargo-deny-action",
        "fmt cargo-check taplo*",
    ),
    (
        "shfmt",
        "",
        "shfmt -d | shfmt -l",
        "",
        "mvdan/shfmt",
        "shfmt* script-must-have-extension",
    ),
    (
        "hadolint",
        "Dockerfile",
        (
            "hadolint | dockerfilelint | dockerfile_lint | dockerfilelinter | tally lint | docker build --check | "
            "docker buildx build --check | buildx build --check | conftest test"
        ),
        "",
        (
            "hadolint/hadolint-action jbergstroem/hadolint-gh-action brpaz/hadolint-action "
            "burdzwastaken/hadolint-action ghe-actions/dockerfile-validator"
        ),
        "hadolint* dockerfilelint",
    ),
    (
        "java",
        "Java Kotlin",
        (
            "checkstyle | spotbugs | pmd check | google-java-format | ktlint | detekt | gradle check | gradlew "
            "check | gradle lint | gradlew lint | gradle build | gradlew build | gradle spotlessCheck | gradlew "
            "spotlessCheck | gradlew detekt | gradlew ktlintCheck | gradle checkstyleMain | gradlew "
            "checkstyleNohttp | mvn checkstyle:check | mvnw checkstyle:check | mvn verify | mvnw verify"
        ),
        "",
        "nikitasavinov/checkstyle-action dbelyaev/action-checkstyle",
        "checkstyle* ktlint detekt pretty-format-java pretty-format-kotlin",
    ),
    (
        "sonar",
        "Java Kotlin JavaScript Go C# PHP",
        "sonar-scanner | sonar:sonar",
        "",
        "SonarSource/sonarcloud-github-action SonarSource/sonarqube-scan-action",
        "",
    ),
    (
        "clang-tidy",
        "C",
        (
            "clang-tidy | run-clang-tidy | cppcheck | cpplint | clang-format | oclint | flawfinder | splint | "
            "scan-build | ninja scan-build | meson compile scan-build | clazy"
        ),
        "",
        "cpp-linter/cpp-linter-action jidicula/clang-format-action",
        "clang-tidy clang-format cppcheck cpplint",
    ),
    (
        "dotnet",
        "C#",
        "dotnet format | csharpier | jb inspectcode",
        "",
        "",
        "dotnet-format csharpier",
    ),
    (
        "tflint",
        "Terraform",
        (
            "tflint | terraform validate | terraform fmt | tofu validate | tofu fmt | tfsec | checkov | terrascan "
            "| terraform-linters"
        ),
        "",
        "terraform-linters/tflint-action bridgecrewio/checkov-action",
        "terraform_validate terraform_tflint terraform_fmt tflint",
    ),
    (
        "swiftlint",
        "Swift",
        "swiftlint | swiftformat --lint | swift-format lint | swift format lint",
        "",
        "norio-nomura/action-swiftlint",
        "swiftlint",
    ),
    (
        "scala",
        "Scala",
        "scalafmt | scalafix | scalastyle | sbt scalafmtCheckAll | sbt scalafmtCheck | sbt scalastyle",
        "",
        "",
        "scalafmt",
    ),
    (
        "credo",
        "Elixir",
        "mix credo | mix format | credo",
        "",
        "",
        "credo",
    ),
    (
        "dart",
        "Dart",
        "dart analyze | flutter analyze | dart format",
        "",
        "",
        "",
    ),
    (
        "hlint",
        "Haskell",
        "hlint | stan | weeder",
        "",
        "haskell-actions/hlint-run",
        "hlint",
    ),
    (
        "markdownlint",
        "Markdown",
        (
            "markdownlint | markdownlint-cli | markdownlint-cli2 | markdownlint-cli2-config | mdl | rumdl | rumdl "
            "check | pymarkdown scan | pymarkdownlnt scan | mdformat --check"
        ),
        "fmt init version config rule",
        (
            "DavidAnson/markdownlint-cli2-action nosborn/github-action-markdown-cli "
            "articulate/actions-markdownlint actionshub/markdownlint avto-dev/markdown-lint "
            "tcort/github-action-markdown-lint ruzickap/action-my-markdown-linter "
            "docker-practice/actions-setup-mdl reviewdog/action-markdownlint rvben/rumdl-action rvben/rumdl"
        ),
        "markdownlint* rumdl rumdl-check mdl",
    ),
    (
        "yamllint",
        "",
        (
            "yamllint | spectral lint | vacuum lint | redocly lint | buf lint | protolint | sqlfluff lint | "
            "squawk | ansible-lint | cfn-lint | actionlint | zizmor | dclint | docker-compose-linter | vale | "
            "textlint | proselint | codespell | typos | cspell | write-good | alex | editorconfig-checker | ec | "
            "eclint | check-jsonschema | jsonlint | taplo check | remark | kube-linter | helm lint | nixfmt "
            "--check | deadnix | statix | gixy | promtool check | amtool check-config | semgrep | reuse lint | "
            "addlicense -check | ls-lint | knip | jscpd | nginx-lint | j2lint | codeql | licensecheck | gitlint | "
            "misspell | prototool lint | regal lint | opa check"
        ),
        "",
        (
            "ibiqlik/action-yamllint karancode/yamllint-github-action rhysd/actionlint raven-actions/actionlint "
            "crate-ci/typos codespell-project/actions-codespell streetsidesoftware/cspell-action "
            "editorconfig-checker/action-editorconfig-checker ansible/ansible-lint errata-ai/vale-action "
            "bufbuild/buf-lint-action zizmorcore/zizmor-action stoplightio/spectral-action greut/eclint-action "
            "reviewdog/action-actionlint fsfe/reuse-action"
        ),
        (
            "yamllint codespell typos editorconfig-checker* actionlint* zizmor ansible-lint check-jsonschema* "
            "check-github-workflows cspell vale dclint sqlfluff-lint"
        ),
    ),
)
