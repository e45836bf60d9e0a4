#!/usr/bin/env bash
# Installs maverick-lint into an environment of its own: this action's version, or INPUT_VERSION from PyPI.
set -euo pipefail

home="${RUNNER_TEMP:?the runner sets RUNNER_TEMP}/maverick-lint"
python="${PYTHON:-python3}"

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error title=maverick-lint::Python 3.11 or newer is needed; run actions/setup-python before this action"
  exit 2
fi
"$python" -m venv "$home"
if [ -n "${INPUT_VERSION:-}" ]; then
  "$home/bin/python" -m pip install --quiet --disable-pip-version-check "maverick-lint==${INPUT_VERSION#v}"
else
  "$home/bin/python" -m pip install --quiet --disable-pip-version-check "${ACTION_PATH:?the action sets ACTION_PATH}"
fi
"$home/bin/maverick-lint" --version
