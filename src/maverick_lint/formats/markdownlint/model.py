"""A configuration of a Markdown linter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from maverick_lint.core.node import Node


@record
class MarkdownlintSettings:
    """The settings; `root` is None for an empty file, a program, TOML or Ruby."""

    root: Node | None
