#!/usr/bin/env bash
# Deploys the version that was live before the present one.
set -euo pipefail

state=/var/lib/shop
here="$(cd "$(dirname "$0")" && pwd)"

if [[ ! -s "$state/previous-image" ]]; then
  echo "there is no previous version to go back to" >&2
  exit 1
fi
previous="$(cat "$state/previous-image")"
"$here/deploy.sh" "$previous"
echo "rolled back to $previous"
