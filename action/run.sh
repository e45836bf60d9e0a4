#!/usr/bin/env bash
# Runs maverick-lint and hands its results on as outputs. It fails only in the last step of the action, so that the
# SARIF report is uploaded first.
set -euo pipefail

home="${RUNNER_TEMP:?the runner sets RUNNER_TEMP}/maverick-lint"
sarif="${INPUT_SARIF_FILE:-maverick-lint.sarif}"
counts="$home/findings.json"
summary="$home/summary.md"
rm -f "$counts" "$summary"

# Inputs are lists of words: split at blanks and lines, with no patterns expanded.
set -f
# shellcheck disable=SC2206
paths=(${INPUT_PATHS:-.})
# shellcheck disable=SC2206
arguments=(${INPUT_ARGS:-})
set +f

if [ -n "${INPUT_PROFILE:-}" ]; then arguments+=(--profile "$INPUT_PROFILE"); fi
if [ -n "${INPUT_FAIL_ON:-}" ]; then arguments+=(--fail-on "$INPUT_FAIL_ON"); fi
if [ "${INPUT_ANNOTATIONS:-true}" = true ]; then arguments+=(--format github); else arguments+=(--format text); fi
if [ "${INPUT_SUMMARY:-true}" = true ]; then arguments+=(--format "markdown=$summary"); fi

if [ "${INPUT_ONLY_CHANGED:-false}" = true ]; then
  base=$("$home/bin/python" "${ACTION_PATH:?the action sets ACTION_PATH}/action/base.py")
  if [ -z "$base" ]; then
    echo "::notice title=maverick-lint::this is no pull request, so everything is checked"
  elif git rev-parse --quiet --verify "$base^{commit}" > /dev/null; then
    arguments+=(--diff-base "$base" --only-changed)
  else
    echo "::warning title=maverick-lint::the base commit is not here (checkout with fetch-depth: 0), so everything is checked"
  fi
fi

status=0
"$home/bin/maverick-lint" check "${arguments[@]}" \
  --format "sarif=$sarif" --format "json=$counts" -- "${paths[@]}" || status=$?

{
  echo "exit-code=$status"
  if [ -f "$counts" ]; then
    "$home/bin/python" -c 'import json, sys
summary = json.load(open(sys.argv[1]))["summary"]
print("errors=%d\nwarnings=%d\nnotes=%d" % (summary["error"], summary["warning"], summary["note"]))' "$counts"
  fi
  if [ -f "$sarif" ]; then echo "sarif-file=$sarif"; fi
} >> "${GITHUB_OUTPUT:?the runner sets GITHUB_OUTPUT}"

if [ -f "$summary" ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  cat "$summary" >> "$GITHUB_STEP_SUMMARY"
fi
