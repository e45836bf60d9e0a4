#!/usr/bin/env bash
# Migrates the database and smoke-tests an image before it is switched to.
set -euo pipefail

image="${1:?usage: pre-deploy.sh IMAGE}"

echo "Running migrations"
docker run --rm --env-file /etc/shop/production.env "$image" alembic upgrade head

echo "Running smoke tests"
docker run --rm --env-file /etc/shop/production.env "$image" python -m shop.smoke
