"""Directives that neither nginx nor a known module has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.analysis import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield the names that nginx refuses, with the nearest known one."""
    for problem in document.model.problems:
        name = problem.directive.name
        if problem.kind != "unknown" or name in options["known"]:
            continue
        word = problem.directive.word
        if name.startswith("if("):
            yield Hit(word.span, {"name": name}, case="blank")
        elif name in ("else", "elseif", "elif"):
            yield Hit(word.span, {"name": name}, case="else")
        elif near := nearest(name, problem.context):
            yield Hit(word.span, {"name": name, "near": near}, case="near")
        elif not any(other.name == "load_module" for other in document.model.directives):
            yield Hit(word.span, {"name": name[:60]})
