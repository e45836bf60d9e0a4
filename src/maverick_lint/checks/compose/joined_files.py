"""compose/joined-files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.compose.model import Compose


def check(document: Document[Compose], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield a hit for what `extends`, `include` or an override cannot join."""
    for view in document.model.views:
        for problem in view.problems:
            message = problem.message[:1].upper() + problem.message[1:]
            yield Hit(problem.at, {"problem": message}, related=problem.related, level=problem.level)
