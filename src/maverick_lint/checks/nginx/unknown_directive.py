"""Directives that neither nginx nor a known module has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.analysis import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config

# For how many names a similar one is looked for: more is no slip of the hand.
_COMPARED: Final = 50


def check(document: Document[Config], options: Options) -> Iterator[Hit]:
    """Yield the names that nginx refuses, with the nearest known one."""
    extended = any(directive.name == "load_module" for directive in document.model.directives)
    compared = 0
    for problem in document.model.problems:
        name = problem.directive.name
        if problem.kind != "unknown" or name in options["known"]:
            continue
        word = problem.directive.word
        if name.startswith("if("):
            yield Hit(word.span, {"name": name}, case="blank")
        elif name in ("else", "elseif", "elif"):
            yield Hit(word.span, {"name": name}, case="else")
        elif compared < _COMPARED and (near := nearest(name, problem.context)):
            compared += 1
            yield Hit(word.span, {"name": name, "near": near}, case="near")
        elif not extended:
            compared += 1
            yield Hit(word.span, {"name": name[:60]})
