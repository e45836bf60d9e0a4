"""ONBUILD triggers what it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_BANNED: Final = ("ONBUILD", "FROM", "MAINTAINER")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the inner keyword."""
    for instruction in document.model.instructions:
        inner = instruction.inner
        if inner is not None and inner.name in _BANNED:
            yield Hit(inner.keyword, {"instruction": inner.name})
