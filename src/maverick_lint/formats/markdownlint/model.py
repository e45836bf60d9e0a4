"""A configuration of a Markdown linter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maverick_lint.core.node import Node


@dataclass(frozen=True, slots=True)
class MarkdownlintSettings:
    """The settings; `root` is None for an empty file, a program, TOML or Ruby."""

    root: Node | None
