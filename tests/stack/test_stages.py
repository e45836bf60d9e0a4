"""Which stages of a Dockerfile ship, by what the repository builds."""

from __future__ import annotations

import pytest

from maverick_lint.core.facts.containers import DockerfileFact
from maverick_lint.stack.stages import DEFAULT, ships, targets
from stacked import stack

FILE = 'FROM debian AS a\nCMD ["a"]\nFROM debian AS b\nCMD ["b"]\nFROM debian AS last\nCOPY --from=b /x /x\n'
# Only a file for development asks for the last stage.
LAST = {"compose.dev.yaml": "services:\n  x:\n    build: {context: ., target: last}\n"}
COMPOSE = "services:\n  x:\n    build: {context: ., target: a}\n"
BAKE = 'target "%s" { target = "a" }\n'
ACTION = (
    "on: push\njobs:\n  image:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: docker/build-push-action@v6\n"
    "        with: {context: ., %s}\n"
)


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({}, {"last"}),
        ({"compose.yaml": COMPOSE}, {"a", "last"}),
        ({"compose.yaml": COMPOSE.replace("target: a", "target: A")}, {"a", "last"}),
        ({"compose.dev.yaml": COMPOSE}, {"last"}),
        ({"docker-compose.override.yml": COMPOSE}, {"last"}),
        ({"tests/compose.yaml": COMPOSE.replace("context: .", "context: ..")}, {"last"}),
        ({"compose.yaml": COMPOSE.replace("target: a", "target: b")}, {"last"}),  # `last` takes from it
        ({"compose.yaml": COMPOSE.replace("target: a", 'target: "${STAGE}"')}, {"last"}),
        ({"docker-bake.hcl": BAKE % "shop"}, {"a", "last"}),
        ({"docker-bake.hcl": BAKE % "shop-dev"}, {"last"}),
        ({".github/workflows/ci.yml": ACTION % "target: a"}, {"a", "last"}),
        ({".github/workflows/ci.yml": ACTION % "target: a, file: other/Dockerfile"}, {"a", "last"}),
        ({"build.sh": "docker build --target=a .\n"}, {"a", "last"}),
        ({"build.sh": "buildah bud --target a .\n"}, {"a", "last"}),
        ({"Makefile": "image:\n\tdocker build --target a -f Dockerfile .\n"}, {"a", "last"}),
        ({**LAST, "a.sh": "docker build --target a .\n"}, {"a"}),
        ({**LAST, "a.sh": "docker build .\n"}, {"last"}),
    ],
)
def test_stages_that_ship(files: dict[str, str], names: set[str]) -> None:
    found = ships(stack({"Dockerfile": FILE, **files}), "Dockerfile")
    assert found - {DEFAULT} == names
    assert (DEFAULT in found) == ("last" in names)


def test_a_build_of_one_file_says_nothing_of_another() -> None:
    made = stack({
        "web/Dockerfile": FILE,
        "api/Dockerfile": FILE,
        "build.sh": "docker build -f web/Dockerfile --target a web\n",
    })  # fmt: skip
    assert ships(made, "web/Dockerfile") == {"a", "last", DEFAULT}
    assert ships(made, "api/Dockerfile") == {"last", DEFAULT}
    assert [sorted(targets(made, one)) for one in made.every(DockerfileFact)] == [[], ["a"]]


def test_a_stage_without_a_name_and_a_text_that_is_no_file() -> None:
    made = stack({"Dockerfile": "FROM debian AS dev\nFROM debian\nFROM debian AS dev2\nFROM debian AS test\n"})
    assert ships(made, "Dockerfile") == {"dev2", DEFAULT}
    assert ships(made, "compose.yaml") == {DEFAULT}
