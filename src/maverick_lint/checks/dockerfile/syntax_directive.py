"""The syntax directive names a frontend that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.spelling import close_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_KNOWN: Final = ("docker/dockerfile", "docker/dockerfile-upstream")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the image of the directive when it is almost that of Docker's own frontend."""
    for directive in document.model.directives:
        if directive.name != "syntax":
            continue
        name = directive.value.removeprefix("docker.io/").partition("@")[0].partition(":")[0]
        near = () if name in _KNOWN else close_matches(name, _KNOWN, n=1, cutoff=0.85)
        if near and name.count("/") == 1:
            yield Hit(directive.value_span, {"image": directive.value, "near": near[0]})
