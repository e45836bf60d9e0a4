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

    Raises SettingsError when git does not know the revision, or the folder is no checkout.
    """
    if base.startswith("-"):
        message = f"--diff-base: `{base}` is no revision"
        raise SettingsError(message)
    start = _git(folder, base, "merge-base", base, "HEAD").strip()
    changed = _git(folder, base, "diff", "--name-only", "--no-ext-diff", "-z", "--relative", start, "--")
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
        reason = detail.decode(errors="replace").strip().splitlines()
        message = f"--diff-base: git cannot compare with `{base}`: {reason[-1] if reason else error}"
        raise SettingsError(message) from error
    return os.fsdecode(done.stdout)
