"""What is measured beside the peers: a module for each kind of file, with the constant RACES."""

from __future__ import annotations

import importlib
import pkgutil

from bench.race import Race

RACES: tuple[Race, ...] = tuple(
    race
    for module in pkgutil.iter_modules(__path__)
    for race in importlib.import_module(f"{__name__}.{module.name}").RACES
)
