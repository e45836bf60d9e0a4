"""The variables of a project: what its `.env`, or another file of variables, sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.formats._dotenv import read_dotenv
from maverick_lint.formats.compose.interpolate import interpolate

if TYPE_CHECKING:
    from collections.abc import Mapping


def variables(text: str, known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what a file of variables sets, by name; `known` are those that its values may name besides its own.

    Values that name variables are filled in, except in single quotes; an unknown part is the character UNKNOWN.
    """
    found: dict[str, str] = {}
    outer = known or {}
    for entry in read_dotenv(text).entries:
        value = entry.value
        if value is None:
            continue  # the name alone takes its value from where Compose is started
        if "$" in value and entry.quote != "'":
            value = interpolate(value, {**found, **outer}).masked
        found[entry.name] = value
    return found
