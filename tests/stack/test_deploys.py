"""Which jobs and scripts deploy, and which repositories."""

from __future__ import annotations

import pytest

from maverick_lint.stack.deploy_scripts import role_of_name
from maverick_lint.stack.deploys import deploys, judged_jobs
from stacked import stack

DOCKER = {"Dockerfile": "FROM scratch\n"}


def jobs(path: str, text: str) -> list[str]:
    return [one.job.id for one in judged_jobs(stack({**DOCKER, f".github/workflows/{path}": text}))]


def job(steps: str, *, name: str = "deploy", more: str = "") -> str:
    return f"on: push\njobs:\n  {name}:\n    runs-on: x\n{more}    steps:\n{steps}"


SSH = "    - run: ssh deploy@example.com /opt/up.sh\n"
PUSH = "    - run: docker push x\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("ci.yml", job(SSH)),
        ("ci.yml", job("    - run: ./scripts/deploy.sh\n", name="ship")),
        ("ci.yml", job(SSH, name="ship", more="    environment: production\n")),
        ("ci.yml", job("    - uses: appleboy/ssh-action@v1\n", name="ship")),
        ("deploy.yml", job("    - run: ./up\n", name="main")),
        ("ci.yml", job("    - run: ./up\n", name="release-to-staging")),
    ],
)
def test_jobs_that_deploy(path: str, text: str) -> None:
    assert len(jobs(path, text)) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("release.yml", job(PUSH)),
        ("release.yml", job(PUSH, name="image", more="    environment: production\n")),
        ("pypi.yml", job("    - uses: pypa/gh-action-pypi-publish@v1\n", more="    environment: pypi\n")),
        ("docs.yml", job("    - run: mkdocs gh-deploy\n")),
        ("pages.yml", job("    - uses: actions/deploy-pages@v4\n", more="    environment: github-pages\n")),
        ("maven.yml", job("    - run: ./mvnw -B deploy\n")),
        ("ci.yml", job(SSH, more="    if: false\n")),
        ("ci.yml", job("    - run: ssh -T git@github.com\n", name="sync")),
        ("ci.yml", job("    - run: ./scripts/deploy.sh --dry-run\n", name="test")),
        ("preview.yml", job(SSH, name="deploy-preview")),
        ("infra.yml", job("    - run: terraform apply\n", more="    environment: production\n")),
        ("deploy.yml", job(SSH).replace("on: push", "on: pull_request")),
        ("release.yml", job("    - run: echo\n", name="gate", more="    environment: release-gate\n")),
    ],
)
def test_jobs_that_do_not(path: str, text: str) -> None:
    assert jobs(path, text) == []


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("scripts/deploy.sh", "deploy"),
        ("bin/deploy-app", "deploy"),
        ("ops/blue_green.sh", "deploy"),
        ("scripts/rollback.sh", "rollback"),
        ("scripts/pre-deploy.sh", "pre-deploy"),
        ("scripts/verify_deployment.py", "verify"),
        ("scripts/deploy-docs.sh", None),
        ("examples/deploy.sh", None),
        ("scripts/build.sh", None),
        ("scripts/employ.sh", None),
        ("scripts/rollback_migration.sh", None),
    ],
)
def test_what_names_of_scripts_say(path: str, role: str | None) -> None:
    assert role_of_name(path) == role


def test_a_repository_deploys_with_containers_and_a_way_to_deploy_them() -> None:
    script = {"scripts/deploy.sh": "docker compose up -d\n"}
    assert not deploys(stack(DOCKER))
    assert not deploys(stack(script))
    found = deploys(stack({**DOCKER, **script}))
    assert found
    assert [reason.what for reason in found.reasons] == ["it is called deploy.sh and starts or replaces what runs"]
    assert found.anchor.path == "scripts/deploy.sh"


def test_a_script_that_a_deploy_job_calls_deploys_whatever_its_name() -> None:
    workflow = {".github/workflows/ci.yml": job("    - run: ./ops/go.sh\n")}
    script = {"ops/go.sh": "docker run -d --name app x:1\n"}
    found = deploys(stack({**DOCKER, **workflow, **script}))
    assert [(one.script.path, one.role) for one in found.scripts] == [("ops/go.sh", "deploy")]
    assert deploys(stack({**DOCKER, **script})).scripts == ()


def test_a_job_without_containers_is_judged_only_when_it_reaches_a_server() -> None:
    path = ".github/workflows/ci.yml"
    assert judged_jobs(stack({path: job("    - run: ./up\n")})) == ()
    assert len(judged_jobs(stack({path: job(SSH)}))) == 1


MAKEFILE = "deploy: push\n\tssh deploy@$(HOST) /opt/up.sh\npush:\n\tdocker push x\nsite-deploy:\n\tmkdocs gh-deploy\n"


@pytest.mark.parametrize(
    ("steps", "files", "deploys_here"),
    [
        ("    - run: make deploy\n", {"Makefile": MAKEFILE}, True),
        ("    - run: sudo make -C ops deploy\n", {"ops/Makefile": MAKEFILE}, True),
        ("    - run: make push\n", {"Makefile": MAKEFILE}, False),
        ("    - run: make site-deploy\n", {"Makefile": MAKEFILE}, False),
        ("    - run: make deploy\n", {}, False),
        ("    - run: make deploy-all\n", {"Makefile": "deploy-all: one\none:\n\tdocker compose up -d\n"}, True),
        ("    - run: make deploy\n", {"Makefile": "deploy: deploy\n\techo\n"}, False),
        ("    - run: just deploy\n", {"justfile": "deploy:\n    ssh host /opt/up.sh\n"}, True),
        ("    - run: npm run deploy\n", {"package.json": '{"scripts": {"deploy": "gh-pages -d dist"}}'}, False),
        ("    - run: npm run deploy\n", {"package.json": '{"scripts": {"deploy": "./scripts/deploy.sh"}}'}, True),
    ],
)
def test_targets_that_deploy(steps: str, files: dict[str, str], deploys_here: bool) -> None:  # noqa: FBT001 - what is expected
    text = job(steps, name="ship")
    found = judged_jobs(stack({**DOCKER, **files, ".github/workflows/ci.yml": text}))
    assert bool(found) is deploys_here
