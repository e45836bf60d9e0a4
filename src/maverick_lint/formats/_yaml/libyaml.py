"""libyaml's parser without the rest of PyYAML (docs/adr/0004).

`import yaml` compiles the regular expressions of readers and writers that nothing here uses, and that was a sixth of
what a clean YAML file cost. The binding to libyaml needs PyYAML's classes of events and errors alone. So the package is
put in its place without running it; it runs as soon as anybody asks it for anything else.
"""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

# The modules that the binding wants of the package, and the one class that it takes from each.
_UNUSED: Final = {
    "reader": "ReaderError", "scanner": "ScannerError", "parser": "ParserError", "composer": "ComposerError",
    "constructor": "ConstructorError", "emitter": "EmitterError", "serializer": "SerializerError",
    "representer": "RepresenterError",
}  # fmt: skip
_UNMARKED: Final = ("reader", "emitter", "serializer", "representer")


class _Package(ModuleType):
    """PyYAML's package before it has run; asked for what it does not have yet, it runs."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the package holds
        object.__setattr__(self, "__class__", ModuleType)  # from now on a module like any other
        spec = self.__spec__
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module(self)
        return getattr(self, name)


def parser() -> tuple[Any, Any]:
    """Return libyaml's parser and the error that all of its errors are; None for the parser where it is not built."""
    if "yaml" not in sys.modules:
        spec = PathFinder.find_spec("yaml")
        if spec is not None and spec.submodule_search_locations and (found := _bare(spec)) is not None:
            return found
    import yaml  # somebody has it already, or the binding could not be had alone

    return getattr(getattr(yaml, "cyaml", None), "CParser", None), yaml.YAMLError


def _bare(spec: ModuleSpec) -> tuple[Any, Any] | None:
    """Return the parser and its error from a package that has not run; None when the binding wants more of it."""
    package: Any = _Package(spec.name)
    package.__spec__, package.__loader__, package.__package__ = spec, spec.loader, spec.name
    package.__path__, package.__file__ = spec.submodule_search_locations, spec.origin
    before = set(sys.modules)
    sys.modules["yaml"] = package
    try:
        import yaml.error
        import yaml.events
        import yaml.nodes
        import yaml.tokens

        error = yaml.error
        for name, fault in _UNUSED.items():
            base = error.YAMLError if name in _UNMARKED else error.MarkedYAMLError
            holder = ModuleType(f"yaml.{name}")
            setattr(holder, fault, type(fault, (base,), {"__init__": _keep} if name == "reader" else {}))
            setattr(package, name, holder)
        import yaml._yaml as binding
    except (ImportError, AttributeError):
        for name in set(sys.modules) - before:
            if name.partition(".")[0] == "yaml":
                del sys.modules[name]
        return None
    for name in _UNUSED:
        delattr(package, name)
    return binding.CParser, error.YAMLError


def _keep(self: Any, name: str, position: int, character: int, encoding: str, reason: str) -> None:  # noqa: ANN401, PLR0913 - PyYAML's own class
    """Keep what libyaml says of a character that it cannot read, as PyYAML's class does."""
    self.name, self.position, self.character, self.encoding, self.reason = name, position, character, encoding, reason
