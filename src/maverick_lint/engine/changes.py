"""Asks git what changed since a revision."""

from __future__ import annotations

import os
import subprocess
from typing import NamedTuple

from maverick_lint.config.errors import SettingsError
from maverick_lint.core.facts import Fact
from maverick_lint.core.facts.change import Change
from maverick_lint.core.span import Place, Span


class ChangeFact(NamedTuple):
    """A fact whose value is known to be a change."""

    fact: Fact
    value: Change


def change_since(folder: str, base: str) -> ChangeFact:
    """Return what differs between the work tree and the point where it left `base`, below a folder.

    A file that was renamed has changed under both names: what leaves a folder changes it as much as what comes.

    Raises SettingsError when git does not know the revision, or the folder is no checkout.
    """
    if not base.strip() or base.startswith("-"):
        message = f"--diff-base: `{base}` is no revision"
        raise SettingsError(message)
    start = _git(folder, base, "merge-base", base, "HEAD").strip()
    changed = _git(
        folder, base, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", "--relative", start, "--"
    )
    added = _git(folder, base, "ls-files", "--others", "--exclude-standard", "-z")
    paths = sorted({path for path in (changed + added).split("\0") if path})
    branch = os.environ.get("GITHUB_HEAD_REF") or os.environ.get("CI_COMMIT_REF_NAME") or ""
    branch = branch or _git(folder, base, "rev-parse", "--abbrev-ref", "HEAD").strip()
    value = Change(
        base, "" if branch == "HEAD" else branch, tuple(paths), Place(paths[0] if paths else ".", Span(0, 0))
    )
    return ChangeFact(Fact("change", base, value, value.place), value)


def _git(folder: str, base: str, *arguments: str) -> str:
    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)  # noqa: S603 - git with words of our own
    except (OSError, subprocess.SubprocessError) as error:
        detail = getattr(error, "stderr", b"") or b""
        lines = detail.decode(errors="replace").strip().splitlines()
        # Advice of several lines may follow the fault.
        reason = next((line for line in lines if line.startswith("fatal: ")), lines[-1] if lines else "")
        if not reason and isinstance(error, subprocess.CalledProcessError):
            reason = "the two have no commit in common"
        message = f"--diff-base: git cannot compare with `{base}`: {reason or error}{_shallow(folder)}"
        raise SettingsError(message) from error
    return os.fsdecode(done.stdout)


def _shallow(folder: str) -> str:
    """Return a hint where the checkout holds only the end of the history, as those of CI do."""
    command = ["git", "-C", folder, "rev-parse", "--is-shallow-repository"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)  # noqa: S603 - as above
    except (OSError, subprocess.SubprocessError):
        return ""
    hint = (
        "; the checkout is shallow: fetch the whole history (`fetch-depth: 0`, `GIT_DEPTH: 0`, `git fetch --unshallow`)"
    )
    return hint if done.stdout.strip() == b"true" else ""
