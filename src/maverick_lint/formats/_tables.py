"""Tables that lie as texts beside the modules that read them."""

from __future__ import annotations

import os


def beside(module: str, name: str) -> str:
    """Return the text of a file in the folder of a module, given the module's `__file__`.

    pkgutil does the same, and costs 1 ms to import.
    """
    with open(os.path.join(os.path.dirname(module), name), encoding="utf-8") as stream:
        return stream.read()
