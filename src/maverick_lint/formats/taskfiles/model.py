"""The targets of a task runner's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.source import Source
    from maverick_lint.core.span import Span


@record
class Target:
    """A target, not yet read as shell.

    span     its name
    scripts  what it runs, each a script of its own; with True where its failure is thrown away
    calls    other targets that it runs
    default  it runs when the runner is called without a target
    """

    name: str
    span: Span
    scripts: tuple[tuple[Source, bool], ...] = ()
    calls: tuple[str, ...] = ()
    default: bool = False


@record
class Targets:
    """The targets of a file, and the runner that reads it; `open` when it may have more than these."""

    runner: str
    targets: tuple[Target, ...]
    open: bool = False
