"""The deployment that the standard shows: its workflow is clean, and its scripts have the faults that they have."""

from __future__ import annotations

from maverick_lint.config.model import Settings
from maverick_lint.core.finding import Finding
from maverick_lint.core.fix import Edit
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.plan import make
from maverick_lint.engine.run import run
from maverick_lint.registry.index import rules

WORKFLOW = """\
name: Deploy a version

on:
  workflow_dispatch:
    inputs:
      version:
        description: Which tag goes out, as in v2.0.1
        required: true
      environment:
        description: Where it goes
        required: true
        type: choice
        options: [staging, production]

jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: ${{ inputs.environment }}
    steps:
      - name: Run the script over SSH
        uses: appleboy/ssh-action@v1.2.0
        with:
          host: ${{ secrets.SHOP_HOST }}
          username: shipper
          key: ${{ secrets.SHOP_KEY }}
          script: |
            IMAGE="ghcr.io/${{ github.repository }}:${{ inputs.version }}"
            echo "fetching ${IMAGE}"
            docker pull $IMAGE
            echo "starting it"
            /opt/scripts/deploy-shop.sh $IMAGE
"""
DEPLOY = """\
#!/bin/bash
set -euo pipefail

NEW_IMAGE="${1:?Usage: deploy.sh IMAGE}"
OLD_PORT=8000
NEW_PORT=8001

docker run -d --name shop-new --restart always \\
  -p 127.0.0.1:${NEW_PORT}:8000 \\
  --env-file /etc/shop/production.env \\
  "$NEW_IMAGE"

for i in {1..40}; do
  if curl -f http://localhost:${NEW_PORT}/health; then
    break
  fi
  sleep 1
done

sed -i "s/:${OLD_PORT}/:${NEW_PORT}/g" /etc/nginx/sites-available/shop
sed -i "s/:${NEW_PORT} backup/:${OLD_PORT} backup/g" /etc/nginx/sites-available/shop
nginx -s reload

(sleep 60 && docker stop shop && docker rm shop && docker rename shop-new shop) &
"""
PRE_DEPLOY = """\
#!/bin/bash
set -euo pipefail

docker run --rm --env-file production.env $IMAGE flask db upgrade
docker run --rm -v assets:/shop/assets $IMAGE python -m shop.assets
docker run --rm --env-file production.env $IMAGE pytest tests/quick/
"""
ROLLBACK = """\
#!/bin/bash
PREVIOUS_IMAGE=$(docker ps -a --format "table {{.Image}}" | grep ghcr.io | head -2 | tail -1)
./deploy.sh "$PREVIOUS_IMAGE"
echo "Rolled back to: $PREVIOUS_IMAGE"
"""
FILES = {
    "Dockerfile": "FROM scratch\n",
    ".github/workflows/deploy.yml": WORKFLOW,
    "scripts/deploy.sh": DEPLOY,
    "scripts/pre-deploy.sh": PRE_DEPLOY,
    "scripts/rollback.sh": ROLLBACK,
    "scripts/verify_deployment.py": "import httpx\n",
}


def found(files: dict[str, str]) -> list[Finding]:
    settings = Settings(select=("deploy", "shell"))
    result = run(MemoryFiles(files), settings, make(rules(), settings))
    assert not result.crashed
    return list(result.findings)


def shown(files: dict[str, str]) -> list[str]:
    return [f"{f.location.path}:{f.location.start.line} {f.rule}" for f in found(files)]


def test_the_workflow_of_the_standard_lacks_a_lock_and_nothing_else() -> None:
    lines = [line for line in shown(FILES) if line.startswith(".github")]
    assert lines == [".github/workflows/deploy.yml:16 deploy/one-at-a-time"]


def test_its_scripts_have_these_faults_and_no_other() -> None:
    assert [line for line in shown(FILES) if line.startswith("scripts")] == [
        "scripts/deploy.sh:6 deploy/alternating-ports",
        "scripts/deploy.sh:8 deploy/removes-failed-container",
        "scripts/deploy.sh:8 deploy/retires-old-container",
        "scripts/deploy.sh:13 deploy/waits-for-health",
        "scripts/deploy.sh:14 deploy/time-limits",
        "scripts/deploy.sh:14 deploy/same-address",
        "scripts/deploy.sh:20 deploy/alternating-ports",
        "scripts/deploy.sh:20 deploy/keeps-old-configuration",
        "scripts/deploy.sh:22 deploy/tests-nginx-before-reload",
        "scripts/deploy.sh:24 deploy/retires-old-container",
        "scripts/deploy.sh:24 deploy/first-deployment",
        "scripts/pre-deploy.sh:4 deploy/one-env-file",
        "scripts/pre-deploy.sh:4 deploy/unset-variable",
        "scripts/pre-deploy.sh:4 deploy/backup-before-migration",
        "scripts/pre-deploy.sh:6 deploy/one-env-file",
        "scripts/rollback.sh:1 deploy/strict-mode",
        "scripts/rollback.sh:2 deploy/rollback",
        "scripts/rollback.sh:3 deploy/own-folder",
    ]


def test_what_is_missing_is_said_once_at_the_deploy_job() -> None:
    alone = {path: text for path, text in FILES.items() if path in ("Dockerfile", ".github/workflows/deploy.yml")}
    assert shown(alone) == [
        ".github/workflows/deploy.yml:16 deploy/one-at-a-time",
        ".github/workflows/deploy.yml:16 deploy/pre-deploy-checks",
        ".github/workflows/deploy.yml:16 deploy/rollback",
        ".github/workflows/deploy.yml:16 deploy/verifies-deployment",
    ]


def test_a_repository_without_containers_is_asked_for_nothing() -> None:
    assert shown({".github/workflows/deploy.yml": WORKFLOW}) == []


def test_the_fix_of_strict_mode_stands_below_the_first_line() -> None:
    [finding] = [f for f in found(FILES) if f.rule == "deploy/strict-mode"]
    assert finding.fix is not None
    assert not finding.fix.safe
    [edit] = finding.fix.edits
    assert isinstance(edit, Edit)
    assert ROLLBACK[: edit.span.start] == "#!/bin/bash"
    assert edit.text == "\nset -euo pipefail"
