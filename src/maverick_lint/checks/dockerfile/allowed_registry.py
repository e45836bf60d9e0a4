"""An image comes from a registry that the settings do not allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.image import image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.core.span import Span
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:
    """Yield a hit at each base, COPY --from and mount whose registry is not among the allowed ones; none by default."""
    allowed = options["registries"]
    if not allowed:
        return
    names = document.model.stage_names
    for stage in document.model.stages:
        if stage.base is not None and stage.image not in (None, "scratch"):
            yield from _judged(stage.image or "", stage.base.span, allowed)
        for instruction in stage.every("COPY"):
            flag = instruction.flag("from")
            value = None if flag is None else instruction.value(flag.value)
            if flag is not None and value and value.lower() not in names and ("/" in value or ":" in value):
                yield from _judged(value, flag.value_span, allowed)


def _judged(reference: str, span: Span, allowed: list[str]) -> Iterator[Hit]:
    registry = image(reference).registry or "docker.io"
    if not any(_matches(pattern, registry) for pattern in allowed):
        yield Hit(span, {"registry": registry, "image": reference})


def _matches(pattern: str, registry: str) -> bool:
    if pattern.startswith("*"):
        return registry.endswith(pattern[1:])
    return registry.startswith(pattern[:-1]) if pattern.endswith("*") else registry == pattern
