"""The final stage runs as root."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._purpose import helps_development, shipped
from maverick_lint.core.finding import Hit
from maverick_lint.formats.dockerfile.bases import is_local, known
from maverick_lint.formats.dockerfile.expand import expand, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile, Instruction, Stage

# Programs with which an entrypoint leaves root before it starts the server.
_DROPS: Final = re.compile(r"\b(?:gosu|su-exec|setpriv|s6-setuidgid|s6-overlay|chpst|runuser|gosu-\w+)\b")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the last USER when it is root, or at the final FROM when no USER is along its chain."""
    final = shipped(document.model)
    if final is None or final.origin is None or helps_development(document.source.path):
        return
    instruction = final.last("USER")
    if instruction is not None:
        user = _user(final, instruction)
        if user is not None and is_root(user) and not _drops(final):
            case = "variable" if "$" in instruction.rest else ""
            yield Hit(instruction.rest_span, {"user": user, "written": instruction.rest}, case)
        return
    if final.base is None or final.root.image is None or _drops(final):
        return
    base = known(final.root.image)
    if base.user == "" if base is not None else not is_local(final.root.image):
        stage = final.calls if final.name else "the final stage"
        yield Hit(
            final.base.span, {"stage": stage, "image": final.root.image}, "none" if base is not None else "unknown"
        )


def _user(final: Stage, instruction: Instruction) -> str | None:
    """Return whom a USER names, None when that is unknown.

    On a base that is known, a variable that nothing along the chain declares has no value, so `${NAME:-root}` is root.
    """
    user = instruction.value(instruction.rest)
    if user is not None or final.root.image is None or known(final.root.image) is None:
        return user
    declared = {pair.name for one in final.inherited for pair in one.pairs}
    unset = {name: None for name, _ in names_in(instruction.rest) if name not in declared}
    return expand(instruction.rest, {**unset, **instruction.variables}, instruction.escape)


def is_root(user: str) -> bool:
    """Say whether a value of USER is root: by name, or by the number 0 in any length."""
    name = user.partition(":")[0].strip()
    return name == "root" or (name != "" and set(name) == {"0"})


def _drops(stage: Stage) -> bool:
    return any(
        _DROPS.search(instruction.rest) is not None
        for instruction in stage.inherited
        if instruction.name in ("RUN", "ENTRYPOINT", "CMD", "COPY", "ADD", "ENV")
    )
