"""A file is copied to a relative path, and no WORKDIR says where that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import known as known_base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Stage


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the destination of each such COPY."""
    anchored: dict[int, bool] = {}
    for stage in document.model.stages:
        known = stage.origin is None or (stage.base_stage is not None and anchored[stage.base_stage.index])
        judged = _is_known(stage)
        for instruction in stage.instructions:
            if instruction.name == "WORKDIR":
                known = True
            elif judged and not known and instruction.name in ("COPY", "ADD") and instruction.arguments:
                target = instruction.arguments[-1]
                text = instruction.value(target.text)
                if text is not None and not text.startswith(("/", "\\")) and text[1:2] != ":":
                    yield Hit(target.span, {"target": text, "instruction": instruction.name})
        anchored[stage.index] = known


def _is_known(stage: Stage) -> bool:
    """Say whether the base is an image of which it is known that no WORKDIR of its own is meant."""
    return stage.root.image is not None and known_base(stage.root.image) is not None
