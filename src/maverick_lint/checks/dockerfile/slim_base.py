"""The final stage is built on a full image where a reduced one exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._purpose import helps_development, shipped
from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the base image of the final stage."""
    final = shipped(document.model)
    if final is None or helps_development(document.source.path):
        return
    root = final.root
    base = known(root.image) if root.image is not None else None
    if base is not None and base.slimmer and root.base is not None and root.image is not None:
        yield Hit(root.base.span, {"image": root.image.partition("@")[0], "slimmer": base.slimmer})
