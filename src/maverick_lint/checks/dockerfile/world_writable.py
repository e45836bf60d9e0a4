"""A file is made writable for everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile

# A sticky bit (1777, +t) is how a shared folder is made.
_OCTAL: Final = re.compile(r"0?0?[0-7][0-7][2367]")
_SHARED: Final = ("/tmp", "/var/tmp")  # noqa: S108 - folders of the image that are for everybody
_SYMBOLIC: Final = re.compile(r"(?:a|o|ugo|uo|go)[+=]r?w[xX]?")


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each such mode, of chmod or of a --chmod flag."""
    for stage in document.model.stages:
        for instruction in stage.instructions:
            flag = instruction.flag("chmod")
            if flag is not None and _is_open(flag.value or ""):
                yield Hit(flag.value_span, {"mode": flag.value or ""})
        for _, command in document.model.run_commands(stage, ("chmod",)):
            if command.name != "chmod":
                continue
            mode = next((word for word in command.words[1:] if not (word.text or "-").startswith("-")), None)
            targets = [word.text or _SHARED[0] for word in command.words[2:]]
            if (
                mode is not None
                and _is_open(mode.text or "")
                and not any(target.startswith(_SHARED) for target in targets)
            ):
                yield Hit(mode.place, {"mode": mode.text or ""})


def _is_open(mode: str) -> bool:
    return _OCTAL.fullmatch(mode) is not None or _SYMBOLIC.fullmatch(mode) is not None
