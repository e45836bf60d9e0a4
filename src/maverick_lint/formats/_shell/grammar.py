"""The Bash grammar of tree-sitter.

The package `tree_sitter_bash` imports importlib.resources for query files that we do not use, and with it tempfile,
pathlib and 40 other modules: 10 ms of a run. So its binding is loaded without the package, where it can be found.
"""

from __future__ import annotations

import importlib
import os
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec, PathFinder
from typing import Any, Final

_NAME: Final = "tree_sitter_bash"


def bash_grammar() -> Any:  # noqa: ANN401 - a capsule without a type
    """Return the grammar as tree_sitter.Language takes it.

    Raises ImportError when tree-sitter-bash is not installed.
    """
    package = PathFinder.find_spec(_NAME)
    for folder in (package.submodule_search_locations or ()) if package is not None else ():
        for suffix in EXTENSION_SUFFIXES:
            path = os.path.join(folder, f"_binding{suffix}")
            if os.path.isfile(path):
                return _loaded(path)
    return importlib.import_module(_NAME).language()


def _loaded(path: str) -> Any:  # noqa: ANN401 - a capsule without a type
    name = f"{_NAME}._binding"
    loader = ExtensionFileLoader(name, path)
    binding: Any = loader.create_module(ModuleSpec(name, loader, origin=path))
    loader.exec_module(binding)
    return binding.language()
