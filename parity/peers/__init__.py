"""The peers, a module each with the constant PEER."""

from __future__ import annotations

import importlib
import pkgutil

from parity.peer import Peer

PEERS: tuple[Peer, ...] = tuple(
    importlib.import_module(f"{__name__}.{module.name}").PEER for module in pkgutil.iter_modules(__path__)
)
