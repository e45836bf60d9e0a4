"""/bin/sh is replaced by a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each `ln` to /bin/sh."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, ("/bin/sh",)):
            if command.name == "ln" and len(command.words) > 2 and command.words[-1].text == "/bin/sh":  # noqa: PLR2004 - ln, from, to
                yield Hit(command.words[-1].place)
