"""dependabot/registry-credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.github.model import Dependabot

_SECRET: Final = frozenset({"password", "token", "key"})


def check(document: Document[Dependabot], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit for each credential of a registry that is written out."""
    registries = document.model.root.get("registries")
    for name, registry in registries.pairs().items() if registries is not None else ():
        for key, node in registry.pairs().items():
            if key in _SECRET and node.text and "{{" not in node.raw:
                yield Hit(node, {"key": key, "registry": name})
