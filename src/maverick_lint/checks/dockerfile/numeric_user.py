"""USER is a name, which Kubernetes and other hosts cannot check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.checks.dockerfile._purpose import ends
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the last USER of each image that ships when it is a name other than root."""
    last: dict[Instruction, tuple[str, ...]] = {}
    for stage, names in ends(document.model):
        user_of = stage.last("USER")
        if user_of is not None:
            last[user_of] = last.get(user_of, ()) + names
    for instruction, names in last.items():
        user = instruction.value(instruction.rest)
        name = (user or "").partition(":")[0].strip()
        if name and not name.isdecimal() and name != "root":
            yield Hit(instruction.rest_span, {"user": name}, stages=names)
