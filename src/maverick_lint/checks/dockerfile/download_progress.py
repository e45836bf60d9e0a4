"""wget draws a progress bar into the log of the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maverick_lint.core.finding import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.dockerfile.model import Dockerfile


def check(document: Document[Dockerfile], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - no options
    """Yield a hit at each wget that is not told to be quiet."""
    for stage in document.model.stages:
        for _, command in document.model.run_commands(stage, ("wget",)):
            flags = [word.text or word.raw for word in command.words[1:]]
            if command.name == "wget" and flags and not any(_quiet(flag) for flag in flags):
                yield Hit(command.words[0].place)


def _quiet(flag: str) -> bool:
    if flag.startswith("--"):
        return flag.startswith(
            ("--quiet", "--no-verbose", "--progress", "--output-file", "--append-output", "--version")
        )
    return flag[:1] == "-" and any(sign in flag[1:] for sign in ("q", "nv", "o", "a"))
