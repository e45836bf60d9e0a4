"""A repository with source has CI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.stack.languages import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.rule import Options
    from maverick_lint.stack.model import Stack


def check(stack: Stack, options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield one hit where source is, and no file of any CI system."""
    source = {language: paths for language, paths in languages(stack).items() if language != "Markdown"}
    if not source:
        return
    from maverick_lint.stack.pipelines import joined  # a large part of the stack, only where there is source

    if joined(stack).exists:
        return
    language, paths = max(source.items(), key=lambda item: (len(item[1]), item[0]))
    what = f"{len(paths)} {language} file{'s' if len(paths) > 1 else ''}"
    yield Hit(stack.anchor(), {"source": what, "first": paths[0]})
