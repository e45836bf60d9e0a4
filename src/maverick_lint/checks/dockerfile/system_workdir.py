"""WORKDIR is a folder of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_FOLDERS: Final = ("/proc", "/sys", "/boot", "/dev", "/initrd", "/lost+found")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each such WORKDIR."""
    for stage in document.model.stages:
        for instruction in stage.every("WORKDIR"):
            path = instruction.value(instruction.rest) or ""
            if any(path == folder or path.startswith(f"{folder}/") for folder in _FOLDERS):
                yield Hit(instruction.rest_span, {"path": path})
