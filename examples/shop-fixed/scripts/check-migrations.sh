#!/usr/bin/env bash
# Fails when a migration cannot be undone.
set -euo pipefail

missing="$(grep --files-without-match 'def downgrade' migrations/versions/*.py || true)"
if [[ -n "$missing" ]]; then
  echo "no downgrade in $missing" >&2
  exit 1
fi
