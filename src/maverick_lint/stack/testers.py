"""Test runners: the commands and actions that run them (their own pages, read in 2025 and 2026)."""

from __future__ import annotations

from typing import Final

# The words that begin a test run, options left out; the first is the program.
_COMMANDS: Final = (
    "pytest | py.test | unittest | nose2 | nosetests | ward | behave | robot | pabot | molecule test | testinfra "
    "| trial | zope-testrunner | testr run | stestr run | manage.py test | django-admin test | django-admin.py "
    "test | runtests.py | run_tests.py | test.py | setup.py test | hatch test | hatch cov | schemathesis | mutmut "
    "run | doctest | sphinx-build doctest | go test | gotestsum | ginkgo | ginkgo run | richgo test | gotest | "
    "go-test-coverage | cargo test | cargo nextest | cargo-nextest | cargo tarpaulin | cargo llvm-cov | cargo "
    "hack test | cross test | jest | vitest | mocha | ava | jasmine | karma start | tap | tape | node --test | "
    "node:test | bun test | deno test | uvu | c8 | nyc | lab | qunit | web-test-runner | wtr | vp test | cypress "
    "run | playwright test | testcafe | nightwatch | wdio | wdio run | codeceptjs run | newman run | detox test | "
    "cucumber-js | start-server-and-test | ng test | ng e2e | react-scripts test | vue-cli-service test:unit | "
    "craco test | ember test | lerna run test | nx test | nx e2e | nx affected:test | aegir test | tsdx test | "
    "wp-scripts test-unit-js | test-storybook | stencil test | rspec | rake test | rake spec | rails test | rails "
    "spec | minitest | cucumber | parallel_rspec | parallel_test | testrb | turbo_tests | rake features | phpunit "
    "| pest | paratest | codecept run | behat | artisan test | phpspec run | simple-phpunit | kahlan | atoum | "
    "infection | mvn test | mvn verify | mvn package | mvn install | mvn deploy | mvn integration-test | mvnw "
    "test | mvnw verify | mvnw package | mvnw install | mvnw integration-test | mvnd test | mvnd verify | gradle "
    "test | gradle check | gradle build | gradle integrationTest | gradlew test | gradlew check | gradlew build | "
    "gradlew integrationTest | gradlew connectedCheck | gradlew testDebugUnitTest | ant test | sbt test | sbt "
    "testOnly | sbt +test | mill test | scala-cli test | lein test | clojure -M:test | clj -M:test | lein midje | "
    "dotnet test | dotnet vstest | vstest.console | nunit3-console | xunit.console | dotnet run-tests | ctest | "
    "meson test | ninja test | make test | make check | make distcheck | bazel test | bazelisk test | buck test | "
    "buck2 test | "
    "please test | xmake test | zig build test | zig test | prove | perl Build test | yath | bats | bats-core | "
    "shunit2 | shellspec | bashunit | sharness | roundup | urchin | busted | luaunit | swift test | xcodebuild "
    "test | xcodebuild test-without-building | fastlane scan | fastlane test | mix test | stack test | cabal test "
    "| cabal v2-test | dart test | flutter test | flutter drive | rebar3 eunit | rebar3 ct | rebar3 proper | "
    "nimble test | crystal spec | julia test | R CMD check | gleam test | dub test | dune test | dune runtest | "
    "elm-test | spago test | container-structure-test test | goss validate | dgoss run | dcgoss run | kcgoss | "
    "terraform test | tofu test | inspec exec | promtool test | helm unittest | conftest verify | opa test | "
    "kitchen test | hurl | k6 run | venom run | tavern-ci | karate | runn run | nix flake check | Invoke-Pester | "
    "invoke-pester"
)
COMMANDS: Final = tuple(tuple(way.split()) for line in _COMMANDS.strip().splitlines() for way in line.split("|") if way)

ACTIONS: Final = frozenset(
    {
        "cypress-io/github-action",
        "pavelzw/pytest-action",
        "robherley/go-test-action",
        "n8maninger/action-golang-test",
        "php-actions/phpunit",
        "plexsystems/container-structure-test-action",
        "artiomtr/jest-coverage-report-action",
        "matt-ball/newman-action",
        "k6io/action",
        "grafana/run-k6-action",
        "r-lib/actions/check-r-package",
        "julia-actions/julia-runtest",
        "reactivecircus/android-emulator-runner",
    }
)
