"""Without build arguments, FROM names no image."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.expand import expand, names_in
from maverick_lint.formats.dockerfile.stages import PLATFORM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

# distribution/reference, "Grammar" (2026-08): a path in lower case, a tag, a digest.
_REFERENCE: Final = re.compile(
    r"(?:[\w.-]+(?::\d+)?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::\w[\w.-]{0,127})?(?:@[\w+.-]+:[0-9a-fA-F]{32,})?",
    re.ASCII,
)


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each base that is no image reference when every argument has its default."""
    model = document.model
    stages = model.stages
    for stage in stages:
        if stage.origin is None or stage.base is None or "$" not in stage.base.text:
            continue
        names = [name for name, _ in names_in(stage.base.text)]
        unset = [name for name in names if model.arguments.get(name, "") is None]
        if not unset or not PLATFORM.isdisjoint(names) or any(name not in model.arguments for name in names):
            continue
        empty = {name: value or "" for name, value in model.arguments.items()}
        reference = expand(stage.base.text, empty, model.escape)
        if reference is not None and _REFERENCE.fullmatch(reference) is None:
            yield Hit(stage.base.span, {"name": unset[0], "reference": reference}, "" if reference else "empty")
