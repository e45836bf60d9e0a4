"""The part in a deployment that a script's name speaks of."""

from __future__ import annotations

import pytest

from maverick_lint.stack.deploy_scripts import role_of_name


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("scripts/deploy.sh", "deploy"),
        ("scripts/appDeploy.sh", "deploy"),
        ("deployApp.sh", "deploy"),
        ("ops/redeploy-shop.sh", "deploy"),
        ("ops/blueGreen.sh", "deploy"),
        ("ops/rollBack.sh", "rollback"),
        ("ops/rollback_app", "rollback"),
        ("ops/preDeploy.sh", "pre-deploy"),
        ("ops/postDeploy.sh", "verify"),
        ("docs/deploy.sh", None),
        ("ops/deploy-docs.sh", None),
        ("certs/deploy.sh", None),
        ("ops/employment.sh", None),
    ],
)
def test_the_name_of_a_script_tells_its_part(path: str, expected: str | None) -> None:
    assert role_of_name(path) == expected
