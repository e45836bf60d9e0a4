"""What a package.json says of its scripts and tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maverick_lint.core.node import Node

_GROUPS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")


@record
class PackageJson:
    """A package; `root` is its object."""

    root: Node

    @property
    def scripts(self) -> Mapping[str, Node]:
        """The scripts by name; those that are no text are left out."""
        node = self.root.get("scripts")
        return (
            {name: value for name, value in node.pairs().items() if value.text is not None} if node is not None else {}
        )

    def dependency(self, name: str) -> Node | None:
        """Return the version of a dependency of any group, or None."""
        found = (self.root.at(group, name) for group in _GROUPS)
        return next((node for node in found if node is not None), None)
