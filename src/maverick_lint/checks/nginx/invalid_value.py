"""Values that nginx refuses: sizes, times, ports, flags, words of a list, regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit
from maverick_lint.formats.nginx.regexes import fault, regexes_of
from maverick_lint.formats.nginx.values import bad_values
from maverick_lint.formats.nginx.variables import loose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.nginx.model import Config


def check(document: Document[Config], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield the words that nginx cannot read as what the directive takes."""
    config = document.model
    broken = {id(problem.directive) for problem in config.problems}
    for directive in config.directives:
        if id(directive) in broken:
            continue
        for bad in bad_values(directive):
            yield Hit(bad.word.span, {"name": directive.name, "value": bad.word.text[:80], "expected": bad.expected})
        for word, dollar in loose(directive):
            yield Hit(word.span, {"name": directive.name, "value": dollar, "expected": ""}, case="dollar")
        for word, regex in regexes_of(directive):
            if word.known and (problem := fault(regex)):
                yield Hit(word.span, {"value": regex[:80], "expected": problem}, case="regex")
