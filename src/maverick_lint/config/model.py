"""The settings of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maverick_lint.core.record import field, record

if TYPE_CHECKING:
    from collections.abc import Mapping


@record
class Settings:
    """What a user may set, with the defaults that hold where he sets nothing.

    profile           the rules that run: those of this profile and of the smaller ones
    select            when not empty: exactly these rules run (ids, kinds, `ALL`, or another tool's `tool:rule`)
    ignore            rules that do not run
    per_file_ignores  pairs of glob and rules that are silent in the files it matches
    levels            level by rule id; "off" is the same as ignore
    fail_on           the lowest level that makes the exit status 1; "never" keeps it 0
    options           options by rule id
    kinds             pairs of glob and kind, for files whose names do not tell
    exclude           globs of files that are not read at all
    require_reason    a suppression comment without a reason is a finding
    require_until     a suppression comment without a date is a finding
    shellcheck        ShellCheck, where it is installed, judges every shell script too
    sources           where each value came from, by its key: "default", "command line", or "FILE:LINE"
    """

    profile: str = "standard"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    fail_on: str = "error"
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    kinds: tuple[tuple[str, str], ...] = ()
    exclude: tuple[str, ...] = ()
    require_reason: bool = False
    require_until: bool = False
    shellcheck: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)
