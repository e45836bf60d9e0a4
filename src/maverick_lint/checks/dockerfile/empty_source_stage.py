"""COPY --from names a stage that holds no file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_FILL: Final = frozenset({"COPY", "ADD", "RUN", "WORKDIR"})


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each name of a stage on scratch into which its chain puts nothing."""
    model = document.model
    empty = {
        stage.index
        for stage in model.stages
        if stage.root.image == "scratch" and not any(one.name in _FILL for one in stage.inherited)
    }
    for stage in model.stages if empty else ():
        for instruction in stage.instructions:
            flag = instruction.flag("from") if instruction.name == "COPY" else None
            source = None if flag is None else model.stage_names.get((instruction.value(flag.value) or "").lower())
            if flag is not None and source is not None and source.index in empty and source.index < stage.index:
                yield Hit(flag.value_span, {"stage": source.calls})
