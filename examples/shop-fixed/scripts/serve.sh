#!/usr/bin/env bash
# Stays attached to the live container, so that systemd sees when it ends.
set -euo pipefail

live="$(cat /var/lib/shop/live-container)"
exec docker start --attach "$live"
