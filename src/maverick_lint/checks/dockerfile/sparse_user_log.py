"""useradd with a high number writes a huge log file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.checks.dockerfile._users import creation
from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

_SHORT: Final = 5


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at the command when its number has six digits or more and --no-log-init is missing."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, ("useradd",)):
            user = creation(command) if command.name == "useradd" else None
            digits = "" if user is None or user.uid is None else (user.uid.text or "").rpartition("=")[2]
            flags = [word.text or "" for word in command.words[1:]]
            if any(flag == "--no-log-init" or (flag[:1] == "-" and flag[:2] != "--" and "l" in flag) for flag in flags):
                continue
            if digits.isdecimal() and len(digits) > _SHORT:
                yield Hit(command.words[0].place, {"uid": digits})
