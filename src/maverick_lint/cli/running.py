"""What `maverick-lint check` does, without the library that reads its arguments."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

from maverick_lint.cli.outcome import report_of, status
from maverick_lint.cli.output import parse_formats, write_reports
from maverick_lint.cli.progress import Progress
from maverick_lint.config.errors import SettingsError
from maverick_lint.engine.session import Request, lint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.engine.session import Outcome


def run_check(given: Mapping[str, Any]) -> int:
    """Judge, report, and return the exit status; `given` has the values of the options by their names.

    Raises SettingsError for settings or options that cannot be used.
    """
    # Trees are cycles of nodes and parents, made in great numbers and freed a file at a time: the collector's usual
    # thresholds make it look at them all the time, a tenth of a large run.
    gc.set_threshold(20_000, 20, 50)
    formats = parse_formats(given["formats"])
    request = request_of(given)
    if given["only_changed"] and not given["diff_base"]:
        message = "--only-changed needs --diff-base"
        raise SettingsError(message)
    with Progress(quiet=given["quiet"]) as progress:
        outcome = lint(request, progress.step)
    if given["fix"] or given["diff"]:
        outcome = _repair(request, given)
    sarif = {"sarif-category": given["sarif_category"] or "", "sarif-suppressed": "yes" * given["sarif_suppressed"]}
    report = report_of(outcome, given["baseline"], sarif)
    if not given["diff"]:
        write_reports(report, formats, color=given["color"], quiet=given["quiet"], statistics=given["statistics"])
    return status(outcome, report, exit_zero=given["exit_zero"])


def request_of(given: Mapping[str, Any]) -> Request:
    """Return the request that the options of a command make.

    Raises SettingsError for options that exclude each other.
    """
    if given["config"] and given["no_config"]:
        message = "--config and --no-config exclude each other"
        raise SettingsError(message)
    if given.get("diff_base") == "":
        message = "--diff-base: the revision is empty; is the variable set that should hold it?"
        raise SettingsError(message)
    overrides: dict[str, Any] = {}
    for key in ("select", "ignore"):
        words = tuple(word.strip() for item in given[key] for word in item.split(",") if word.strip())
        if words:
            overrides[key] = words
    for key in ("profile", "fail_on"):
        if given.get(key):
            overrides[key] = given[key]
    if given.get("shellcheck"):
        overrides["shellcheck"] = True
    stdin = None
    if given.get("stdin_filename"):
        stdin = (given["stdin_filename"], sys.stdin.buffer.read(5_000_001))
    return Request(
        paths=given["paths"] or (".",),
        overrides=overrides,
        config=None if given["no_config"] else given["config"] or "",
        stdin=stdin,
        diff_base=given.get("diff_base") or "",
        only_changed=bool(given.get("only_changed")),
        jobs=given.get("jobs") or 0,
    )


def _repair(request: Request, given: Mapping[str, Any]) -> Outcome:
    from maverick_lint.engine.apply import repair  # only where something is repaired

    repaired = repair(request, unsafe=given["unsafe_fixes"], write=not given["diff"])
    if given["diff"]:
        sys.stdout.write(repaired.diff)
    elif not given["quiet"] and repaired.changed:
        sys.stderr.write(f"Repaired {len(repaired.changed)} file(s): {', '.join(repaired.changed)}\n")
    return repaired.outcome
